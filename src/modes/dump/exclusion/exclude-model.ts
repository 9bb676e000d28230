import type { OwnModelDocument } from '../../../interpretation/own-model.ts';
import type { FigureDescription } from '../../../plots/draw-figure.ts';
import { InvalidInput } from '../../../schema/index.ts';
import type { DumpSearchDocument } from '../../../search/dump-search.ts';
import type { PublishedLimit } from '../../../search/published-limit.ts';
import type { KeptNumbers } from '../../../tasks/index.ts';
import { type ModelChoice, yieldsOfPlan } from '../chain/engine.ts';
import type { DumpMassPoint, DumpYields } from '../chain/yields.ts';
import { type Exclusion, excludeFromYields, interpolationOf, refineYields, simulationOf } from './exclude.ts';
import { excludePoint, type PointExclusion } from './exclude-point.ts';
import { type ContourOptions, checkPlane, contourMaker, type ExclusionField, isProjection } from './exclusion-field.ts';
import { type ExcludeModelOptions, type LogarithmicRange, planFor, requireProduction } from './exclusion-plan.ts';
import type { FieldOfRows } from './field-rows.ts';
import { eventsFigure, exclusionFigure, lifetimeFigure } from './figures.ts';
import { csvOfTable, eventsTable } from './grid-tables.ts';
import { excludeLifetimes, type LifetimeExclusion, lifetimeSteps, lifetimeTable } from './model-independent.ts';
import { remembering, type SimulatePlan, simulatedText } from './remembered-masses.ts';
import { simulatedYields } from './simulated-yields.ts';

/** What can be written of an exclusion, made when asked for. */
export interface ExclusionFiles {
  /** CSV of the result at every point. */
  table(): string;
  /** Pictures: name of the SVG file, and data. */
  pictures(): readonly (readonly [name: string, figure: FigureDescription])[];
}

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
  const { everyMass = false } = options;
  if (options.coupling !== undefined) checkPlane(plan.masses.length, options.coupling.points);
  const yields = await simulatedYields(plan, everyMass, simulate, kept);
  const at = everyMass ? simulationOf(yields) : interpolationOf(yields);
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

const refineToEdges = (
  yields: DumpYields,
  options: ContourOptions,
  at: (mass: number) => DumpMassPoint,
  fieldOf: (points: readonly DumpMassPoint[]) => FieldOfRows,
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
