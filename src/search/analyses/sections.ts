import type { CategoryMeasurement } from './category-measurement.ts';
import type { MassScan } from './mass-scan-section.ts';

/** What a search document may say under `analyses`: one of the kinds, told apart by `kind`. */
export type AnalysisSection = CategoryMeasurement | MassScan;
