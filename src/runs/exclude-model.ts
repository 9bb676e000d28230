import { availableParallelism } from 'node:os';
import type { HiddenModel } from '../physics/hidden/hidden-model.ts';
import { drawFigure } from '../plots/draw-figure.ts';
import { InvalidInput, unknownName } from '../schema/index.ts';
import { exclusionFigure } from '../search/dump/dump-figures.ts';
import { dumpPlan } from '../search/dump/dump-plan.ts';
import type { DumpSearchDocument } from '../search/dump/dump-search.ts';
import { massGrid } from '../search/dump/dump-yields.ts';
import {
  type ContourOptions,
  type Exclusion,
  excludeFromYields,
  massesWithEvents,
  refineYields,
} from '../search/dump/exclude.ts';
import { csvOfTable, eventsTable } from '../search/dump/grid-tables.ts';
import type { BlockProgress } from '../tasks/index.ts';
import { writeWhole } from './node/write-file.ts';
import { simulateDump } from './simulate-dump.ts';

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
  /** Couplings in the unit of the model; its range in 301 when left out. */
  readonly coupling?: LogarithmicRange | undefined;
  /** Decays per mass and final state; 20 000 when left out. */
  readonly events?: number | undefined;
  readonly seed?: number | undefined;
  readonly workers?: number | undefined;
  /** CSV file for the expected events at every mass and coupling. */
  readonly grid?: string | undefined;
  /** SVG file for the exclusion plot. */
  readonly figure?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: BlockProgress) => void) | undefined;
}

const DECAYS = 20_000;
const MASSES = 60;
const LIGHTEST = 5e-3;
const HEAVIEST = 2;

/**
 * Contours in (mass, coupling) that the searches exclude for a model: simulates its masses on worker threads, refines
 * where the edge turns, and writes the files that are asked for. Throws InvalidInput for a production set, a range or a
 * file that does not hold, Interrupted when `signal` fires.
 */
export async function excludeModel(
  model: HiddenModel,
  searches: readonly DumpSearchDocument[],
  options: ExcludeModelOptions = {},
): Promise<Exclusion & { readonly files: readonly string[] }> {
  const { production, pot, coupling, events = DECAYS, seed = 1, grid, figure, signal, onProgress } = options;
  if (production !== undefined && !Object.hasOwn(model.productions, production)) {
    throw unknownName('production', 'production set', production, Object.keys(model.productions));
  }
  const plan = dumpPlan(model.id, searches, massesOf(model, searches, options.mass), { decays: events, seed });
  const workers = options.workers ?? availableParallelism();
  const contour: ContourOptions = {
    ...(production !== undefined && { production }),
    ...(pot !== undefined && { protons: pot }),
    ...(coupling !== undefined && { coupling: { from: coupling.from, to: coupling.to, count: coupling.points } }),
  };
  const yields = refineYields(await simulateDump(plan, { workers, signal, onProgress }), contour);
  const exclusion = excludeFromYields(yields, contour);
  const files: string[] = [];
  const write = async (file: string | undefined, text: () => string): Promise<void> => {
    if (file === undefined) return;
    await writeWhole(file, [text()]);
    files.push(file);
  };
  await write(grid, () => csvOfTable(eventsTable(yields, contour)));
  await write(figure, () => drawFigure(exclusionFigure(yields, exclusion)));
  return { ...exclusion, files };
}

function massesOf(
  { id, masses }: HiddenModel,
  searches: readonly DumpSearchDocument[],
  asked: LogarithmicRange | undefined,
): number[] {
  const usual = { from: Math.max(masses.min * 1.01, LIGHTEST), to: Math.min(masses.max, HEAVIEST), points: MASSES };
  const { from, to, points } = asked ?? usual;
  if (to < masses.min || from > masses.max) {
    throw new InvalidInput(
      'mass',
      `${from} to ${to} GeV is outside of what '${id}' is valid for, ${masses.min} to ${masses.max} GeV.`,
    );
  }
  return massesWithEvents(massGrid(from, to, points), searches);
}
