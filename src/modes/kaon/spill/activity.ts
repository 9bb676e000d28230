import { allocateDecayBlock } from '../../../events/decay-block.ts';
import type { Experiment, VetoName, VetoWindows } from '../../../experiments/experiment.ts';
import { EventRandom, fillUniforms, streamKey } from '../../../math/random/index.ts';
import { branchingFraction, compileDecay, particle } from '../../../physics/index.ts';
import { boostToParent } from '../../../stages/generation/boost.ts';
import { decayFraction, kaonBeam } from '../../../stages/generation/kaon-beam.ts';
import { accidentalHits, HIT } from '../../../stages/simulation/accidental-hits.ts';

/** Decays of each kind in the pool, and the seed that it always has: the pool is a property of the experiment. */
const POOL = 4096;
const SEED = 20_260_101;

/** What one accidental decay does on average. */
export interface DecayActivity {
  readonly decay: string;
  /** Share among the overlaid decays. */
  readonly share: number;
  /** Probability of a hit per decay, by what is hit. */
  readonly hits: Readonly<Record<ActivityName, number>>;
  /** Mean time (m) during which one decay vetoes, by set of windows and by detector, and for all detectors together. */
  readonly dead: Readonly<Record<VetoName, DeadTime>>;
}

/** What accidental activity is counted in. */
export type ActivityName = 'large angle' | 'small angle' | 'charged in the calorimeter' | 'cluster' | 'hard cluster';

/** Mean dead time per decay (m). */
export interface DeadTime {
  readonly largeAngle: number;
  readonly smallAngle: number;
  readonly calorimeter: number;
  readonly charged: number;
  readonly any: number;
}

/** Clusters above this energy (GeV) are counted as clusters and as hard ones. */
const CLUSTER = 1;
const HARD = 15;

/** Half width (m) of the window for a cluster of this energy; 0 below every step. */
export function clusterWindow(windows: VetoWindows, time: Experiment['spill']['clusterTime'], energy: number): number {
  let half = 0;
  for (const { above, resolutions, halfWidth } of windows.clusters.value) {
    if (!(energy > above)) continue;
    const sigma = time.constant.value + time.inverse.value / energy - time.inverseRoot.value / Math.sqrt(energy);
    half = resolutions === undefined ? (halfWidth ?? 0) : resolutions * sigma;
  }
  return half;
}

/** Kaon decays per metre of light travel within the region that the detectors see, at the rate of the beam. */
export function decayRate({ beam, spill }: Experiment): number {
  const { mass, ctau } = particle(beam.particle);
  return beam.rate.value * decayFraction({ ...beam, fiducial: spill.decayRegion }, mass, ctau);
}

/**
 * The activity of the overlaid decays: each kind simulated once, with straight lines through the apparatus. Decays are
 * always the same, whatever the seed of a run. Throws InvalidInput for a decay that cannot be.
 */
export function activityOf(experiment: Experiment): DecayActivity[] {
  const { beam, spill, detector } = experiment;
  const parent = particle(beam.particle);
  const hitsOf = accidentalHits(detector, spill.largeAngleThreshold.value);
  const fractions = spill.decays.map(
    (decay) => branchingFraction(decay.replace(/\(pi0 -> gamma gamma\)/g, 'pi0')).value,
  );
  const deposit = depositIn(detector);
  const total = fractions.reduce((sum, fraction) => sum + fraction, 0);
  return spill.decays.map((decay, d): DecayActivity => {
    const compiled = compileDecay(decay);
    const block = allocateDecayBlock(POOL, compiled.finalState);
    const momenta = block.products.map(({ momentum }) => momentum);
    const draws = Array.from({ length: compiled.uniformsPerEvent }, () => new Float64Array(POOL));
    const weight = new Float64Array(POOL);
    kaonBeam({ ...beam, fiducial: spill.decayRegion }, parent.mass, parent.ctau, POOL, SEED, decay)(block, 0, POOL);
    fillUniforms(streamKey(SEED, `${decay}/activity`), 0, POOL, draws);
    compiled.generate(draws, POOL, momenta, weight);
    for (const momentum of momenta) boostToParent(block.parent, parent.mass, momentum, POOL);

    const hits: Record<ActivityName, number> = {
      'large angle': 0,
      'small angle': 0,
      'charged in the calorimeter': 0,
      cluster: 0,
      'hard cluster': 0,
    };
    const names: readonly VetoName[] = ['standard', 'hermetic'];
    const dead = { standard: newDeadTime(), hermetic: newDeadTime() };
    let sum = 0;
    const random = new EventRandom(streamKey(SEED, `${decay}/showers`));
    for (let i = 0; i < POOL; i++) {
      random.start(i);
      const w = block.weight[i] * weight[i];
      sum += w;
      let where = 0;
      let charged = false;
      let hardest = 0;
      for (const { charge, mass, name, momentum } of block.products) {
        if (mass === 0 && name !== 'gamma') continue;
        const energy = momentum.energy[i];
        const { x, y, z } = block.vertex;
        const hit = hitsOf(x[i], y[i], z[i], momentum.px[i], momentum.py[i], momentum.pz[i], charge, energy);
        where |= hit;
        if ((hit & HIT.calorimeter) === 0) continue;
        if (charge !== 0) charged = true;
        hardest = Math.max(hardest, deposit(name, energy, random));
      }
      if ((where & HIT.largeAngle) !== 0) hits['large angle'] += w;
      if ((where & HIT.smallAngle) !== 0) hits['small angle'] += w;
      if (charged) hits['charged in the calorimeter'] += w;
      if (hardest > CLUSTER) hits.cluster += w;
      if (hardest > HARD) hits['hard cluster'] += w;
      for (const name of names) {
        const windows = spill.windows[name];
        const largeAngle = (where & HIT.largeAngle) === 0 ? 0 : windows.largeAngle.value;
        const smallAngle = (where & HIT.smallAngle) === 0 ? 0 : windows.smallAngle.value;
        const track = charged ? windows.charged.value : 0;
        const cluster = clusterWindow(windows, spill.clusterTime, hardest);
        const sums = dead[name];
        sums.largeAngle += 2 * w * largeAngle;
        sums.smallAngle += 2 * w * smallAngle;
        sums.calorimeter += 2 * w * cluster;
        sums.charged += 2 * w * track;
        sums.any += 2 * w * Math.max(largeAngle, smallAngle, track, cluster);
      }
    }
    const mean = <T extends Readonly<Record<string, number>>>(sums: T): T =>
      Object.fromEntries(Object.entries(sums).map(([key, value]) => [key, value / sum])) as unknown as T;
    return {
      decay,
      share: fractions[d] / total,
      hits: mean(hits),
      dead: { standard: mean({ ...dead.standard }), hermetic: mean({ ...dead.hermetic }) },
    };
  });
}

/** Energy (GeV) of the cluster of a particle: all of e± and photons, a part of hadrons that shower, what muons ionise. */
function depositIn({ calorimeter }: Experiment['detector']) {
  const { minimumIonisingEnergy, pionIonisingFraction, hadronicMaximum } = calorimeter;
  return (name: string, energy: number, random: EventRandom): number => {
    if (name === 'gamma' || name.startsWith('e')) return energy;
    if (name.startsWith('mu') || random.uniform() < pionIonisingFraction.value) return minimumIonisingEnergy.value;
    return energy * hadronicMaximum.value * random.uniform();
  };
}

const newDeadTime = () => ({ largeAngle: 0, smallAngle: 0, calorimeter: 0, charged: 0, any: 0 });
