import { checkCandidates } from './candidates.ts';
import type { CheckedPeakScan } from './checked-peak-scan.ts';
import { countingScan } from './counting-scan.ts';
import { LocalPValues, localSignificance } from './local-p-value.ts';
import { type LocalRange, localRange } from './local-range.ts';
import type { PreparedScan } from './prepared-scan.ts';
import { type ScanToy, windowToy } from './scan-toys.ts';
import { sidebandBackground } from './sideband-background.ts';
import { windowEfficiency } from './signal-window.ts';
import type { SortedMasses } from './sorted-masses.ts';
import { densityToy } from './toy-spectrum.ts';
import { windowMembership } from './window-membership.ts';

/** The window method of `peakScan`. */
export function windowPeakScan(scan: CheckedPeakScan): PreparedScan {
  const { masses, sigmas, halfWidth, observed, simulated, relativeError, sidebands, level } = scan;
  const count = masses.length;
  const halfWidths = sigmas.map((sigma) => halfWidth * sigma);
  const low = masses.map((mass, h) => mass - halfWidths[h]);
  const high = masses.map((mass, h) => mass + halfWidths[h]);
  const ranges =
    simulated === null
      ? Array.from(masses, (mass, h) => localRange(mass, sigmas[h], sidebands.reach, scan.range))
      : null;
  const background = new Float64Array(count);
  const errors = new Float64Array(count);
  const notes: string[] = [];
  if (simulated !== null) {
    const typical = simulated.total > 0 ? simulated.squares(-Infinity, Infinity) / simulated.total : 0;
    let empty = 0;
    for (let h = 0; h < count; h++) {
      background[h] = simulated.sum(low[h], high[h]);
      const common = relativeError * background[h];
      errors[h] = background[h] > 0 ? Math.sqrt(simulated.squares(low[h], high[h]) + common * common) : typical;
      if (background[h] === 0) empty++;
    }
    if (empty > 0)
      notes.push(`${empty} of ${count} windows hold no simulated background; its error there is that of one event.`);
  } else {
    for (let h = 0; h < count; h++) {
      const { value, error } = fromSidebands(observed!, ranges![h], low[h], high[h], scan);
      background[h] = value;
      errors[h] = error;
    }
  }
  const { hypotheses, pValues } = countingScan({
    masses: { [scan.name]: masses },
    observed: observed === null ? null : masses.map((_, h) => observed.sum(low[h], high[h])),
    background,
    backgroundErrors: errors,
    efficiency: scan.efficiency ?? new Float64Array(count).fill(windowEfficiency(halfWidth)),
    ...(scan.ses === null ? {} : { ses: scan.ses }),
    ...(scan.sesErrors === null ? {} : { sesErrors: scan.sesErrors }),
    level,
  });
  const toy = (): ScanToy => {
    if (simulated !== null) {
      const windows = { hypotheses: count, centres: [masses], halfWidths: [halfWidths] };
      const events = checkCandidates({ values: [simulated.masses], weights: simulated.weights() }, 1, 'background');
      return windowToy(windowMembership(windows, events), relativeError, pValues);
    }
    const densities = background.map((value, h) => value / (high[h] - low[h]));
    const draw = densityToy(masses, densities, scan.range);
    return (random, z) => {
      const spectrum = draw(random);
      for (let h = 0; h < count; h++) {
        const { value, error } = fromSidebands(spectrum, ranges![h], low[h], high[h], scan);
        z[h] = localSignificance(new LocalPValues(value, error).p(spectrum.sum(low[h], high[h])));
      }
    };
  };
  const quantity = scan.ses === null ? 'signalEvents' : 'branchingRatio';
  const standardToys = simulated === null ? 200 : 1000;
  return { method: 'window', level, quantity, hypotheses, notes, standardToys, toy };
}

function fromSidebands(
  spectrum: SortedMasses,
  range: LocalRange,
  low: number,
  high: number,
  { sidebands }: CheckedPeakScan,
) {
  return sidebandBackground(spectrum, range, [low, high], sidebands.degree, sidebands.gap);
}
