import { InvalidInput, unknownName } from '../../schema/index.ts';
import { chooseMethod } from './choose-method.ts';
import { type CountingInput, checkedInput } from './counting-input.ts';
import { checkLevel } from './counting-model.ts';
import { expectedLimits } from './expected-limits.ts';
import type { MethodOptions } from './limit-method.ts';
import { type LimitMethodName, limitMethodNames, limitMethods } from './limit-methods.ts';

/** Everything that can be said to `countingLimit`. */
export interface CountingLimitInput extends CountingInput {
  /** Confidence (or credibility) level, between 0 and 1; left out 0.9. */
  readonly level?: number;
  /** Left out 'auto', which says in `because` what it took and why. */
  readonly method?: 'auto' | LimitMethodName;
  /** 'cls-toys' and 'feldman-cousins' of several channels: pseudo-experiments per tested signal; left out 10 000. */
  readonly toys?: number;
  /** Seed of the pseudo-experiments; left out 1. */
  readonly seed?: number;
  /** 'bayes': density of s before the measurement; left out 'flat'. */
  readonly prior?: 'flat' | 'jeffreys';
  /** 'feldman-cousins': upper ends made to fall with the background, as in the published tables; left out true. */
  readonly monotoneInBackground?: boolean;
  /** 'rolke': the free maximum kept at s ≥ 0; left out false. */
  readonly bounded?: boolean;
  /** False leaves out the expected limits (they are then null), for speed. */
  readonly expected?: boolean;
}

type Five = readonly [number, number, number, number, number];

/** A counting limit as plain JSON: finite numbers, null for what is absent. */
export interface CountingLimit {
  readonly method: LimitMethodName;
  readonly title: string;
  readonly level: number;
  /** Why this method. */
  readonly because: string;
  readonly conventions: readonly string[];
  readonly references: readonly string[];
  readonly signalEvents: {
    /** Upper end; null while blind. */
    readonly observed: number | null;
    readonly interval: readonly [number, number] | null;
    /** Without signal, at −2, −1, 0, 1, 2 standard deviations. */
    readonly expected: Five | null;
    readonly expectedMean: number | null;
  };
  /** The same times the SES; null without one. */
  readonly branchingRatio: {
    readonly observed: number | null;
    readonly interval: readonly [number, number] | null;
    readonly expected: Five | null;
    readonly expectedMean: number | null;
  } | null;
  /** Sentences on what was assumed or went unusually. */
  readonly notes: readonly string[];
}

function checkedOptions(input: CountingLimitInput): MethodOptions {
  const { toys = 10_000, seed = 1, prior = 'flat', monotoneInBackground = true, bounded = false } = input;
  if (!(Number.isSafeInteger(toys) && toys >= 100 && toys <= 1e8))
    throw new InvalidInput('toys', `found ${String(toys)}, needs a whole number from 100 to 100000000.`);
  if (!(Number.isSafeInteger(seed) && seed >= 0))
    throw new InvalidInput('seed', `found ${String(seed)}, needs a whole number, zero or more.`);
  if (prior !== 'flat' && prior !== 'jeffreys')
    throw unknownName('prior', 'prior', String(prior), ['flat', 'jeffreys']);
  for (const [name, value] of Object.entries({ monotoneInBackground, bounded })) {
    if (typeof value !== 'boolean') throw new InvalidInput(name, `found ${String(value)}, needs true or false.`);
  }
  return { toys, seed, prior, monotoneInBackground, bounded };
}

/**
 * The limit on the signal of one or several counting experiments: s signal events at `level`, the interval, what was to
 * be expected without a signal and, given a single-event sensitivity, the same as branching fractions. With `observed:
 * null` (blind) only the expected limits are found. InvalidInput says what of the input is wrong.
 */
export function countingLimit(input: CountingLimitInput): CountingLimit {
  const { level = 0.9, method = 'auto' } = input;
  checkLevel(level);
  if (method !== 'auto' && !limitMethodNames.includes(method))
    throw unknownName('method', 'limit method', String(method), ['auto', ...limitMethodNames]);
  const options = checkedOptions(input);
  const { model, counts, ses } = checkedInput(input);
  const { name, because } = method === 'auto' ? chooseMethod(model) : { name: method, because: 'It was asked for.' };
  const chosen = limitMethods[name];
  const notes = new Set<string>();
  const prepared = chosen.prepare(model, level, options);
  const seen = counts === null ? null : prepared(counts);
  for (const note of seen?.notes ?? []) notes.add(note);
  const expected =
    input.expected === false
      ? null
      : chosen.expected !== undefined
        ? chosen.expected(model, level, options)
        : expectedLimits(model, (n) => prepared(n).upper);
  for (const note of expected?.notes ?? []) notes.add(note);
  const scaled = (unit: number): CountingLimit['signalEvents'] => ({
    observed: seen === null ? null : seen.upper * unit,
    interval: seen === null ? null : [seen.lower * unit, seen.upper * unit],
    expected: expected === null ? null : (expected.bands.map((x) => x * unit) as unknown as Five),
    expectedMean: expected?.mean == null ? null : expected.mean * unit,
  });
  return {
    method: name,
    title: chosen.title,
    level,
    because,
    conventions: chosen.conventions,
    references: chosen.references,
    signalEvents: scaled(1),
    branchingRatio: ses === null ? null : scaled(ses),
    notes: [...notes],
  };
}
