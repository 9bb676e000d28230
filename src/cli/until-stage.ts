import { STAGE_NAMES, type StageName } from '../stages/names.ts';

/** The stage that fills each key of a run's document. Keys that are not here are always there. */
const FILLED_BY: Readonly<Record<string, StageName>> = {
  cutflow: 'selection',
  checks: 'selection',
  spectra: 'blinding',
  regions: 'blinding',
  blind: 'blinding',
  acceptance: 'normalisation',
  acceptanceRatio: 'normalisation',
  kaonDecays: 'normalisation',
  ses: 'normalisation',
  errorBudget: 'normalisation',
  background: 'background',
  power: 'background',
  observed: 'limits',
  limit: 'limits',
  limitAtPublishedCount: 'limits',
  reference: 'selection',
  combinatorial: 'background',
  exclusion: 'limits',
  combined: 'limits',
  comparisons: 'limits',
  publishedEdges: 'limits',
  lifetimeMap: 'limits',
  grids: 'limits',
  secondaries: 'background',
  rows: 'report',
};

/** What a run that stops at the selection or before does not know, as nulls. */
export const NOT_REACHED = {
  acceptance: null,
  trigger: null,
  acceptanceRatio: null,
  decayFraction: null,
  kaonDecays: null,
  ses: null,
  errorBudget: null,
  power: null,
  background: null,
  regions: null,
  data: null,
  blind: null,
  observed: null,
  opened: null,
  reason: null,
  limit: null,
  limitAtPublishedCount: null,
  published: null,
  analyses: null,
  spectra: null,
} as const;

/** A run's document with what later stages would fill set to null, and the reason. */
export function untilStage<D extends object>(document: D, stage: StageName): D {
  const last = STAGE_NAMES.indexOf(stage);
  const shown = Object.entries(document).map(([key, value]) => {
    const from = FILLED_BY[key];
    return [key, from !== undefined && STAGE_NAMES.indexOf(from) > last ? null : value];
  });
  const left = { ...Object.fromEntries(shown), until: stage };
  return (last < STAGE_NAMES.indexOf('limits') ? { ...left, reason: `stopped after ${stage}` } : left) as D;
}
