import type { DecayProduct } from '../../events/decay-block.ts';
import type { Detector } from '../../experiments/detector-types.ts';
import { strawAcceptance } from './straw-acceptance.ts';
import { TrackPath } from './track-path.ts';

/** Part of the hole of the hodoscope that still counts as near: tracks that scatter or radiate come out of it. */
const NEARBY = 0.7;

/** Tracks of each charge that are needed, and the chambers that each must cross. */
export interface GeometryNeeds {
  readonly positive: number;
  readonly negative: number;
  readonly crossed: number;
  /** Whether each must reach the hodoscope, which few of them miss the hole of. */
  readonly hodoscope: boolean;
}

/** Whether a detector can see decays, if nothing decays, scatters or radiates: straight lines and the kick of the magnet. */
export interface InAcceptance {
  /** Places of the charged products among all. */
  readonly charged: readonly number[];
  /** Whether the decay of a row sends enough charged products through enough chambers. */
  row(row: number): boolean;
  /** The same for a decay at (x, y, z) of which these are the momenta (GeV) of the charged products, in their order. */
  decay(x: number, y: number, z: number, px: Float64Array, py: Float64Array, pz: Float64Array): boolean;
}

/** What a decay must do to be worth many responses. No random number. */
export function inAcceptance(
  { straw, magnet, newChod }: Detector,
  products: readonly DecayProduct[],
  { positive, negative, crossed, hodoscope }: GeometryNeeds,
): InAcceptance {
  const inStraw = strawAcceptance(straw);
  const planes = Float64Array.from(straw.z.value);
  const magnetZ = magnet.z.value as number;
  const behind = planes.findIndex((z) => z > magnetZ);
  const kick = magnet.kick.value as number;
  const charged = products.flatMap(({ charge }, place) => (charge === 0 ? [] : [place]));
  const charges = Float64Array.from(charged, (place) => products[place].charge);
  const spare = (sign: number, needed: number) => charges.filter((charge) => charge * sign > 0).length - needed;
  const [spareOfPositive, spareOfNegative] = [spare(1, positive), spare(-1, negative)];
  const inner = NEARBY * newChod.innerRadius.value;
  const outer = newChod.outerRadius.value as number;
  const hodoscopeZ = newChod.z.value as number;
  const hodoscopeX = newChod.centreX.value as number;
  const mayMiss = planes.length - crossed;
  const path = new TrackPath(1);

  /** Whether the particle that `path` starts with crosses enough chambers, and the hodoscope. */
  const crosses = (charge: number): boolean => {
    const from = path.z;
    let missed = 0;
    for (let i = 0; i < planes.length; i++) {
      if (planes[i] < from) {
        if (++missed > mayMiss) return false;
        continue;
      }
      if (i === behind) {
        path.advance(magnetZ);
        path.kick(-kick * charge);
      }
      path.advance(planes[i]);
      if (!(path.pz > 0 && inStraw(i, path.x, path.y)) && ++missed > mayMiss) return false;
    }
    if (!hodoscope) return true;
    path.advance(hodoscopeZ);
    const dx = path.x - hodoscopeX;
    const r2 = dx * dx + path.y * path.y;
    return r2 > inner * inner && r2 < outer * outer;
  };

  const x = new Float64Array(charged.length);
  const y = new Float64Array(charged.length);
  const z = new Float64Array(charged.length);
  const own = { px: x.slice(), py: x.slice(), pz: x.slice() };
  const sees = (px: Float64Array, py: Float64Array, pz: Float64Array): boolean => {
    let sparePositive = spareOfPositive;
    let spareNegative = spareOfNegative;
    // The softest track is the most likely to miss: it goes first.
    let softest = 0;
    for (let t = 1; t < pz.length; t++) if (pz[t] < pz[softest]) softest = t;
    for (let k = 0; k < pz.length && sparePositive >= 0 && spareNegative >= 0; k++) {
      const t = k === 0 ? softest : k <= softest ? k - 1 : k;
      path.start(x[t], y[t], z[t], px[t], py[t], pz[t]);
      if (pz[t] > 0 && crosses(charges[t])) continue;
      if (charges[t] > 0) sparePositive--;
      else spareNegative--;
    }
    return sparePositive >= 0 && spareNegative >= 0;
  };
  return {
    charged,
    row(row) {
      for (let t = 0; t < charged.length; t++) {
        const { origin, momentum } = products[charged[t]];
        x[t] = origin.x[row];
        y[t] = origin.y[row];
        z[t] = origin.z[row];
        own.px[t] = momentum.px[row];
        own.py[t] = momentum.py[row];
        own.pz[t] = momentum.pz[row];
      }
      return sees(own.px, own.py, own.pz);
    },
    decay(atX, atY, atZ, px, py, pz) {
      x.fill(atX);
      y.fill(atY);
      z.fill(atZ);
      return sees(px, py, pz);
    },
  };
}
