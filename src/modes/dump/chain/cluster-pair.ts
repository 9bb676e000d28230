import type { Calorimeter } from '../../../experiments/detector-types.ts';
import type { EventRandom } from '../../../math/random/index.ts';
import { InvalidInput } from '../../../schema/index.ts';
import type { ClusterPairCuts } from '../../../search/dump-search.ts';
import type { DumpBlock, ProductColumns } from '../../../stages/generation/dump-decays.ts';
import type { DumpSetup } from './setup.ts';

interface Cluster {
  x: number;
  y: number;
  energy: number;
}

/**
 * Two clusters without tracks. The dump is taken for their origin: then positions and energies with the mass m of the
 * hypothesis give the decay point, z = z_cal − r₁₂ √(E₁E₂)/m for small angles, and their centre of energy is where the
 * particle would have hit.
 */
export class ClusterPair {
  private readonly calorimeter: Calorimeter;
  private readonly cuts: ClusterPairCuts;
  private readonly z: number;
  private readonly axisX: number;
  private readonly axisY: number;
  private readonly one: Cluster = { x: 0, y: 0, energy: 0 };
  private readonly two: Cluster = { x: 0, y: 0, energy: 0 };

  /** InvalidInput when the experiment has no calorimeter. */
  constructor({ search, experiment, source }: DumpSetup, cuts: ClusterPairCuts) {
    const { calorimeter, planes } = experiment;
    const plane = planes.find(({ value }) => value.name === cuts.at);
    if (calorimeter === undefined || plane === undefined)
      throw new InvalidInput(
        `${search.id}: selection.clusters`,
        `${experiment.id} measures no clusters at '${cuts.at}'`,
      );
    this.calorimeter = calorimeter;
    this.cuts = cuts;
    this.z = plane.value.z;
    this.axisX = source.x;
    this.axisY = source.y;
  }

  /** Whether the pair of event i passes for a particle of that mass (GeV) that decays at (x, y, z). */
  passes(mass: number, x: number, y: number, z: number, block: DumpBlock, i: number, random: EventRandom): boolean {
    const { one, two, cuts } = this;
    this.measure(one, x, y, z, block.first, i, random);
    this.measure(two, x, y, z, block.second, i, random);
    if (!(one.energy > 0 && two.energy > 0)) return false;
    const dx = one.x - two.x;
    const dy = one.y - two.y;
    const apart = Math.sqrt(dx * dx + dy * dy);
    if (apart < cuts.distance.value) return false;
    const [low, high] = cuts.z.value as readonly [number, number];
    const decayZ = this.z - (apart * Math.sqrt(one.energy * two.energy)) / mass;
    if (!(decayZ > low && decayZ < high)) return false;
    const sum = one.energy + two.energy;
    const centreX = (one.x * one.energy + two.x * two.energy) / sum - this.axisX;
    const centreY = (one.y * one.energy + two.y * two.energy) / sum - this.axisY;
    return centreX * centreX + centreY * centreY < cuts.centre.value * cuts.centre.value;
  }

  private measure(
    out: Cluster,
    x: number,
    y: number,
    z: number,
    product: ProductColumns,
    i: number,
    random: EventRandom,
  ): void {
    const px = product.px[i];
    const py = product.py[i];
    const pz = product.pz[i];
    const { energyResolution, positionResolution } = this.calorimeter;
    const energy = Math.sqrt(px * px + py * py + pz * pz);
    const stochastic: number = energyResolution.stochastic.value;
    const noise = energyResolution.noise.value / energy;
    const constant: number = energyResolution.constant.value;
    const spread = Math.sqrt((stochastic * stochastic) / energy + noise * noise + constant * constant);
    const position: number = positionResolution.value;
    const lever = this.z - z;
    out.energy = energy * (1 + spread * random.normal());
    out.x = x + (px / pz) * lever + position * random.normal();
    out.y = y + (py / pz) * lever + position * random.normal();
  }
}
