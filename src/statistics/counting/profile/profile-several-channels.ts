import { brent } from '../../../math/roots.ts';
import { isFixed } from '../background/background-model.ts';
import { profiledBackground } from '../background/profiled-background.ts';
import { type CountingModel, type EfficiencyModel, isUncertain } from '../counting-model.ts';
import { efficiencyAt } from '../efficiency.ts';
import { solvePositive } from '../solve-positive.ts';
import type { ProfileLikelihood } from './profile-likelihood-contract.ts';
import { countTerm } from './profile-one-channel.ts';

/** Any channels and any nuisance parameters: z by damped Newton steps, s by the zero of the profile's slope. */
export function severalChannelsProfile(model: CountingModel): ProfileLikelihood {
  const { channels } = model;
  const names = new Map<string, number>();
  let nuisances = 0;
  const backgroundOf = channels.map(({ background, sharedNuisance }) => {
    if (isFixed(background)) return -1;
    if (sharedNuisance === undefined) return nuisances++;
    const known = names.get(sharedNuisance) ?? nuisances++;
    names.set(sharedNuisance, known);
    return known;
  });
  const efficiencyOf = channels.map(({ efficiency }) => (isUncertain(efficiency) ? nuisances++ : -1));
  const common = isUncertain(model.efficiency) ? nuisances++ : -1;
  const count = channels.length;
  const size = nuisances;
  const unit = channels.map((channel) => channel.signal ?? 1);
  const trial = new Float64Array(size);
  const here = new Float64Array(size);
  const gradient = new Float64Array(size);
  const step = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  const slope = new Float64Array(size);

  const backgrounds = channels.map(({ background }) => profiledBackground(background));
  const factor = (efficiency: EfficiencyModel | undefined, k: number, z: ArrayLike<number>): number =>
    k < 0 ? 1 : efficiencyAt(efficiency!, z[k]);
  const signalOf = (i: number, z: ArrayLike<number>): number =>
    unit[i] * factor(channels[i].efficiency, efficiencyOf[i], z) * factor(model.efficiency, common, z);
  const backgroundIn = (i: number, z: ArrayLike<number>): number =>
    backgroundOf[i] < 0 ? channels[i].background.value : backgrounds[i](z[backgroundOf[i]]);
  const value = (s: number, counts: ArrayLike<number>, aux: ArrayLike<number>, z: ArrayLike<number>): number => {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += countTerm(counts[i], s * signalOf(i, z) + backgroundIn(i, z));
    for (let k = 0; k < size; k++) sum += 0.5 * (z[k] - aux[k]) * (z[k] - aux[k]);
    return sum;
  };
  /** d(mean)/dz of channel i, by central differences: the functions of z are cheap and smooth. */
  const slopes = (i: number, s: number, z: Float64Array): void => {
    slope.fill(0);
    for (const k of [backgroundOf[i], efficiencyOf[i], common]) {
      if (k < 0) continue;
      const keep = z[k];
      z[k] = keep + 1e-4;
      const above = s * signalOf(i, z) + backgroundIn(i, z);
      z[k] = keep - 1e-4;
      const below = s * signalOf(i, z) + backgroundIn(i, z);
      z[k] = keep;
      slope[k] = (above - below) / 2e-4;
    }
  };
  const minimise = (s: number, counts: ArrayLike<number>, aux: ArrayLike<number>): number => {
    for (let k = 0; k < size; k++) here[k] = aux[k];
    for (let i = 0; i < count; i++) {
      const k = backgroundOf[i];
      // Start where the background is above zero, else its slope would say nothing.
      const { background } = channels[i];
      if (k >= 0 && background.kind === 'gauss')
        here[k] = Math.max(here[k], (1e-6 - background.value) / background.error);
    }
    let now = value(s, counts, aux, here);
    for (let iteration = 0; iteration < 60; iteration++) {
      hessian.fill(0);
      for (let k = 0; k < size; k++) {
        gradient[k] = here[k] - aux[k];
        hessian[k * size + k] = 1;
      }
      for (let i = 0; i < count; i++) {
        slopes(i, s, here);
        const mean = Math.max(1e-300, s * signalOf(i, here) + backgroundIn(i, here));
        const first = 1 - counts[i] / mean;
        const second = counts[i] / (mean * mean);
        for (let k = 0; k < size; k++) {
          if (slope[k] === 0) continue;
          gradient[k] += first * slope[k];
          for (let l = 0; l < size; l++) hessian[k * size + l] += second * slope[k] * slope[l];
        }
      }
      solvePositive(hessian, gradient, step);
      let fraction = 1;
      let better = false;
      for (let halving = 0; halving < 40; halving++, fraction *= 0.5) {
        for (let k = 0; k < size; k++) trial[k] = here[k] - fraction * step[k];
        const next = value(s, counts, aux, trial);
        if (next < now) {
          better = now - next > 1e-12 * (1 + Math.abs(now));
          now = next;
          here.set(trial);
          break;
        }
      }
      if (!better) break;
    }
    return now;
  };
  const at = (s: number, counts: ArrayLike<number>, aux: ArrayLike<number>, z?: Float64Array): number => {
    const least = size === 0 ? value(s, counts, aux, here) : minimise(s, counts, aux);
    z?.set(here);
    return least;
  };
  const slopeInSignal = (s: number, counts: ArrayLike<number>, aux: ArrayLike<number>): number => {
    at(s, counts, aux);
    let sum = 0;
    for (let i = 0; i < count; i++) {
      const signal = signalOf(i, here);
      const mean = Math.max(1e-300, s * signal + backgroundIn(i, here));
      sum += signal * (1 - counts[i] / mean);
    }
    return sum;
  };
  return {
    nuisances: size,
    channels: count,
    at,
    best(counts, aux) {
      if (count === 1) {
        // Every nuisance parameter at its measured value, the signal taking up the rest.
        const rest = counts[0] - backgroundIn(0, aux);
        if (rest >= 0 && signalOf(0, aux) > 0)
          return { s: rest / signalOf(0, aux), value: countTerm(counts[0], counts[0]) };
        return { s: 0, value: at(0, counts, aux) };
      }
      let total = 1;
      for (let i = 0; i < count; i++) total += counts[i];
      if (slopeInSignal(0, counts, aux) >= 0) return { s: 0, value: at(0, counts, aux) };
      let high = total;
      for (let i = 0; i < count; i++) high = Math.max(high, unit[i] > 0 ? total / unit[i] : 0);
      while (slopeInSignal(high, counts, aux) < 0 && high < 1e300) high *= 4;
      const s = brent((x) => slopeInSignal(x, counts, aux), 0, high, { tolerance: 1e-7, absolute: 1e-9 * high });
      return { s, value: at(s, counts, aux) };
    },
    means(s, z, out) {
      for (let i = 0; i < count; i++) out[i] = s * signalOf(i, z) + backgroundIn(i, z);
    },
  };
}
