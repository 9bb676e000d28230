import type { CandidateBlock } from '../../events/candidate-block.ts';
import type { Countable, Primitive } from '../../experiments/experiment.ts';
import { normalCdf } from '../../math/special/normal.ts';
import { InvalidInput, unknownName } from '../../schema/index.ts';
import { atLeast } from '../../statistics/at-least.ts';

/** Probability that a primitive fires on row i of a candidate block. */
export type PrimitiveProbability = (candidates: CandidateBlock, i: number) => number;

const ones = (bits: number): number => (bits & 1) + ((bits >> 1) & 1) + ((bits >> 2) & 1) + ((bits >> 3) & 1);
/** Quadrants 0 and 3, or 1 and 2, are diagonally opposite. */
const opposite = (bits: number): number => ((bits & 9) === 9 ? 1 : 0) + ((bits & 6) === 6 ? 1 : 0);

const counts: Readonly<Record<Countable, (candidates: CandidateBlock, i: number) => number>> = {
  quadrants: (c, i) => ones(c.quadrants[i]),
  'opposite quadrants': (c, i) => opposite(c.quadrants[i]),
  'muon tiles': (c, i) => c.muonTiles[i],
  'outer muon tiles': (c, i) => c.outerMuonTiles[i],
};

/** The probability of a primitive: a binomial tail of what it counts, or a Gaussian turn-on in energy. */
export function primitiveProbability(primitive: Primitive): PrimitiveProbability {
  if ('energyAbove' in primitive) {
    const threshold: number = primitive.energyAbove.value;
    const width: number = primitive.turnOn.value;
    return (c, i) => normalCdf((c.calorimeterEnergy[i] - threshold) / width);
  }
  const efficiency = primitive.efficiency.value;
  if (!('counts' in primitive)) return () => efficiency;
  const count = counts[primitive.counts];
  const { atLeast: needed } = primitive;
  return (c, i) => {
    const n = count(c, i);
    return n < needed ? 0 : efficiency === 1 ? 1 : atLeast(n, needed, efficiency);
  };
}

/**
 * The condition of that name: a primitive of the experiment, or, after '!', that it does not fire. Throws InvalidInput
 * with the nearest name.
 */
export function hardwareCondition(
  name: string,
  primitives: Readonly<Record<string, Primitive>>,
  where: string,
): PrimitiveProbability {
  const plain = name.startsWith('!') ? name.slice(1) : name;
  if (plain === '') throw new InvalidInput(where, "'!' needs the name of a primitive behind it");
  if (!Object.hasOwn(primitives, plain)) throw unknownName(where, 'primitive', plain, Object.keys(primitives));
  const fires = primitiveProbability(primitives[plain]);
  return plain === name ? fires : (c, i) => 1 - fires(c, i);
}
