import type { Calorimeter } from '../../../experiments/detector-types.ts';
import type { EventRandom } from '../../../math/random/index.ts';
import type { ThirdPhotonCuts } from '../../../search/dump-search.ts';
import type { DumpBlock, ProductColumns } from '../../../stages/generation/dump-decays.ts';
import type { Pointing } from '../../../stages/selection/pointing.ts';
import { bentX, bentY } from './bent-track.ts';
import { emptyCluster, measureCluster } from './measured-cluster.ts';
import type { DumpSetup } from './setup.ts';

/** The photon besides a pair of tracks: a cluster away from both, whose flight begins at their vertex. */
export class ThirdPhoton {
  private readonly setup: DumpSetup;
  private readonly calorimeter: Calorimeter;
  private readonly cuts: ThirdPhotonCuts;
  private readonly z: number;
  private readonly cluster = emptyCluster();

  /** Null for a search that asks for none. */
  static of(setup: DumpSetup): ThirdPhoton | null {
    const { photon } = setup.search.selection;
    const { calorimeter, planes } = setup.experiment;
    const plane = planes.find(({ value }) => value.name === photon?.at);
    if (photon === undefined || calorimeter === undefined || plane === undefined) return null;
    return new ThirdPhoton(setup, calorimeter, photon, plane.value.z);
  }

  private constructor(setup: DumpSetup, calorimeter: Calorimeter, cuts: ThirdPhotonCuts, z: number) {
    this.setup = setup;
    this.calorimeter = calorimeter;
    this.cuts = cuts;
    this.z = z;
  }

  /** Whether the photon of event i is a cluster by itself; adds it to the observables of the tracks when it is. */
  passes(
    x: number,
    y: number,
    z: number,
    block: DumpBlock,
    i: number,
    random: EventRandom,
    pointing: Pointing,
  ): boolean {
    const { cluster, cuts, setup } = this;
    measureCluster(this.calorimeter, this.z, x, y, z, block.third, i, random, cluster);
    if (cluster.energy < cuts.smallestEnergy.value) return false;
    const [one, two] = setup.pair;
    if (!this.apart(x, y, z, block.first, i, one.charge) || !this.apart(x, y, z, block.second, i, two.charge))
      return false;
    pointing.addPhoton(cluster.x, cluster.y, this.z, cluster.energy);
    return true;
  }

  private apart(x: number, y: number, z: number, { px, py, pz }: ProductColumns, i: number, charge: number): boolean {
    const { magnet } = this.setup.experiment;
    const dx = bentX(magnet, x, z, px[i], pz[i], charge, this.z) - this.cluster.x;
    const dy = bentY(magnet, y, z, px[i], py[i], pz[i], charge, this.z) - this.cluster.y;
    const least: number = this.cuts.distance.value;
    return dx * dx + dy * dy > least * least;
  }
}
