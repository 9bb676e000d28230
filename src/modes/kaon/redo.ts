import { canonicalJson } from '../../search/asking/digest.ts';
import type { Redo } from '../mode.ts';
import type { RunPlan, SamplePlan } from './run-plan.ts';

/** What the decays of a sample depend on. */
const decaysOf = ({ name, decay, hidden, models, events, accidental, conversions, split, templates }: SamplePlan) => ({
  ...{ name, decay, hidden, models, events, accidental, conversions, split },
  reweightings: Object.values(templates ?? {}).map(({ reweighting }) => reweighting),
});

/** What is left of a selection when trigger, vetoes and cuts are taken away: how events are read. */
function readingOf({ selection, preferredDecays, preferredElectrons }: SamplePlan) {
  const { cuts: _, photonVeto: __, ...reading } = selection;
  return { ...reading, preferredDecays, preferredElectrons, hermetic: selection.photonVeto === 'hermetic' };
}

/** What is counted of candidates. */
const countedOf = ({
  triggers,
  quiet,
  discriminant,
  regions,
  conditions,
  spectra,
  templates,
  selection,
}: SamplePlan) => ({
  ...{ triggers, quiet, discriminant, regions, conditions, spectra, templates },
  cuts: selection.cuts,
  photonVeto: selection.photonVeto,
});

const differ = (a: unknown, b: unknown): boolean => canonicalJson(a) !== canonicalJson(b);

/** From where on a run has to be done again when its plan changes. */
export function redoOf(before: RunPlan, after: RunPlan): Redo {
  const each = (part: (sample: SamplePlan) => unknown) => differ(before.samples.map(part), after.samples.map(part));
  const { beam, halo, detector } = before.experiment;
  if (before.seed !== after.seed || each(decaysOf) || differ({ beam, halo }, pick(after))) return 'decays';
  if (each(readingOf) || differ(detector, after.experiment.detector)) return 'candidates';
  if (each(countedOf) || differ(before.experiment, after.experiment) || differ(before.countedWith, after.countedWith))
    return 'tally';
  return 'nothing';
}

const pick = ({ experiment: { beam, halo } }: RunPlan) => ({ beam, halo });
