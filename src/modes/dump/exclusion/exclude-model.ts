import type { OwnModelDocument } from '../../../interpretation/own-model.ts';
import type { HiddenModel } from '../../../physics/hidden/hidden-model.ts';
import type { FigureDescription } from '../../../plots/draw-figure.ts';
import { InvalidInput, unknownName } from '../../../schema/index.ts';
import type { DumpSearchDocument } from '../../../search/dump-search.ts';
import type { PublishedLimit } from '../../../search/published-limit.ts';
import type { KeptNumbers } from '../../../tasks/index.ts';
import { coarseMasses, FEW_MASSES, fillMasses, massesToAdd } from '../chain/adaptive-masses.ts';
import { type DumpPlan, dumpPlan, type ModelChoice, modelOfPlan, planOfMasses, yieldsOfPlan } from '../chain/engine.ts';
import { type DumpMassPoint, type DumpYields, LEAST_DECAYS, massGrid } from '../chain/yields.ts';
import { numbersOfYields, yieldsOfNumbers } from '../chain/yields-as-numbers.ts';
import {
  type Exclusion,
  excludeFromYields,
  interpolationOf,
  massesWithEvents,
  massesWithGaps,
  refineYields,
  simulationOf,
} from './exclude.ts';
import { excludePoint, type PointExclusion } from './exclude-point.ts';
import { type ContourOptions, checkPlane, contourMaker, type ExclusionField, isProjection } from './exclusion-field.ts';
import { eventsFigure, exclusionFigure, lifetimeFigure } from './figures.ts';
import { csvOfTable, eventsTable } from './grid-tables.ts';
import { excludeLifetimes, type LifetimeExclusion, lifetimeSteps, lifetimeTable } from './model-independent.ts';
import { remembering, type SimulatePlan, simulatedText } from './remembered-masses.ts';

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

/** What can be written of an exclusion, made when asked for. */
export interface ExclusionFiles {
  /** CSV of the result at every point. */
  table(): string;
  /** Pictures: name of the SVG file, and data. */
  pictures(): readonly (readonly [name: string, figure: FigureDescription])[];
}

const DECAYS = 20_000;
const MASSES = 60;
const LIGHTEST = 5e-3;
const HEAVIEST = 2;
const PICTURE_COUPLINGS = 80;

/** What may be asked of yields that are already simulated. */
export type ContourQuestion = Pick<ExcludeModelOptions, 'production' | 'pot' | 'coupling' | 'branching' | 'earlier'> & {
  /** Proper lifetime (cτ, m) in place of the model's. */
  readonly lifetime?: number | undefined;
};

/** The masses of a model, simulated once: contours for any protons, couplings and production set follow without more. */
export interface OpenedExclusion {
  /**
   * Contours for a question, and the files that can be written of them. `refined` adds masses where an edge turns, as
   * `excludeModel` does; without it only the masses that are there are used, which takes milliseconds. `band`: the
   * spread of production sets too. Throws InvalidInput for what does not hold.
   */
  contour(
    question: ContourQuestion,
    more?: { readonly refined?: boolean; readonly band?: boolean },
  ): { readonly exclusion: Exclusion; readonly files: ExclusionFiles };
  /** The same question as planes over mass and coupling, to be taken together with those of other searches. */
  planes(question: ContourQuestion): ExclusionPlanes;
  /**
   * The same for a document of one's own that differs in the factors and the coupling of its production alone: no mass
   * is simulated twice. Throws InvalidInput for any other document.
   */
  withProduction(own: OwnModelDocument): Promise<OpenedExclusion>;
}

/** Fields whose zero is the edge: with the events seen, with the median count, and at −2, −1, 1, 2 standard deviations. */
export interface ExclusionPlanes {
  /** Null for a projection. */
  readonly observed: ExclusionField | null;
  readonly expected: ExclusionField;
  readonly bands: readonly ExclusionField[];
}

/** Simulates the masses of a model for some searches and keeps their yields. Throws as `excludeModel`. */
export async function openExclusion(
  choice: ModelChoice,
  searches: readonly DumpSearchDocument[],
  options: ExcludeModelOptions,
  simulate: SimulatePlan,
  kept?: KeptNumbers,
): Promise<OpenedExclusion> {
  return await openRemembering(choice, searches, options, remembering(simulate), kept);
}

async function openRemembering(
  choice: ModelChoice,
  searches: readonly DumpSearchDocument[],
  options: ExcludeModelOptions,
  simulate: SimulatePlan,
  kept: KeptNumbers | undefined,
): Promise<OpenedExclusion> {
  const plan = planFor(choice, searches, options);
  if (options.coupling !== undefined) checkPlane(plan.masses.length, options.coupling.points);
  const yields = await yieldsOf(plan, options, simulate, kept);
  const at = options.everyMass === true ? simulationOf(yields) : interpolationOf(yields);
  return {
    contour: (question, { refined = true, band = true } = {}) => {
      requireProduction(yields.model, question.production);
      const contour = contourOptions(question);
      const fieldsOf = contourMaker(yields, contour, band);
      const points = refined ? refineToEdges(yields, contour, at, (some) => fieldsOf(some).observed) : yields;
      const earlier = question.earlier ?? [];
      const exclusion = excludeFromYields(points, contour, band, earlier, fieldsOf);
      return { exclusion, files: filesOf(points, exclusion, contour, earlier) };
    },
    planes: (question) => {
      const contour = contourOptions(question);
      const fieldsOf = contourMaker(yields, contour);
      const points = refineToEdges(yields, contour, at, (some) => fieldsOf(some).observed);
      const { observed, expected, band } = fieldsOf(points.points);
      return { observed: isProjection(points, contour.protons) ? null : observed, expected, bands: band };
    },
    withProduction: async (own) => {
      if (simulatedText(own) !== simulatedText(choice))
        throw new InvalidInput(own.id, 'differs in more than the factors and the coupling of its production');
      return await openRemembering(own, searches, options, simulate, kept);
    },
  };
}

/** The yields of a plan, from an earlier command where they were kept. */
async function yieldsOf(
  plan: DumpPlan,
  options: ExcludeModelOptions,
  simulate: SimulatePlan,
  kept: KeptNumbers | undefined,
): Promise<DumpYields> {
  const all = options.everyMass === true ? 'every mass' : 'few masses';
  const text = JSON.stringify(['dump yields', all, plan]);
  const known = await kept?.load(text);
  if (known !== undefined) return yieldsOfNumbers(plan, known);
  const made = await adaptiveYields(plan, options, simulate);
  await kept?.save(text, numbersOfYields(made));
  return made;
}

/**
 * The yields of a plan from as few of its masses as tell the others: a coarse grid, finer where a mass is not found from
 * its neighbours and where something opens. Every simulated mass has the bits that it has when all are simulated.
 */
async function adaptiveYields(
  plan: DumpPlan,
  { everyMass = false }: ExcludeModelOptions,
  simulate: SimulatePlan,
): Promise<DumpYields> {
  const { masses } = plan;
  if (everyMass || masses.length <= FEW_MASSES) return yieldsOfPlan(plan, await simulate(plan));
  const known = new Map<number, Float64Array>();
  let wanted = coarseMasses(masses);
  for (;;) {
    const round = planOfMasses(plan, wanted);
    const sums = await simulate(round);
    round.masses.forEach((mass, i) => {
      known.set(mass, sums[i]);
    });
    const all = [...known].sort(([a], [b]) => a - b);
    const simulated = planOfMasses(
      plan,
      all.map(([mass]) => mass),
    );
    const yields = yieldsOfPlan(
      simulated,
      all.map(([, numbers]) => numbers),
    );
    wanted = massesToAdd(yields, masses);
    if (wanted.length === 0) return fillMasses(yields, masses);
  }
}

const refineToEdges = (
  yields: DumpYields,
  options: ContourOptions,
  at: (mass: number) => DumpMassPoint,
  fieldOf: (points: readonly DumpMassPoint[]) => ExclusionField,
): DumpYields => refineYields(yields, options, at, undefined, undefined, fieldOf);

function contourOptions(question: ContourQuestion): ContourOptions {
  const { coupling, lifetime } = question;
  return {
    ...rescaling(question),
    ...(lifetime !== undefined && { lifetime }),
    ...(coupling !== undefined && { coupling: { from: coupling.from, to: coupling.to, count: coupling.points } }),
  };
}

function filesOf(
  yields: DumpYields,
  exclusion: Exclusion,
  contour: ContourOptions,
  earlier: readonly PublishedLimit[],
): ExclusionFiles {
  const { min, max } = yields.model.coupling.range;
  const shown = contour.coupling ?? { from: min, to: max, count: 0 };
  return {
    table: () => csvOfTable(eventsTable(yields, contour)),
    pictures: () => [
      ['exclusion.svg', exclusionFigure(yields, exclusion, earlier)],
      ...yields.setups.flatMap(({ search }, i): [string, FigureDescription][] => {
        const figure = eventsFigure(yields, i, { ...shown, count: PICTURE_COUPLINGS }, contour);
        // A search that expects nothing anywhere has no picture.
        return figure.values.every((value) => value === null) ? [] : [[`events-${search.id}.svg`, figure]];
      }),
    ],
  };
}

/**
 * Contours in (mass, coupling) that the searches exclude for a model, at its own lifetime or at one given in its place
 * (cτ, m): simulates its masses and refines where the edge turns. Throws InvalidInput for a production set or a range that
 * does not hold.
 */
export async function excludeModel(
  choice: ModelChoice,
  searches: readonly DumpSearchDocument[],
  options: ExcludeModelOptions & { readonly lifetime?: number | undefined },
  simulate: SimulatePlan,
  kept?: KeptNumbers,
): Promise<{ readonly exclusion: Exclusion; readonly files: ExclusionFiles }> {
  return (await openExclusion(choice, searches, options, simulate, kept)).contour(options);
}

/**
 * One point of mass (GeV) and coupling: excluded or not, CLs, and every factor of the expected events. Throws as
 * `excludeModel`.
 */
export async function excludePointOf(
  choice: ModelChoice,
  searches: readonly DumpSearchDocument[],
  { mass, coupling }: { readonly mass: number; readonly coupling: number },
  options: ExcludeModelOptions & { readonly lifetime?: number | undefined },
  simulate: SimulatePlan,
): Promise<{ readonly model: string; readonly searches: readonly string[]; readonly point: PointExclusion }> {
  const { lifetime } = options;
  const one = { mass: { from: mass, to: mass, points: 1 }, coupling: { from: coupling, to: coupling, points: 1 } };
  const plan = planFor(choice, searches, { ...options, ...one });
  const contour = { ...rescaling(options), ...(lifetime !== undefined && { lifetime }) };
  const point = excludePoint(yieldsOfPlan(plan, await simulate(plan)), mass, coupling, contour);
  return { model: plan.model, searches: searches.map(({ id }) => id), point };
}

/**
 * Limits of each search over mass and proper lifetime (cτ, m): on the product of branching fractions of a meson decay,
 * or on coupling² × branching fraction of a model. With `branching`, also what is excluded for a product of that size.
 * Throws as `excludeModel`.
 */
export async function excludeLifetimesOf(
  choice: ModelChoice,
  searches: readonly DumpSearchDocument[],
  options: ExcludeModelOptions & {
    readonly lifetimes: LogarithmicRange;
    /** Searches of others, whose maps are taken away to see what is new. */
    readonly earlierSearches?: readonly DumpSearchDocument[] | undefined;
  },
  simulate: SimulatePlan,
): Promise<{ readonly exclusion: LifetimeExclusion; readonly files: ExclusionFiles }> {
  const { lifetimes, branching, earlierSearches = [] } = options;
  const plan = planFor(choice, [...searches, ...earlierSearches], options);
  const yields = yieldsOfPlan(plan, await simulate(plan));
  const { branching: _, ...rest } = rescaling(options);
  const steps = lifetimeSteps(lifetimes.from, lifetimes.to, lifetimes.points);
  const exclusion = excludeLifetimes(yields, steps, branching, rest, earlierSearches.length);
  const files: ExclusionFiles = {
    table: () => csvOfTable(lifetimeTable(exclusion)),
    pictures: () => exclusion.maps.map((map) => [`limits-${map.search}.svg`, lifetimeFigure(map)]),
  };
  return { exclusion, files };
}

function rescaling({ production, pot, branching }: ExcludeModelOptions) {
  return {
    ...(production !== undefined && { production }),
    ...(pot !== undefined && { protons: pot }),
    ...(branching !== undefined && { branching }),
  };
}

function requireProduction({ productions }: HiddenModel, name: string | undefined): void {
  if (name !== undefined && !Object.hasOwn(productions, name))
    throw unknownName('production', 'production set', name, Object.keys(productions));
}

/** So far beyond the couplings that a model is drawn over, on either side, nobody means one. */
const COUPLING_MARGIN = 1e6;

function requireCouplings({ id, coupling: { range } }: HiddenModel, from: number, to: number): void {
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

/** Throws InvalidInput for couplings that nobody means. */
export function checkCouplings(model: HiddenModel, { from, to }: { readonly from: number; readonly to: number }): void {
  requireCouplings(model, from, to);
}

function planFor(
  choice: ModelChoice,
  searches: readonly DumpSearchDocument[],
  { production, mass, massCount = MASSES, coupling, events = DECAYS, seed = 1 }: ExcludeModelOptions,
): DumpPlan {
  const model = modelOfPlan(dumpPlan(choice, searches, []));
  requireProduction(model, production);
  if (coupling !== undefined) requireCouplings(model, coupling.from, coupling.to);
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
