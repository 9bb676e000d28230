/** The nine stages of a search, in order: the one list behind the folders, the progress strip, reports and docs. */
export const STAGE_NAMES = [
  'generation',
  'simulation',
  'trigger',
  'selection',
  'blinding',
  'normalisation',
  'background',
  'limits',
  'report',
] as const;

/** One of the nine stages. */
export type StageName = (typeof STAGE_NAMES)[number];
