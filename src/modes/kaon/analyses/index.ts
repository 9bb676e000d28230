import { unknownName } from '../../../schema/index.ts';
import type { AnalysisSection } from '../../../search/sections/index.ts';
import type { Analysis } from './analysis.ts';
import { categoryMeasurement } from './category-measurement.ts';
import { formFactorAnalysis } from './form-factor/form-factor-fit.ts';
import { massScan } from './mass-scan/mass-scan.ts';
import { regionRatios } from './region-ratios/region-ratios.ts';

/** An analysis of which only the kind is known. */
export type AnyAnalysis = Analysis<{ readonly kind: string }, object>;

/** Every kind of analysis there is, by kind. */
const analyses: readonly AnyAnalysis[] = [
  categoryMeasurement as AnyAnalysis,
  massScan as AnyAnalysis,
  formFactorAnalysis as AnyAnalysis,
  regionRatios as AnyAnalysis,
];

/** The analysis of a section's kind. Throws InvalidInput with the nearest kind. */
export function analysisOf(section: AnalysisSection, where: string): AnyAnalysis {
  const { kind } = section as { readonly kind: string };
  const found = analyses.find((analysis) => analysis.kind === kind);
  if (found === undefined) {
    throw unknownName(
      `${where}.kind`,
      'kind of analysis',
      kind,
      analyses.map((analysis) => analysis.kind),
    );
  }
  return found;
}
