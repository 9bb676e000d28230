import type { CategoryMeasurement } from './category-measurement.ts';
import type { FormFactorFit } from './form-factor-fit.ts';
import type { MassScan } from './mass-scan.ts';
import type { RegionRatios } from './region-ratios.ts';

/** What a search document may say under `analyses`: one of the kinds, told apart by `kind`. */
export type AnalysisSection = CategoryMeasurement | FormFactorFit | MassScan | RegionRatios;
