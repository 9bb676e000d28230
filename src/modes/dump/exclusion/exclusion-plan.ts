import type { HiddenModel } from '../../../physics/hidden/hidden-model.ts';
import { InvalidInput, unknownName } from '../../../schema/index.ts';
import type { DumpSearchDocument } from '../../../search/dump-search.ts';
import type { PublishedLimit } from '../../../search/published-limit.ts';
import { type DumpPlan, dumpPlan, type ModelChoice, modelOfPlan } from '../chain/engine.ts';
import { LEAST_DECAYS, massGrid } from '../chain/yields.ts';
import { massesWithEvents, massesWithGaps } from './exclude.ts';

/** Equal ratios from `from` to `to`, `points` of them. */
export interface LogarithmicRange {
  readonly from: number;
  readonly to: number;
  readonly points: number;
}

/** What to exclude, and with what. */
export interface ExcludeModelOptions {
  /** Production set of the model; its default when left out. */
  readonly production?: string | undefined;
  /** Protons on target; those of the experiment when left out. */
  readonly pot?: number | undefined;
  /** Masses in GeV; 60 over the model's range when left out. */
  readonly mass?: LogarithmicRange | undefined;
  /** So many masses over the model's range, where `mass` is left out: for a first look. */
  readonly massCount?: number | undefined;
  /** Couplings in the unit of the model; its range in 301 when left out. */
  readonly coupling?: LogarithmicRange | undefined;
  /** Branching fraction to what the searches see, in place of the model's. */
  readonly branching?: number | undefined;
  /** Earlier limits on the same model, for what is new. */
  readonly earlier?: readonly PublishedLimit[] | undefined;
  /** Decays per mass and final state; 20 000 when left out. */
  readonly events?: number | undefined;
  readonly seed?: number | undefined;
  /** Every mass is simulated, none is interpolated. */
  readonly everyMass?: boolean | undefined;
}

const DECAYS = 20_000;
const MASSES = 60;
const LIGHTEST = 5e-3;
const HEAVIEST = 2;

/** Throws InvalidInput, with the nearest name, for a production set that the model does not have. */
export function requireProduction({ productions }: HiddenModel, name: string | undefined): void {
  if (name !== undefined && !Object.hasOwn(productions, name))
    throw unknownName('production', 'production set', name, Object.keys(productions));
}

/** So far beyond the couplings that a model is drawn over, on either side, nobody means one. */
const COUPLING_MARGIN = 1e6;

/** Throws InvalidInput for couplings that nobody means. */
export function checkCouplings(
  { id, coupling: { range } }: HiddenModel,
  { from, to }: { readonly from: number; readonly to: number },
): void {
  if (to * COUPLING_MARGIN >= range.min && from <= range.max * COUPLING_MARGIN) return;
  const asked = from === to ? `${from}` : `${from} to ${to}`;
  throw new InvalidInput(
    'coupling',
    `${asked} is more than ${COUPLING_MARGIN} times beyond what '${id}' is drawn over, ${range.min} to ${range.max}.`,
  );
}

/** Throws InvalidInput, before anything is simulated, for what `excludeModel` would refuse in a question. */
export function checkExclusion(
  choice: ModelChoice,
  searches: readonly DumpSearchDocument[],
  options: ExcludeModelOptions,
): void {
  planFor(choice, searches, options);
}

/** The plan of the masses of a question. Throws InvalidInput for a production set, couplings, masses or decays that do not hold. */
export function planFor(
  choice: ModelChoice,
  searches: readonly DumpSearchDocument[],
  { production, mass, massCount = MASSES, coupling, events = DECAYS, seed = 1 }: ExcludeModelOptions,
): DumpPlan {
  const model = modelOfPlan(dumpPlan(choice, searches, []));
  requireProduction(model, production);
  if (coupling !== undefined) checkCouplings(model, coupling);
  if (!(events >= LEAST_DECAYS))
    throw new InvalidInput('events', `a whole number of at least ${LEAST_DECAYS} is needed, found ${events}`);
  const { min, max } = model.masses;
  const usual = { from: Math.max(min * 1.01, LIGHTEST), to: Math.min(max, HEAVIEST), points: massCount };
  const { from, to, points } = mass ?? usual;
  if (to < min || from > max)
    throw new InvalidInput(
      'mass',
      `${from} to ${to} GeV is outside of what '${model.id}' is valid for, ${min} to ${max} GeV.`,
    );
  const masses = massesWithGaps(massesWithEvents(massGrid(from, to, points), searches), model);
  return dumpPlan(choice, searches, masses, { decays: events, seed });
}
