import type { AnyPlan } from '../modes/any-plan.ts';
import type { Finished } from '../modes/finished.ts';
import { modeOf } from '../modes/index.ts';
import type { PlanOf, ResultOf } from '../modes/kind-types.ts';
import type { AnySearch } from '../search/any-search.ts';
import type { Asked } from '../search/asking/asked.ts';
import type { Exportable } from '../search/results/exportable.ts';
import type { RunFigure } from '../search/results/figure.ts';
import type { RunHead } from '../search/results/run-head.ts';
import { BoxClosed } from '../stages/blinding/box-closed.ts';
import { type BoxIdentity, holdsUserData, PSEUDO_DATA } from '../stages/blinding/box-identity.ts';
import { Opening } from '../stages/blinding/opening.ts';
import type { SealedAct } from '../stages/blinding/opening-act.ts';
import type { Recorder } from '../stages/blinding/recorder.ts';
import type { SealedData } from '../stages/blinding/sealed-data.ts';
import { textOfCounts, type UserCounts } from '../stages/blinding/user-counts.ts';
import { type Host, localHost } from './host.ts';
import { simulateRun } from './simulate-run.ts';

/** A run that came to its end, wherever it was carried out. */
export interface Run<Plan extends AnyPlan = AnyPlan, Result extends RunHead = RunHead> extends Finished<Result> {
  readonly plan: Plan;
  /** Sums per sample, in the order of the plan. */
  readonly sums: readonly Float64Array[];
  /** Seconds that workers spent in this run on each sample, by name; none for what was kept from before. */
  readonly seconds: Readonly<Record<string, number>>;
  /** The box was opened for another state of this search before. */
  readonly changedAfterUnblinding: boolean;
  /** What can be written of it: tables and likelihood. */
  exportable(): Exportable;
}

/** The plan of a run. Throws InvalidInput with the path of what is wrong, BoxClosed for a setting that would open a box. */
export function planOf<Search extends AnySearch>(search: Search, asked: Asked = {}): PlanOf<Search> {
  return modeOf(search).plan(search, asked) as PlanOf<Search>;
}

/**
 * Carries out a search: simulates, normalises, estimates backgrounds, sets the limit. The result is the same to the last
 * bit on any host. What plays the role of data (seeded pseudo-data, or `data`) stays masked in the blind regions unless
 * the host's recorder holds the opening of this very box. Throws InvalidInput for bad input, BoxClosed where settings
 * would open part of a box, Interrupted when the host's signal fires.
 */
export async function run<Search extends AnySearch>(
  search: Search,
  asked: Asked & { readonly data?: UserCounts | undefined } = {},
  host: Host = localHost,
): Promise<Run<PlanOf<Search>, ResultOf<Search>>> {
  const done = await carryOut(planOf(search, asked), asked.data, host);
  return done as unknown as Run<PlanOf<Search>, ResultOf<Search>>;
}

/** As `run`, from a plan. */
export async function carryOut(plan: AnyPlan, data: UserCounts | undefined, host: Host): Promise<Run> {
  const simulated = await simulateAndSeal(plan, data, host);
  const opening =
    host.box === undefined ? undefined : await Opening.onRecord(simulated.sealed.identity, host.box.recorder);
  return await finishRun(plan, simulated, opening, host);
}

/**
 * Opens the box of a run, once and on record: the act is written by the host's recorder, bound to the frozen search and
 * to exactly these data, before any masked count is read. A second time gives the same act and the same counts. Throws
 * BoxClosed where the host keeps no record.
 */
export async function openBox(plan: AnyPlan, data: UserCounts | undefined, host: Host, at: string): Promise<Run> {
  if (plan.projection !== undefined) throw new BoxClosed('a projection has no data, so there is nothing to open');
  const simulated = await simulateAndSeal(plan, data, host);
  const opening = await Opening.put(simulated.sealed.identity, recorderOf(host), at);
  return await finishRun(plan, simulated, opening, host);
}

function recorderOf({ box }: Host): Recorder {
  if (box === undefined) throw new BoxClosed('nothing keeps a record here, so no box can be opened');
  return box.recorder;
}

/** The cut-flows of a run, however few events survive; undefined for a kind of search that knows nothing before its end. */
export async function runFlows(plan: AnyPlan, host: Host): Promise<object | undefined> {
  const mode = modeOf(plan);
  if (mode.flows === undefined) return undefined;
  return mode.flows(plan, (await simulateRun(plan, host)).sums);
}

/** The finished run again from what was kept of it: for figures, tables and reports of a document. */
export function exportableOf(plan: AnyPlan, document: RunHead): Exportable {
  return modeOf(plan).exportable(plan, document);
}

async function simulateAndSeal(plan: AnyPlan, data: UserCounts | undefined, host: Host) {
  const mode = modeOf(plan);
  if (data !== undefined) mode.checkData(plan, data);
  const identity = {
    run: host.box?.run ?? '',
    data:
      data === undefined
        ? `${PSEUDO_DATA}${plan.seed}`
        : ((await host.box?.commitment(textOfCounts(data))) ?? 'user data'),
  };
  const { sums, secondsBySample } = await simulateRun(plan, host);
  const seconds = Object.fromEntries(plan.samples.map(({ name }, i) => [name, secondsBySample[i]]));
  return { sums, seconds, sealed: mode.box(plan, sums, { identity, data }) };
}

async function finishRun(
  plan: AnyPlan,
  { sums, seconds, sealed }: Awaited<ReturnType<typeof simulateAndSeal>>,
  opening: Opening | undefined,
  { box }: Host,
): Promise<Run> {
  const counts = opening === undefined ? sealed.visible() : sealed.open(opening);
  const history = (await box?.recorder.history()) ?? [];
  const finished = modeOf(plan).finish(plan, sums, counts);
  let figures: readonly RunFigure[] | undefined;
  const before = opening === undefined ? () => [] : () => beforeOpening(plan, sums, sealed);
  return {
    ...finished,
    figures: () => {
      figures ??= [...finished.figures(), ...before()];
      return figures;
    },
    plan,
    sums,
    seconds,
    changedAfterUnblinding: changedSince(history, sealed.identity),
    exportable: () => exportableOf(plan, finished.document),
  };
}

/** The pictures that opening a box changes, as they were while it was closed; none of them shows a masked count. */
function beforeOpening(plan: AnyPlan, sums: readonly Float64Array[], sealed: SealedData): RunFigure[] {
  const { boxFigures = [], finish } = modeOf(plan);
  if (boxFigures.length === 0) return [];
  return finish(plan, sums, sealed.visible())
    .figures()
    .filter(({ name }) => boxFigures.includes(name))
    .map((figure) => ({
      ...figure,
      name: figure.name.replace(/\.svg$/, '-before.svg'),
      caption: `${figure.caption}, as it was before the box was opened`,
    }));
}

/**
 * Whether the box was opened for another state of the search before. A file of data that differs in a line holds the same
 * events, so every opening of a user's data counts; openings of pseudo-data, which are practice, count for the same
 * pseudo-data alone.
 */
function changedSince(history: readonly SealedAct[], box: BoxIdentity): boolean {
  const [first] = history
    .filter((act) => act.search === box.search && (holdsUserData(act) || act.data === box.data))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return first !== undefined && first.digest !== box.digest;
}
