import type { EventRandom } from '../../../math/random/index.ts';
import type { DumpBlock } from '../../../stages/generation/dump-decays.ts';
import { inPointingRegion, Pointing } from '../../../stages/selection/pointing.ts';
import { emptyTrack, measurementZ, measureTrack } from '../../../stages/simulation/dump-measurement.ts';
import { bentX, bentY } from './bent-track.ts';
import { ClusterPair } from './cluster-pair.ts';
import type { PointingResolution } from './pointing-resolution.ts';
import type { DumpSetup } from './setup.ts';
import { ThirdPhoton } from './third-photon.ts';

const Z_BINS = 800;
const Z_STEP = 0.25;
const DISTANCE_BINS = 400;
const DISTANCE_STEP = 2.5e-4;
/** Share of a Gaussian within one standard deviation. */
const ONE_SIGMA = 0.6826895;

/** Where a histogram has reached a share of its sum, in bins. */
function quantile(bins: Float64Array, share: number): number {
  let total = 0;
  for (const x of bins) total += x;
  let sum = 0;
  for (let i = 0; i < bins.length; i++) {
    if (bins[i] > 0 && sum + bins[i] >= share * total) return i + (share * total - sum) / bins[i];
    sum += bins[i];
  }
  return bins.length;
}

/** What is tried at one decay point of an accepted event: the two-track trigger, vertex cuts and the signal region. */
export class EventSelection {
  /** Observables of the event last tried. */
  readonly pointing: Pointing;
  private readonly setup: DumpSetup;
  private readonly clusters: ClusterPair | null;
  private readonly one = emptyTrack();
  private readonly two = emptyTrack();
  private readonly deviates = new Float64Array(10);
  private readonly tileZ: number;
  private readonly photon: ThirdPhoton | null;
  private mass = 0;
  private sum = 0;
  private inside = 0;
  private massSum = 0;
  private massSquares = 0;
  /** Weighted histograms of the two pointing observables: their tails are too long for a root mean square. */
  private readonly zBins = new Float64Array(Z_BINS);
  private readonly distanceBins = new Float64Array(DISTANCE_BINS);

  constructor(setup: DumpSetup) {
    this.setup = setup;
    const { clusters } = setup.search.selection;
    this.clusters = clusters === undefined ? null : new ClusterPair(setup, clusters);
    this.pointing = new Pointing(setup.source.x, setup.source.y);
    const tile = setup.experiment.twoTrackTile?.value;
    this.photon = ThirdPhoton.of(setup);
    this.tileZ = setup.experiment.planes.find(({ value }) => value.name === tile?.plane)?.value.z ?? 0;
  }

  start(mass: number): void {
    this.mass = mass;
    this.sum = 0;
    this.inside = 0;
    this.massSum = 0;
    this.massSquares = 0;
    this.zBins.fill(0);
    this.distanceBins.fill(0);
  }

  /** Whether event i of the block passes when it decays at z; draws from `random` where that stands. */
  passes(z: number, block: DumpBlock, i: number, random: EventRandom, weight: number): boolean {
    const { setup, one, two, deviates, pointing } = this;
    const tracker = setup.experiment.tracker;
    const { first, second } = block;
    const x = block.x[i] + block.slopeX[i] * (z - block.z[i]);
    const y = block.y[i] + block.slopeY[i] * (z - block.z[i]);
    if (this.clusters !== null) {
      const passed = this.clusters.passes(this.mass, x, y, z, block, i, random);
      this.sum += weight;
      if (passed) this.inside += weight;
      return passed;
    }
    const { vertexDistance, vertexZ } = setup.search.selection;
    if (tracker === undefined || vertexDistance === undefined || vertexZ === undefined) return true;
    const tile = setup.experiment.twoTrackTile?.value;
    if (tile !== undefined) {
      const [c1, c2] = [setup.pair[0].charge, setup.pair[1].charge];
      const { magnet } = setup.experiment;
      const at = this.tileZ;
      const dx =
        bentX(magnet, x, z, first.px[i], first.pz[i], c1, at) - bentX(magnet, x, z, second.px[i], second.pz[i], c2, at);
      const dy =
        bentY(magnet, 0, z, first.px[i], first.py[i], first.pz[i], c1, at) -
        bentY(magnet, 0, z, second.px[i], second.py[i], second.pz[i], c2, at);
      if (Math.abs(dx) < tile.x && Math.abs(dy) < tile.y) return false;
    }
    const at = measurementZ(tracker);
    const lever = at - z;
    for (let k = 0; k < 10; k++) deviates[k] = random.normal();
    measureTrack(
      tracker,
      x + (first.px[i] / first.pz[i]) * lever,
      y + (first.py[i] / first.pz[i]) * lever,
      first.px[i],
      first.py[i],
      first.pz[i],
      deviates,
      0,
      one,
    );
    measureTrack(
      tracker,
      x + (second.px[i] / second.pz[i]) * lever,
      y + (second.py[i] / second.pz[i]) * lever,
      second.px[i],
      second.py[i],
      second.pz[i],
      deviates,
      5,
      two,
    );
    pointing.set(at, one, two, setup.pair[0].mass, setup.pair[1].mass);
    const [low, high] = vertexZ.value as readonly [number, number];
    if (!(pointing.distance < vertexDistance.value && pointing.vertexZ > low && pointing.vertexZ < high)) return false;
    if (this.photon !== null && !this.photon.passes(x, y, z, block, i, random, pointing)) return false;
    const m = pointing.mass - this.mass;
    this.sum += weight;
    this.massSum += weight * m;
    this.massSquares += weight * m * m;
    const z0 = Math.floor((pointing.originZ - setup.source.frontFace) / Z_STEP) + Z_BINS / 2;
    this.zBins[Math.min(Math.max(z0, 0), Z_BINS - 1)] += weight;
    this.distanceBins[Math.min(Math.floor(pointing.originDistance / DISTANCE_STEP), DISTANCE_BINS - 1)] += weight;
    let { originZ, originDistance } = pointing;
    const published = setup.search.publishedResolution;
    if (setup.resolution === 'published' && published !== undefined) {
      originZ = block.z[i] + published.z.value * random.normal();
      originDistance = Math.abs(published.distance.value * random.normal());
    }
    const inside = inPointingRegion(setup.signal, originZ, originDistance);
    if (inside) this.inside += weight;
    return inside;
  }

  /** Spread of the observables of the events that passed the vertex cuts since `start`; zeros when none did. */
  resolution(): PointingResolution {
    const { sum } = this;
    if (sum === 0) return { mass: 0, originZ: 0, originDistance: 0, inRegion: 0 };
    const mean = this.massSum / sum;
    const tail = 0.5 * (1 - ONE_SIGMA);
    return {
      mass: Math.sqrt(Math.max(0, this.massSquares / sum - mean * mean)),
      originZ: 0.5 * Z_STEP * (quantile(this.zBins, 1 - tail) - quantile(this.zBins, tail)),
      originDistance: DISTANCE_STEP * quantile(this.distanceBins, ONE_SIGMA),
      inRegion: this.inside / sum,
    };
  }
}
