import type { Experiment, VetoName } from '../../../experiments/experiment.ts';
import { exp, log } from '../../../math/elementary.ts';
import { integrateFixed } from '../../../math/quadrature.ts';
import { activityOf, type DeadTime, decayRate } from './activity.ts';

/** Probability that nothing accidental vetoes an event, by detector and for all together. */
export interface Quiet extends DeadTime {
  readonly halo: number;
}

/** Mean of exp(−x·dead) over the instantaneous intensity x: Gamma of mean 1 and this relative width, up to `largest`. */
export function meanQuiet(dead: number, spread: number, largest: number): number {
  if (spread === 0) return exp(-dead);
  const shape = 1 / (spread * spread);
  const density = (x: number) => exp((shape - 1) * log(x) - shape * (x - 1));
  const norm = integrateFixed(density, 0, largest, 64);
  return integrateFixed((x) => density(x) * exp(-x * dead), 0, largest, 64) / norm;
}

const known = new Map<string, Readonly<Record<VetoName, DeadTime>>>();

/** Mean dead time per accidental decay (m). Kept per apparatus: a scan asks for it at every mass. */
function deadTimes(experiment: Experiment): Readonly<Record<VetoName, DeadTime>> {
  const { detector, beam, spill } = experiment;
  const key = JSON.stringify([detector, { ...beam, rate: 0 }, spill]);
  const before = known.get(key);
  if (before !== undefined) return before;
  const activity = activityOf(experiment);
  const mean = (name: VetoName): DeadTime => {
    const sum = (pick: keyof DeadTime) =>
      activity.reduce((total, { share, dead }) => total + share * dead[name][pick], 0);
    return {
      largeAngle: sum('largeAngle'),
      smallAngle: sum('smallAngle'),
      calorimeter: sum('calorimeter'),
      charged: sum('charged'),
      any: sum('any'),
    };
  };
  const result = { standard: mean('standard'), hermetic: mean('hermetic') };
  if (known.size > 20) known.clear();
  known.set(key, result);
  return result;
}

/**
 * Probability that accidental decays and muons of the halo leave the detectors silent in the windows of that name, at the
 * rate of the beam times `intensity`, averaged over the instantaneous intensity.
 */
export function quietOf(experiment: Experiment, name: VetoName, intensity = 1): Quiet {
  const { spill, beam } = experiment;
  const dead = deadTimes(experiment)[name];
  const decays = intensity * decayRate(experiment);
  const muons = (intensity * spill.haloInside.value * beam.rate.value) / spill.referenceRate.value;
  const haloDead = 2 * muons * spill.windows[name].halo.value;
  const mean = (time: number): number => meanQuiet(time, spill.intensitySpread.value, spill.largestIntensity.value);
  return {
    largeAngle: mean(decays * dead.largeAngle),
    smallAngle: mean(decays * dead.smallAngle),
    calorimeter: mean(decays * dead.calorimeter),
    charged: mean(decays * dead.charged),
    halo: mean(haloDead),
    any: mean(decays * dead.any + haloDead),
  };
}
