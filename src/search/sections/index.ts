import type { CategoryMeasurement } from './category-measurement.ts';
import type { FormFactorFit } from './form-factor-fit.ts';
import type { MassScan } from './mass-scan.ts';
import type { RegionRatios } from './region-ratios.ts';

/**
 * What a search document may say under `analyses`, by `kind`. A kind of analysis that is added as one file of
 * `src/modes/kaon/analyses` declares its section here from there:
 * `declare module '../../../search/sections/index.ts' { interface AnalysisSections { 'my kind': MySection } }`
 */
export interface AnalysisSections {
  'category measurement': CategoryMeasurement;
  'form-factor fit': FormFactorFit;
  'mass scan': MassScan;
  'ratios in regions': RegionRatios;
}

/** One of the kinds, told apart by `kind`. */
export type AnalysisSection = AnalysisSections[keyof AnalysisSections];
