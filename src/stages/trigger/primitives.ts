import type { CandidateBlock } from '../../events/candidate-block.ts';
import type { Primitive } from '../../experiments/experiment.ts';

const count = (bits: number): number => (bits & 1) + ((bits >> 1) & 1) + ((bits >> 2) & 1) + ((bits >> 3) & 1);
/** Quadrants 0 and 3, or 1 and 2, are diagonally opposite. */
const opposite = (bits: number): boolean => (bits & 9) === 9 || (bits & 6) === 6;

/** Condition of the hardware trigger on row i of a candidate block. */
export type PrimitiveTest = (candidates: CandidateBlock, i: number) => boolean;

/** The primitives of the hardware trigger, by name. Energies are calorimeter sums above 1, 10, 20, 30 GeV. */
export const primitiveTests: Readonly<Record<Primitive, PrimitiveTest>> = {
  RICH: () => true,
  CHOD: (c, i) => c.quadrants[i] !== 0,
  Q1: (c, i) => c.quadrants[i] !== 0,
  Q2: (c, i) => count(c.quadrants[i]) >= 2,
  QX: (c, i) => opposite(c.quadrants[i]),
  H2: (c, i) => count(c.quadrants[i]) >= 2,
  M1: (c, i) => c.muonTiles[i] >= 1,
  M2: (c, i) => c.muonTiles[i] >= 2,
  MO1: (c, i) => c.outerMuonTiles[i] >= 1,
  MO2: (c, i) => c.outerMuonTiles[i] >= 2,
  E1: (c, i) => c.calorimeterEnergy[i] > 1,
  E10: (c, i) => c.calorimeterEnergy[i] > 10,
  E20: (c, i) => c.calorimeterEnergy[i] > 20,
  E30: (c, i) => c.calorimeterEnergy[i] > 30,
  '!QX': (c, i) => !opposite(c.quadrants[i]),
  '!M1': (c, i) => c.muonTiles[i] === 0,
  '!E30': (c, i) => c.calorimeterEnergy[i] <= 30,
};
