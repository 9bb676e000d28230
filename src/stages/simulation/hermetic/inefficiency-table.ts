import type { InefficiencyMap } from '../../../experiments/hermetic.ts';
import { exp, log } from '../../../math/elementary.ts';
import type { Silence } from './silence.ts';

/** Bins in ln E: the first energy (GeV), the step, their number. */
const FIRST = 0.01;
const STEP = 0.02;
const BINS = 460;

/** Value of a map at `energy` (GeV): a power law between its points, constant above the last, 1 below the first. */
export function inefficiencyAt({ energy }: InefficiencyMap, values: readonly number[], at: number): number {
  if (at < energy[0]) return 1;
  const next = energy.findIndex((point) => at < point);
  if (next < 0) return values[values.length - 1];
  const share = log(at / energy[next - 1]) / log(energy[next] / energy[next - 1]);
  return exp(log(values[next - 1]) + share * (log(values[next]) - log(values[next - 1])));
}

/** Multiplies the probability to miss a photon of `energy` (GeV) into a silence; from a table, 1 % apart in energy. */
export function inefficiencyTable(map: InefficiencyMap): (energy: number, into: Silence) => void {
  const [central, low, high] = [map.central, map.low, map.high].map((values) =>
    Float64Array.from({ length: BINS }, (_, bin) => inefficiencyAt(map, values, FIRST * exp((bin + 0.5) * STEP))),
  );
  return (energy, into) => {
    const bin = energy > FIRST ? Math.min(BINS - 1, Math.floor(log(energy / FIRST) / STEP)) : 0;
    into.times(central[bin], low[bin], high[bin]);
  };
}
