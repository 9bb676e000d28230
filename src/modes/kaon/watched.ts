import { readSummary } from '../../stages/selection/summary.ts';
import type { WatchedHistogram } from '../mode.ts';
import { compileSample, DISCRIMINANT } from './chain/compile-sample.ts';
import { axisText, shown } from './figures.ts';
import type { RunPlan, SamplePlan } from './run-plan.ts';

/**
 * The first axis of the discriminant as it fills: the selected signal, and the backgrounds in proportion to their branching
 * ratios. Simulation alone: what plays the role of data has no part in it.
 */
export function watchedHistograms(plan: RunPlan, sums: readonly Float64Array[]): WatchedHistogram[] {
  const parts = [
    { name: 'signal', role: 'signal' },
    { name: 'backgrounds', role: 'background' },
  ] as const;
  return parts.flatMap(({ name, role }): WatchedHistogram[] => {
    let counts: number[] | undefined;
    let candidates = 0;
    let axis: Parameters<typeof axisText>[0] | undefined;
    plan.samples.forEach((sample, i) => {
      if (sample.role !== role || sums[i] === undefined || sums[i].length === 0) return;
      const { layout, spectra, templates } = compileSample(sample);
      const summary = readSummary(layout, spectra, sums[i], templates);
      const found = summary.spectra[DISCRIMINANT];
      if (found === undefined || !(summary.generated.weight > 0)) return;
      const [first] = found.axes;
      const across = found.contents.length / first.bins;
      const scale = shareOf(sample, plan) / summary.generated.weight;
      axis = first;
      counts ??= new Array<number>(first.bins).fill(0);
      for (let bin = 0; bin < first.bins; bin++)
        for (let k = 0; k < across; k++) counts[bin] += scale * found.contents[bin * across + k];
      candidates += summary.selected.candidates;
    });
    if (counts === undefined || axis === undefined) return [];
    const { label, unit = '' } = axisText(axis);
    return [
      { name, label: plainly(label), unit, from: shown(axis.from, axis), to: shown(axis.to, axis), counts, candidates },
    ];
  });
}

const shareOf = ({ key, role }: SamplePlan, { search }: RunPlan): number =>
  role === 'signal' ? 1 : (search.backgrounds[key]?.branchingRatio.value ?? 1);

/** A label without the markup of figures. */
const plainly = (label: string): string => label.replace(/[{}^_]/g, '');
