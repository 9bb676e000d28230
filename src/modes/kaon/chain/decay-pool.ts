import type { DecayBlock } from '../../../events/decay-block.ts';
import { fillUniforms, streamKey } from '../../../math/random/index.ts';
import type { CompiledDecay } from '../../../physics/index.ts';
import { allocateMomenta, copyColumns, copyRow } from '../../../physics/vectors/momentum-columns.ts';
import { rolesOf } from '../../../search/asking/check-kaon-search.ts';
import { aimRotation } from '../../../stages/generation/aimed-rotation.ts';
import { HoleEdge, type HoleOfCalorimeter } from '../../../stages/generation/hole-edge.ts';
import { lostMomentum, type Wanted } from '../../../stages/generation/lost-momentum.ts';
import { systematicRows } from '../../../stages/generation/systematic-rows.ts';
import { photonRoles } from '../../../stages/selection/photon-role.ts';
import type { Selection } from '../../../stages/selection/selection.ts';
import type { Split } from '../run-plan.ts';
import { hardShare } from './hard-products.ts';
import { candidateRoles } from './roles.ts';
import type { DecaysAtRest } from './turned-decays.ts';

/** Decays at rest of which the rows of a block are drawn, per row; more where products must be hard, which most are not. */
const POOL = { any: 4, hard: 8 } as const;
/** What may be lost (GeV, in the laboratory): by a decay that passes for closed, and by photons that pass for none. */
const MOST_LOST: Readonly<Record<Split, { readonly energy: number; readonly transverse: number }>> = {
  closed: { energy: 6, transverse: 0.06 },
  photons: { energy: 2.5, transverse: Number.POSITIVE_INFINITY },
};
/** Importance of a decay that cannot lose so little, whatever its orientation; of one that always does it is 1 more. */
const LEAST: Readonly<Record<Split, number>> = { closed: 1e-3, photons: 0.02 };
/** Share of the rows that are turned evenly, the others so that they lose little. */
const EVENLY = 0.1;
/** Share of the rows whose photons are aimed at the edge of the calorimeter's hole, where hard ones are seen by nothing. */
const EDGE: Readonly<Record<Split, number>> = { closed: 0, photons: 0.05 };
/** Importance, beside that of hard ones, of a decay that has a product too soft to be seen in any orientation. */
const SOFT = 0.02;

/** Decays at rest, and the weights of all of them: what a sample counts as generated. */
export interface DecayPool {
  readonly weight: Float64Array;
  count: number;
  /** Uniform numbers of all of them, and which of them each row is. */
  readonly draws: readonly Float64Array[];
  readonly chosen: Int32Array;
  /** The decays of the rows last filled, before they were turned. */
  readonly rest: DecaysAtRest;
  /**
   * Fills rows of a block with decays at rest from a new pool, in proportion to their importance; multiplies its weights,
   * by those of the decays too unless these wait (each then counts as generated with their mean, 1). Those with hard
   * products cannot wait.
   */
  fill(block: DecayBlock, firstEvent: number, count: number, waits: boolean): void;
}

/** What a selection reads of a decay so many of whose photons convert, and so are no photons that are lost. */
export function wantedOf(selection: Selection, conversions = 0): Wanted {
  const roles = candidateRoles(rolesOf(selection));
  const charged = (sign: number) => roles.filter(({ charge }) => charge * sign > 0).length;
  return { positive: charged(1), negative: charged(-1), photons: photonRoles(selection.photons).length + conversions };
}

/**
 * Highest cosine, against the flight of a parent with Lorentz factor γ, of a lost momentum that leaves the rest looking
 * closed, or that no veto sees; −1 when there is none.
 */
export function highestCosine(split: Split, energy: number, px: number, py: number, pz: number, gamma: number): number {
  const p = Math.sqrt(px * px + py * py + pz * pz);
  if (p === 0) return 1;
  const most = MOST_LOST[split];
  const byEnergy = (most.energy / gamma - energy) / p;
  const sine = most.transverse / p;
  const backward = sine < 1 && byEnergy < 1 ? -Math.sqrt(1 - sine * sine) : 1;
  return Math.max(-1, Math.min(1, byEnergy, backward));
}

/**
 * Rows of a block drawn from a larger pool of decays at rest, for a search whose kinematics must close or that vetoes
 * photons: decays that lose little to what the search does not read (to photons alone) come up many times, each copy
 * decaying elsewhere and mostly turned so that what it loses goes backward, others rarely. Weights keep every mean; copies of one decay stand together and share a number in `block.family`.
 * Where products must be hard (`hard`, their indices), decays that often send them all into the acceptance come up more,
 * and those of large amplitude: its root, since a decay that passes seldom varies the less the more often it is tried.
 * Where photons are vetoed some are aimed at the edge of the hole of the calorimeter of `detector`.
 * `gamma`: Lorentz factor of the parent.
 */
export function decayPool(
  compiled: CompiledDecay,
  wanted: Wanted,
  split: Split,
  gamma: number,
  detector: HoleOfCalorimeter,
  capacity: number,
  seed: number,
  stream: string,
  hard: readonly number[] = [],
): DecayPool {
  const perRow = hard.length > 0 ? POOL.hard : POOL.any;
  const { finalState, uniformsPerEvent } = compiled;
  const most = capacity * perRow;
  const column = (): Float64Array<ArrayBuffer> => new Float64Array(capacity);
  const partDraws = Array.from({ length: uniformsPerEvent }, column);
  const draws = partDraws.map(() => new Float64Array(most));
  const part = finalState.map(() => allocateMomenta(capacity));
  const losable = finalState.filter(({ name }) => split === 'closed' || name === 'gamma');
  const lostParts = part.filter((_, p) => losable.includes(finalState[p]));
  const all = finalState.map(() => allocateMomenta(most));
  const partLost = allocateMomenta(capacity);
  const partWeight = column();
  const weight = new Float64Array(most);
  const importance = new Float64Array(most);
  const chosen = new Int32Array(capacity);
  const lost = allocateMomenta(most);
  const highest = new Float64Array(most);
  const turns = Array.from({ length: 4 }, column);
  const offset = [new Float64Array(1)];
  const axis = [column(), column(), column()] as const;
  const shares = column();
  const bound = column();
  const edge = new HoleEdge(detector, gamma);
  const toEdge = edge.exists ? EDGE[split] : 0;
  const rest: DecaysAtRest = {
    momenta: finalState.map(() => allocateMomenta(capacity)),
    needed: hard,
    weight: column(),
    axis,
    cosine(row, choice, height) {
      const aimed = shares[row] > 0 && choice >= EVENLY;
      return 2 * height * (aimed ? shares[row] : 1) - 1;
    },
    density: (row, cosine) =>
      shares[row] === 0 ? 1 : EVENLY + (cosine <= bound[row] ? (1 - EVENLY) / shares[row] : 0),
  };
  const decayKey = streamKey(seed, `${stream}/decay`);
  const rotationKey = streamKey(seed, `${stream}/rotation`);
  const offsetKey = streamKey(seed, `${stream}/choice`);
  const pool: DecayPool = {
    weight,
    count: 0,
    draws,
    chosen,
    rest,
    fill(block, firstEvent, count, waits) {
      for (let k = 0; k < perRow; k++) {
        const at = k * count;
        fillUniforms(decayKey, firstEvent * perRow + at, count, partDraws);
        if (waits) {
          compiled.place(partDraws, count, part);
          partWeight.fill(1, 0, count);
        } else compiled.generate(partDraws, count, part, partWeight);
        partDraws.forEach((column, d) => {
          draws[d].set(column.subarray(0, count), at);
        });
        lostMomentum(losable, wanted, lostParts, count, partLost);
        copyColumns(partLost, lost, count, at);
        weight.set(partWeight.subarray(0, count), at);
        all.forEach((momenta, p) => {
          copyColumns(part[p], momenta, count, at);
        });
      }
      pool.count = count * perRow;
      for (let i = 0; i < pool.count; i++) {
        highest[i] = highestCosine(split, lost.energy[i], lost.px[i], lost.py[i], lost.pz[i], gamma);
        importance[i] = LEAST[split] + (highest[i] + 1) / 2;
        if (hard.length > 0) importance[i] *= (SOFT + hardShare(all, hard, i, gamma)) * Math.sqrt(weight[i]);
      }
      fillUniforms(offsetKey, firstEvent, 1, offset);
      const sum = systematicRows(importance, pool.count, count, offset[0][0], chosen);
      fillUniforms(rotationKey, firstEvent, count, turns);
      const [choice, height, turn, spin] = turns;
      const momenta = finalState.map((_, p) => block.products[p].momentum);
      const { family } = block;
      for (let row = 0; row < count; row++) {
        const from = chosen[row];
        shares[row] = (highest[from] + 1) / 2;
        bound[row] = highest[from];
        let cosine = rest.cosine(row, (choice[row] - toEdge) / (1 - toEdge), height[row]);
        if (toEdge > 0) edge.from(block, row);
        if (choice[row] < toEdge) {
          edge.aim(height[row], turn[row]);
          cosine = edge.cosine;
          turn[row] = edge.turn;
        }
        const elsewhere = rest.density(row, cosine);
        const density = toEdge > 0 ? (1 - toEdge) * elsewhere + toEdge * edge.density(cosine, turn[row]) : elsewhere;
        rest.weight[row] = block.weight[row] * ((weight[from] * sum) / (count * importance[from]));
        block.weight[row] *= (weight[from] * sum) / (count * importance[from] * density);
        if (family !== undefined) family[row] = row > 0 && chosen[row - 1] === from ? family[row - 1] : row;
        for (let p = 0; p < all.length; p++) {
          copyRow(all[p], from, momenta[p], row);
          copyRow(all[p], from, rest.momenta[p], row);
        }
        axis[0][row] = lost.px[from];
        axis[1][row] = lost.py[from];
        axis[2][row] = lost.pz[from];
        aimRotation(axis[0][row], axis[1][row], axis[2][row], cosine, turn[row], spin[row], momenta, row);
      }
    },
  };
  return pool;
}
