import type { WorkspaceDocument } from '../../statistics/histfactory/index.ts';
import type { CountedResult, NothingCounted } from './counted-result.ts';
import type { ExportTable } from './table.ts';

/** What can be written of a finished run, whatever its kind. */
export interface Exportable {
  readonly search: string;
  readonly title: string;
  readonly summary: string;
  readonly references: readonly string[];
  readonly reaction: string;
  /** Digest of the result. */
  readonly digest: string;
  readonly blind: boolean;
  /** The search as it was carried out, as plain data. */
  readonly document: object;
  readonly tables: readonly ExportTable[];
  /** Its counting result, for combinations with others. */
  readonly counted: CountedResult | NothingCounted;
  readonly likelihood: {
    readonly workspace: WorkspaceDocument;
    readonly note: string;
    /** What μ = 1 stands for, and where the count comes from. */
    readonly meaning: LikelihoodMeaning;
    /** The run's own limit on what μ counts, from the count of the workspace; null where there is none. */
    readonly limit: { readonly value: number; readonly cl: number; readonly method: string } | null;
  };
}

/** What the parameter of interest of a likelihood stands for: in words, and its value at μ = 1. */
export interface LikelihoodMeaning {
  readonly parameter: string;
  readonly unit: number;
  readonly count: CountOrigin;
}

/** Where the count of a likelihood comes from. */
export type CountOrigin = 'run' | 'published' | 'nowhere';

const ORIGINS: Readonly<Record<CountOrigin, (kind: string) => string>> = {
  run: (kind) => `the count of this run, ${kind}`,
  published: () => 'the published count; the box of this run is closed',
  nowhere: () =>
    'a place holder: nothing is observed here (the box of this run is closed, or it is a projection), and nothing is published',
};

/** Where the count of a likelihood comes from, in words. */
export const countNote = (from: CountOrigin, kind: string): string => ORIGINS[from](kind);
