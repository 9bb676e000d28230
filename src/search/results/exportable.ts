import type { WorkspaceDocument } from '../../statistics/histfactory/index.ts';
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
  readonly likelihood: {
    readonly workspace: WorkspaceDocument;
    readonly note: string;
    /** The run's own limit on what μ counts, from the count of the workspace; null where there is none. */
    readonly limit: { readonly value: number; readonly cl: number; readonly method: string } | null;
  };
}

/** Where the count of a likelihood comes from. */
export type CountOrigin = 'run' | 'published' | 'nowhere';

const ORIGINS: Readonly<Record<CountOrigin, (kind: string) => string>> = {
  run: (kind) => `the count of this run, ${kind}`,
  published: () => 'the published count; the box of this run is closed',
  nowhere: () => 'a place holder: the box of this run is closed, and nothing is published',
};

/** Where the count of a likelihood comes from, in words. */
export const countNote = (from: CountOrigin, kind: string): string => ORIGINS[from](kind);
