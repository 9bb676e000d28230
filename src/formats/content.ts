import type { EventTable } from '../events/event-table.ts';
import type { Patchset } from '../statistics/histfactory/document/patchset.ts';
import type { WorkspaceDocument } from '../statistics/histfactory/document/workspace-document.ts';
import type { NormsysCode } from '../statistics/histfactory/model/interpolation.ts';
import type { HepmcEvent } from './events/hepmc3-reader.ts';
import type { BinnedHistogram } from './histograms/binned-histogram.ts';
import type { DataTable } from './tables/data-table.ts';

/** Tables that belong together, and what is said of all of them. */
export interface TableSet {
  readonly comment: string;
  readonly tables: readonly DataTable[];
  /** Files that came with them, by name: workspaces, search documents. */
  readonly attached: readonly string[];
}

/** A likelihood, and the interpolation under which it says what its file said. */
export interface Likelihood {
  readonly workspace: WorkspaceDocument;
  readonly normsys?: NormsysCode;
  /** What a reader of the result should know. */
  readonly notes: readonly string[];
}

/** What a file may hold, by kind. */
export interface ContentOf {
  likelihood: Likelihood;
  patchset: Patchset;
  histograms: Readonly<Record<string, BinnedHistogram>>;
  tables: TableSet;
  /** Columns of numbers, an event a row. */
  rows: EventTable;
  /** Events with their particles. */
  events: readonly HepmcEvent[];
  /** Objects of a ROOT file, by path. */
  objects: {
    readonly histograms: Readonly<Record<string, BinnedHistogram>>;
    readonly tables: readonly DataTable[];
    readonly rows: Readonly<Record<string, EventTable>>;
  };
}

/** A kind of content. */
export type What = keyof ContentOf;

/** What was read, and what the file said that has no place in it. */
export interface Read<W extends What> {
  readonly content: ContentOf[W];
  readonly lost: readonly string[];
}
