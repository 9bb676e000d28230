import type { Box, SearchDocument } from '../../search/kaon-search.ts';
import type { SampleSummary } from '../../stages/selection/summary.ts';
import { DISCRIMINANT } from './chain/compile-sample.ts';

/** Candidates nearest to the region that say what one in it would weigh. */
const ENOUGH = 5;

/**
 * Weight that a candidate in `boxes`, where none survives, would typically have: Σw²/Σw of the selected ones nearest to them
 * on the first axis of the discriminant, as many bins as it takes until they are worth five; of all that were lost last
 * where none is selected, 1 where none ever was. `beside`: those in the boxes do not count, which says what one more candidate
 * might weigh that a small sample has not seen.
 */
export function typicalWeight({ spectra, flow }: SampleSummary, boxes: readonly Box[], beside = false): number {
  const lastStep = [...flow].reverse().find(({ candidates }) => candidates > 0);
  const anywhere = lastStep === undefined ? 1 : lastStep.weight / lastStep.candidates;
  const spectrum = spectra[DISCRIMINANT];
  if (spectrum === undefined || boxes.length === 0) return anywhere;
  const [axis] = spectrum.axes;
  const across = spectrum.contents.length / axis.bins;
  const width = (axis.to - axis.from) / axis.bins;
  const distance = (bin: number): number => {
    const centre = axis.from + (bin + 0.5) * width;
    return Math.min(...boxes.map(([[from, to]]) => Math.max(0, from - centre, centre - to)));
  };
  const all = Array.from({ length: axis.bins }, (_, bin) => bin);
  const bins = all.filter((bin) => !beside || distance(bin) > 0).sort((a, b) => distance(a) - distance(b) || a - b);
  let weight = 0;
  let squares = 0;
  for (const bin of bins) {
    for (let k = bin * across; k < (bin + 1) * across; k++) {
      weight += spectrum.contents[k];
      squares += spectrum.squares[k];
    }
    if (squares > 0 && weight * weight >= ENOUGH * squares) return squares / weight;
  }
  return squares > 0 ? squares / weight : anywhere;
}

/** The boxes of regions that have edges. */
export function boxesOf({ regions }: SearchDocument, names: readonly string[]): readonly Box[] {
  const boxes: Readonly<Record<string, Box>> = regions;
  return names.map((name) => boxes[name] ?? []).filter((box) => box.length > 0);
}
