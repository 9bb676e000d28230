import type { Dress } from './drawn-report.ts';

/** What is asked, as plain data: a search by name or as a document. */
export interface Asking {
  readonly search: string | Readonly<Record<string, unknown>>;
  readonly settings: readonly string[];
  readonly seed: number;
  readonly events: number | undefined;
  /** Decays of single samples, and the precision they were found for. */
  readonly sizes?: Readonly<Record<string, number>> | undefined;
  readonly precision?: number | undefined;
  readonly dress: Dress;
}
