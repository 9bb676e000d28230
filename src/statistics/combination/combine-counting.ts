import { InvalidInput, unknownName } from '../../schema/index.ts';
import { checkLevel } from '../counting/counting-model.ts';
import { countingLimit } from '../counting/index.ts';
import { buildModel, workspaceLimit } from '../histfactory/index.ts';
import { type CheckedCombination, type CombinedChannel, checkCombination } from './combination-input.ts';
import { workspaceOf } from './combination-workspace.ts';
import { type CombinedLimits, exactCombination } from './exact-combination.ts';

type Five = readonly [number, number, number, number, number];

/** Counting channels to combine, with the level and the method. */
export interface CombineCountingInput {
  readonly channels: readonly CombinedChannel[];
  /** Confidence level; default 0.9. */
  readonly level?: number;
  /** `exact`: sums over counts. `profile`: profile likelihood, asymptotic. `auto` (default) says what it took and why. */
  readonly method?: 'auto' | 'exact' | 'profile';
}

/** A combined limit as plain JSON. */
export interface CombinedLimit {
  readonly method: 'exact' | 'profile';
  readonly because: string;
  readonly level: number;
  /** The common parameter per signal event in all channels together. */
  readonly ses: number;
  /** Limits on the common parameter; observed null while blind. Expected at −2 … 2 standard deviations. */
  readonly branchingRatio: { readonly observed: number | null; readonly expected: Five };
  readonly signalEvents: { readonly observed: number | null; readonly expected: Five };
  /** What each channel gives alone, with its shared nuisances as its own. */
  readonly channels: readonly { readonly name: string; readonly observed: number | null; readonly median: number }[];
  readonly notes: readonly string[];
}

/** Above so many expected or observed events, or shared nuisances, convolution gives way to the profile likelihood. */
const MOST_EVENTS = 20_000;
const MOST_NUISANCES = 12;

/**
 * The CLs upper limit of several channels, runs or experiments on one common parameter (a branching fraction): the
 * product of their likelihoods with nuisances shared by name. Exact by convolution for few events; by the asymptotic
 * profile likelihood of the equivalent workspace for many. Throws InvalidInput naming the channel that is wrong.
 */
export function combineCounting(input: CombineCountingInput): CombinedLimit {
  const { level = 0.9, method = 'auto' } = input;
  checkLevel(level);
  if (!['auto', 'exact', 'profile'].includes(method)) {
    throw unknownName('method', 'method', String(method), ['auto', 'exact', 'profile']);
  }
  const combination = checkCombination(input.channels);
  const { method: chosen, because } =
    method === 'auto' ? choose(combination) : { method, because: 'It was asked for.' };
  const limits = chosen === 'exact' ? exactCombination(combination, level) : profileCombination(combination, level);
  const { ses } = combination;
  return {
    method: chosen,
    because,
    level,
    ses,
    signalEvents: { observed: limits.observed, expected: limits.expected },
    branchingRatio: {
      observed: limits.observed === null ? null : limits.observed * ses,
      expected: limits.expected.map((s) => s * ses) as unknown as Five,
    },
    channels: input.channels.map((channel) => alone(channel, level)),
    notes: limits.notes,
  };
}

function choose({ channels, counts, nuisances }: CheckedCombination): {
  method: 'exact' | 'profile';
  because: string;
} {
  const most = channels.reduce((sum, channel, c) => sum + Math.max(channel.background.value, counts?.[c] ?? 0), 0);
  if (most > MOST_EVENTS) return { method: 'profile', because: `${Math.round(most)} events are too many to convolve.` };
  if (nuisances.length > MOST_NUISANCES) {
    return { method: 'profile', because: `${nuisances.length} shared nuisances are too many to average over.` };
  }
  return { method: 'exact', because: 'Counts are few enough for exact sums, which need no large-sample formulae.' };
}

function profileCombination(combination: CheckedCombination, level: number): CombinedLimits {
  const limit = workspaceLimit(buildModel(workspaceOf(combination)), { level });
  const missing = limit.expected.some((x) => x === null) || limit.observed === null;
  if (missing) throw new InvalidInput('channels', `the profile likelihood gives no limit: ${limit.reason}`);
  return {
    observed: combination.counts === null ? null : limit.observed,
    expected: limit.expected as CombinedLimits['expected'],
    notes: limit.unsafeBecause === null ? [] : [limit.unsafeBecause],
  };
}

function alone(channel: CombinedChannel, level: number): CombinedLimit['channels'][number] {
  const { name, ...rest } = channel;
  const effects = Object.values(channel.nuisances ?? {});
  let signal = (rest.sesError ?? 0) * (rest.sesError ?? 0);
  let background = 0;
  for (const effect of effects) {
    signal += (effect.signal ?? 0) * (effect.signal ?? 0);
    background += (effect.background ?? 0) * (effect.background ?? 0) * rest.background * rest.background;
  }
  const widen = (error: number): number => Math.sqrt(error * error + background);
  const { backgroundError } = rest;
  const error =
    typeof backgroundError === 'object'
      ? ([widen(backgroundError[0]), widen(backgroundError[1])] as const)
      : widen(backgroundError ?? 0);
  const { branchingRatio } = countingLimit({
    observed: rest.observed,
    background: rest.background,
    ...(error === 0 ? {} : { backgroundError: error }),
    ...(rest.backgroundModel === undefined || rest.backgroundModel === 'fixed'
      ? {}
      : { backgroundModel: rest.backgroundModel }),
    ses: rest.ses,
    ...(signal === 0 ? {} : { sesError: Math.sqrt(signal) }),
    level,
    method: 'cls',
  });
  return { name, observed: branchingRatio!.observed, median: branchingRatio!.expected![2] };
}
