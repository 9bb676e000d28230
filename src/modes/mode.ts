import type { DecaySource } from '../events/decay-source.ts';
import type { FigureDescription } from '../plots/draw-figure.ts';
import type { AnySearch } from '../search/any-search.ts';
import type { Asked } from '../search/asking/asked.ts';
import type { RunFigure } from '../search/results/figure.ts';
import type { RunPower } from '../search/results/power.ts';
import type { RunHead } from '../search/results/run-head.ts';
import type { SimulatedEvent } from '../search/results/simulated-event.ts';
import type { BoxIdentity } from '../stages/blinding/box-identity.ts';
import type { Counts } from '../stages/blinding/counts.ts';
import type { SealedData } from '../stages/blinding/sealed-data.ts';
import type { UserCounts } from '../stages/blinding/user-counts.ts';
import type { StageName } from '../stages/names.ts';
import type { AnyPlan } from './any-plan.ts';
import type { ExportableOf, Finished } from './finished.ts';

/**
 * From where on a run has to be done again when its plan changes: from the decays, from the candidates (what is read
 * from an event), from the tally (cuts, regions, trigger), or not at all.
 */
export type Redo = 'nothing' | 'tally' | 'candidates' | 'decays';

/** Which data a box is made of: the identity that its opening is bound to, and a user's counts, if there are any. */
export interface BoxContent {
  readonly identity: Pick<BoxIdentity, 'data' | 'run'>;
  readonly data: UserCounts | undefined;
}

/** Events of a sample that a pilot needs to tell how many are needed, and the least of the run itself. */
export interface SizedSample {
  readonly pilot: number;
  readonly least: number;
  /** What one of its decays counts for in what may be simulated at most: as much as so many common ones. */
  readonly price: number;
}

/** How a kind of run finds the sizes of its samples. */
export interface Sizing<Plan extends AnyPlan = AnyPlan> {
  /** The samples whose size follows from what they shall know; all others keep theirs. */
  samples(plan: Plan): ReadonlyMap<string, SizedSample>;
  /**
   * How well the simulation knows what the answer is made of. Throws InvalidInput where too few events survive to tell.
   */
  power(plan: Plan, sums: readonly Float64Array[]): RunPower;
}

/** A histogram of simulated events while a search fills, in the unit that people read. */
export interface WatchedHistogram {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly from: number;
  readonly to: number;
  readonly counts: readonly number[];
  /** Simulated candidates behind it. */
  readonly candidates: number;
}

/**
 * One kind of search, from the question to the answer: everything that shared code may know of it. Plans and documents
 * are plain JSON; nothing in a mode touches a disk, a clock or a page.
 */
export interface Mode<
  Search extends AnySearch = AnySearch,
  Plan extends AnyPlan = AnyPlan,
  Result extends RunHead = RunHead,
> {
  readonly kind: Search['kind'];
  /** Counts per stage of the sample that is looked for, from the sums so far; for progress. */
  progress?(sums: readonly Float64Array[]): Partial<Readonly<Record<StageName, number>>>;
  /** What fills while a search is simulated, from the sums so far; absent where a block is no list of events. */
  watched?(plan: Plan, sums: readonly Float64Array[]): readonly WatchedHistogram[];
  /**
   * The plan of a run, with its digest. Throws InvalidInput, with the path of what is wrong, and BoxClosed for a setting
   * that would open part of a box.
   */
  plan(search: Search, asked: Asked): Plan;
  /** Digest of the parts of a plan that are frozen when the box is opened; a plan whose own differs was altered. */
  searchDigest(plan: Plan): string;
  /** How many events are asked of this kind of search where `events` are asked of a sample of decays in flight. */
  eventsFor(events: number): number;
  /** Events of a full block. */
  blockEvents(plan: Plan): number;
  /**
   * For each sample a text of all that its blocks depend on besides their size: equal texts, equal blocks, whatever else
   * is in the plans. Absent where a sample cannot be told from its plan.
   */
  sampleTexts?(plan: Plan): readonly string[];
  /** Single events of a sample, from a number on; absent where a block is no list of events. */
  eventsOf?(plan: Plan, sample: string, from: number, count: number): readonly SimulatedEvent[];
  /** One event as a picture; absent as `eventsOf`. */
  eventFigure?(plan: Plan, event: SimulatedEvent): FigureDescription;
  /** What a changed plan costs. */
  redo(before: Plan, after: Plan): Redo;
  /** The decays of a sample, for files of events; absent as `eventsOf`. */
  decaysOf?(plan: Plan, sample: string): DecaySource;
  /** Throws, before anything is simulated, when a user's counts do not fit the plan: InvalidInput or BoxClosed. */
  checkData(plan: Plan, data: UserCounts): void;
  /** What plays the role of data, with the blind bins masked: seeded pseudo-data, or the user's counts. */
  box(plan: Plan, sums: readonly Float64Array[], content: BoxContent): SealedData;
  /** The answer, from the sums and from what may be seen of the data. */
  finish(plan: Plan, sums: readonly Float64Array[], counts: Counts): Finished<Result>;
  /** Names of the figures that show what is in the box: an opened run keeps them as they were before, too. */
  readonly boxFigures?: readonly string[];
  /** How a run of this kind is sized by what it shall know; absent where its size is a number of events alone. */
  readonly sizing?: Sizing<Plan>;
  /** What is known before normalisation, however few events survive; absent where nothing is. */
  flows?(plan: Plan, sums: readonly Float64Array[]): object;
  /** Figures of several runs together, such as all limits in one. */
  summaryFigures?(documents: readonly Result[]): readonly RunFigure[];
  readonly exportable: ExportableOf<Plan, Result>;
}
