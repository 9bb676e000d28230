import type { Calorimeter } from '../../../experiments/detector-types.ts';
import type { EventRandom } from '../../../math/random/index.ts';
import { InvalidInput } from '../../../schema/index.ts';
import type { ClusterPairCuts } from '../../../search/dump-search.ts';
import type { DumpBlock } from '../../../stages/generation/dump-decays.ts';
import { emptyCluster, measureCluster } from './measured-cluster.ts';
import type { DumpSetup } from './setup.ts';

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
  private readonly one = emptyCluster();
  private readonly two = emptyCluster();

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
    measureCluster(this.calorimeter, this.z, x, y, z, block.first, i, random, one);
    measureCluster(this.calorimeter, this.z, x, y, z, block.second, i, random, two);
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
}
