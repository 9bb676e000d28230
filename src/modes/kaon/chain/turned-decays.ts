import type { DecayBlock } from '../../../events/decay-block.ts';
import type { KaonBeam } from '../../../experiments/experiment.ts';
import { streamKey } from '../../../math/random/index.ts';
import { allocateMomenta, copyRow, type MomentumColumns } from '../../../physics/vectors/momentum-columns.ts';
import { aimRotation } from '../../../stages/generation/aimed-rotation.ts';
import { boostRow } from '../../../stages/generation/boost.ts';
import { decayPath } from '../../../stages/generation/kaon-beam.ts';
import { RotatedDecay } from '../../../stages/generation/rotated-decay.ts';
import type { InAcceptance } from '../../../stages/simulation/in-acceptance.ts';
import { LEAST_ENERGY } from './hard-products.ts';
import { Ways } from './ways.ts';

/** Ways in which each decay at rest is turned and placed. */
export const WAYS = 64;
/** The same where the parent's direction is not yet known: its slopes change an energy by some MeV. */
const NEARLY = LEAST_ENERGY - 0.1;
/** Answers are numbered from here, so that their random numbers are no other event's. */
const FIRST_ANSWER = 2 ** 45;

/** Decays at rest of the rows of a block, before they were turned: what may be turned in another way. */
export interface DecaysAtRest {
  readonly momenta: readonly MomentumColumns[];
  /** Products that must all be seen. */
  readonly needed: readonly number[];
  /** Weights of beam and decay without that of a preferred orientation. */
  readonly weight: Float64Array;
  /** The direction that is turned, in the frame of the momenta. */
  readonly axis: readonly [Float64Array, Float64Array, Float64Array];
  /** Cosine of the axis against the flight of the parent, of uniform numbers, and the density it has over that of all directions. */
  cosine(row: number, choice: number, height: number): number;
  density(row: number, cosine: number): number;
}

/** Decays of a block in many orientations and places, of which only those that the detector can see are looked at. */
export interface TurnedDecays {
  /** Row of the block as it was, for each row put into it. */
  readonly source: Int32Array;
  /** Takes the decays of the block: they will be turned. Weights of rows that the detector can see become 0. */
  take(rest: DecaysAtRest): void;
  /** Fills the block with answers to decays that the detector can see; false when there are no more. */
  put(): boolean;
}

/**
 * Each decay at rest is turned and placed in 64 ways, the decay points in equal shares of the fiducial volume, and those
 * of which straight lines say that the detector can see them (`seen`, `photonsSeen`) come into the block, `answers` times each, with a
 * 64th of their weight. What cannot be seen along straight lines is what the block held before: one way of each decay.
 * Rows of one decay stand together and share its number in `block.family`.
 */
export function turnedDecays(
  block: DecayBlock,
  { fiducial }: Pick<KaonBeam, 'fiducial'>,
  { mass, ctau }: { readonly mass: number; readonly ctau: number },
  seen: InAcceptance,
  photonsSeen: (row: number) => boolean,
  answers: number,
  seed: number,
  stream: string,
): TurnedDecays {
  const { capacity, products, vertex, parent } = block;
  block.family ??= new Int32Array(capacity);
  const { family } = block;
  const column = (): Float64Array<ArrayBuffer> => new Float64Array(capacity);
  const beam = {
    parent: allocateMomenta(capacity),
    x: column(),
    y: column(),
    z: column(),
    family: new Int32Array(capacity),
  };
  const ways = new Ways(WAYS, streamKey(seed, `${stream}/ways`));
  const { choice, height, depth, turn, spin } = ways;
  const momenta = products.map(({ momentum }) => momentum);
  const [from, to]: readonly number[] = fiducial.value;
  const rotated = new RotatedDecay(seen.charged.length, mass);
  const source = new Int32Array(capacity);
  let rest: DecaysAtRest | undefined;
  let needed: readonly number[] = [];
  let visible: readonly MomentumColumns[] = [];
  let first = 0;
  let count = 0;
  let next = 0;
  let way = 0;
  let answer = 0;
  let drawn = -1;

  /** Where along the beam decay `i` is in way `w`. */
  const depthOf = (i: number, w: number): number => {
    const energy = beam.parent.energy[i];
    const momentum = Math.sqrt(energy * energy - mass * mass);
    return from + decayPath((momentum / mass) * ctau, to - from, depth[w]);
  };

  /** Writes way `w` of decay `i` into row `row`. */
  const write = (decays: DecaysAtRest, i: number, w: number, cosine: number, row: number): void => {
    for (let p = 0; p < momenta.length; p++) {
      copyRow(decays.momenta[p], i, momenta[p], row);
    }
    const { axis } = decays;
    aimRotation(axis[0][i], axis[1][i], axis[2][i], cosine, turn.turns[w], spin.turns[w], momenta, row);
    copyRow(beam.parent, i, parent, row);
    const { px, py, pz } = parent;
    for (let p = 0; p < momenta.length; p++) boostRow(parent, mass, momenta[p], row);
    const at = depthOf(i, w);
    vertex.z[row] = at;
    vertex.x[row] = beam.x[i] + (px[row] / pz[row]) * (at - beam.z[i]);
    vertex.y[row] = beam.y[i] + (py[row] / pz[row]) * (at - beam.z[i]);
    family[row] = beam.family[i];
    source[row] = i;
    block.weight[row] = decays.weight[i] / (WAYS * answers * decays.density(i, cosine));
  };

  const repeat = (row: number, to: number): void => {
    for (const made of momenta) copyRow(made, row, made, to);
    copyRow(parent, row, parent, to);
    vertex.x[to] = vertex.x[row];
    vertex.y[to] = vertex.y[row];
    vertex.z[to] = vertex.z[row];
    family[to] = family[row];
    source[to] = source[row];
    block.weight[to] = block.weight[row];
  };

  return {
    source,
    take(decays) {
      rest = decays;
      needed = decays.needed;
      visible = seen.charged.map((p) => decays.momenta[p]);
      first = block.firstEvent;
      count = block.count;
      next = 0;
      way = 0;
      answer = 0;
      drawn = -1;
      for (let i = 0; i < count; i++) {
        copyRow(parent, i, beam.parent, i);
        beam.x[i] = vertex.x[i];
        beam.y[i] = vertex.y[i];
        beam.z[i] = vertex.z[i];
        beam.family[i] = family[i];
        if (isInside(i)) block.weight[i] = 0;
      }
    },
    put() {
      block.firstEvent = FIRST_ANSWER + first * WAYS * answers + answer;
      let row = 0;
      const decays = rest;
      for (; decays !== undefined && next < count; next++, way = 0) {
        if (drawn !== next) {
          if (!mayBeHard(decays, next)) continue;
          ways.draw(first + next);
          const [x, y, z] = decays.axis;
          rotated.take(visible, beam.parent, next, x[next], y[next], z[next]);
          drawn = next;
        }
        for (; way < WAYS && row + answers <= capacity; way++) {
          const cosine = decays.cosine(next, choice[way], height[way]);
          rotated.spin(cosine, spin.cosine[way], spin.sine[way]);
          if (needed.length > 0 && !rotated.isHard(NEARLY)) continue;
          rotated.send(turn.cosine[way], turn.sine[way]);
          const at = depthOf(next, way);
          const { px, py, pz } = beam.parent;
          const along = (at - beam.z[next]) / pz[next];
          const x = beam.x[next] + px[next] * along;
          const y = beam.y[next] + py[next] * along;
          if (!seen.decay(x, y, at, rotated.px, rotated.py, rotated.pz)) continue;
          write(decays, next, way, cosine, row);
          if (!isInside(row)) continue;
          for (let k = 1; k < answers; k++) repeat(row, row + k);
          row += answers;
        }
        if (way < WAYS) break;
      }
      block.count = row;
      answer += row;
      return row > 0;
    },
  };

  /** Whether row `i` of the block, as it stands, is one that `put` would look at. */
  function isInside(i: number): boolean {
    for (const p of needed) if (momenta[p].energy[i] < LEAST_ENERGY) return false;
    return seen.row(i) && photonsSeen(i);
  }

  /** Whether every needed product of decay `i` can have energy enough. */
  function mayBeHard({ momenta: own }: DecaysAtRest, i: number): boolean {
    const gamma = beam.parent.energy[i] / mass;
    for (const p of needed) {
      const { energy, px, py, pz } = own[p];
      const squared = px[i] * px[i] + py[i] * py[i] + pz[i] * pz[i];
      if (gamma * (energy[i] + Math.sqrt(squared)) < LEAST_ENERGY) return false;
    }
    return true;
  }
}
