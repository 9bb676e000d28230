import type { CategoryMeasurement } from './category-measurement.ts';
import type { FormFactorFit } from './form-factor-section.ts';
import type { MassScan } from './mass-scan-section.ts';
import type { RegionRatios } from './region-ratios-section.ts';

/** What a search document may say under `analyses`: one of the kinds, told apart by `kind`. */
export type AnalysisSection = CategoryMeasurement | FormFactorFit | MassScan | RegionRatios;
