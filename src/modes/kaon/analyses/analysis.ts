import type { Schema } from '../../../schema/shapes.ts';
import type { Axis, SearchDocument } from '../../../search/kaon-search.ts';
import type { RunFigure } from '../../../search/results/figure.ts';
import type { ReproduceRow } from '../../../search/results/row.ts';
import type { ExportTable } from '../../../search/results/table.ts';
import type { OpeningAct } from '../../../stages/blinding/opening-act.ts';
import type { ReportPart } from '../../../stages/report/index.ts';
import type { Cut } from '../../../stages/selection/selection.ts';
import type { ReadSample } from '../chain/read-samples.ts';
import type { NormalisedRun } from '../normalise.ts';
import type { RunDocument } from '../run-document.ts';
import type { RunPlan, SamplePlan } from '../run-plan.ts';

/** What an analysis has to work with when all samples are simulated. */
export interface AnalysisContext {
  readonly plan: RunPlan;
  /** The name under which the search lists the analysis. */
  readonly name: string;
  readonly samples: readonly ReadSample[];
  readonly normalised: NormalisedRun;
  /** Data or pseudo-data per bin of the discriminant (last axis fastest); null in a closed box. */
  readonly counts: readonly (number | null)[];
  /** Whether these are pseudo-data or a user's own data. */
  readonly dataKind: 'pseudo-data' | 'user';
  /** The act that opened the box of this very search; undefined while it is closed. */
  readonly opened: OpeningAct | undefined;
}

/** Samples, counts and spectra that an analysis wants on top of those of the counting search. */
export interface AnalysisNeeds {
  /** Further samples; names must be unique in the search. */
  readonly samples?: readonly SamplePlan[];
  /** Further regions of signal and backgrounds: candidates that pass all cuts and these conditions. */
  readonly regions?: Readonly<Record<string, readonly Cut[]>>;
  /** Further spectra of signal and backgrounds. */
  readonly spectra?: Readonly<Record<string, readonly Axis[]>>;
  /** Spectra of the signal, one per piece of its weight. */
  readonly templates?: SamplePlan['templates'];
}

/**
 * What a search can do with its events besides counting them in one region: one kind, one file. `Section` is what the
 * search document says about it, plain data with `kind`; the result is plain JSON as well.
 */
export interface Analysis<Section extends { readonly kind: string }, Result extends object> {
  readonly kind: Section['kind'];
  /** What the search document may say: keys, types, units and ranges. */
  readonly schema: Schema<Section>;
  /** Throws InvalidInput, with its path, when a section of the right shape does not hold together. */
  check(section: Section, search: SearchDocument, where: string): void;
  needs(
    section: Section,
    search: SearchDocument,
    /** The analysis's name in the search, and the size of the search's own samples. */
    size: { readonly name: string; readonly events: number; readonly blocks: number },
  ): AnalysisNeeds;
  finish(section: Section, context: AnalysisContext): Result;
  rows(section: Section, result: Result, search: SearchDocument): ReproduceRow[];
  /** Text and tables for the report; its figures are those of `figures`, by name. */
  report(section: Section, result: Result, run: RunDocument): ReportPart;
  figures(section: Section, result: Result, run: RunDocument, plan: RunPlan): RunFigure[];
  /** Its numbers as tables for export, named within the analysis. */
  tables?(section: Section, result: Result, search: SearchDocument): ExportTable[];
  /** What the exported likelihood does not hold of it, and why, in words; '' for nothing. */
  likelihoodNote?(result: Result, name: string): string;
}
