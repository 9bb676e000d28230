import { unknownName } from '../../../schema/index.ts';
import { kindBy } from '../../../schema/shapes.ts';
import type { AnalysisSection } from '../../../search/sections/index.ts';
import type { Analysis } from './analysis.ts';
import { analysisFiles } from './kinds.ts';

/** An analysis of which only the kind is known. */
export type AnyAnalysis = Analysis<{ readonly kind: string }, object>;

/** Every kind of analysis there is. */
const analyses = Object.values(analysisFiles) as unknown as readonly AnyAnalysis[];

/** What a search may say under `analyses`, by kind. */
export const analysisSchema = kindBy<AnalysisSection>(
  'kind',
  'kind of analysis',
  Object.fromEntries(analyses.map(({ kind, schema }) => [kind, schema])),
);

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
