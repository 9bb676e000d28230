import { describe, expect, it } from 'vitest';
import { allocateCandidateBlock, type CandidateBlock } from '../../events/candidate-block.ts';
import { experiments } from '../../experiments/index.ts';
import { EventRandom, streamKey } from '../../math/random/index.ts';
import { primitiveTests } from './primitives.ts';
import { allLinesProbability, applyTrigger } from './trigger.ts';

const { multiTrack, dielectron, muonElectron, pnn } = experiments['na62-kaon'].triggers;

/** One candidate with these answers of the detectors and unit weights. */
function candidate(answers: {
  quadrants?: number;
  muons?: number;
  outer?: number;
  energy?: number;
  silent?: number;
  charges?: readonly number[];
}): CandidateBlock {
  const { quadrants = 0, muons = 0, outer = 0, energy = 0, silent = 1, charges = [1, 1, -1] } = answers;
  const block = allocateCandidateBlock(
    1,
    charges.map((charge) => ({ role: 'x', mass: 0, charge })),
  );
  block.count = 1;
  for (const column of [block.weight, block.weightLow, block.weightHigh, block.untriggered]) column[0] = 1;
  block.quadrants[0] = quadrants;
  block.muonTiles[0] = muons;
  block.outerMuonTiles[0] = outer;
  block.calorimeterEnergy[0] = energy;
  block.largeAngleSurvival[0] = silent;
  return block;
}

function kept(lines: Parameters<typeof applyTrigger>[0], answers: Parameters<typeof candidate>[0]): number {
  const block = candidate(answers);
  const probability = new Float64Array(1);
  applyTrigger(lines)(block, probability);
  expect([block.weight[0], block.weightLow[0], block.weightHigh[0]]).toEqual(new Array(3).fill(probability[0]));
  expect(block.untriggered[0]).toBe(1);
  return probability[0];
}

describe('the trigger', () => {
  const ALL = { quadrants: 0b1111, energy: 25 };

  it('joins lines with independent downscalings: 1 − Π(1 − 1/D)', () => {
    expect(kept([multiTrack, dielectron], ALL)).toBeCloseTo(1 - (1 - 1 / 100) * (1 - 1 / 8), 14);
    expect(kept([multiTrack, dielectron], { ...ALL, energy: 15 })).toBeCloseTo(1 / 100, 14);
    expect(allLinesProbability([multiTrack, dielectron])).toBeCloseTo(0.13375, 14);
  });

  it('is what coins give that are thrown for each line', () => {
    const random = new EventRandom(streamKey(8, 'coins'));
    const events = 200_000;
    let passed = 0;
    for (let event = 0; event < events; event++) {
      random.start(event);
      const lines = [multiTrack, dielectron].map(({ downscaling }) => random.uniform() < 1 / downscaling.value);
      if (lines.some(Boolean)) passed++;
    }
    const p = kept([multiTrack, dielectron], ALL);
    // Five standard errors: false alarm 6e-7.
    expect(Math.abs(passed / events - p)).toBeLessThan(5 * Math.sqrt((p * (1 - p)) / events));
  });

  it('asks for opposite quadrants, and for a negative track in the software', () => {
    for (const quadrants of [0b1001, 0b0110, 0b1110]) expect(kept([multiTrack], { quadrants })).toBeCloseTo(0.01, 14);
    for (const quadrants of [0, 0b1000, 0b0011, 0b0101, 0b1010, 0b1100])
      expect(kept([multiTrack], { quadrants })).toBe(0);
    expect(kept([multiTrack], { quadrants: 0b1001, charges: [1, 1, 1] })).toBe(0);
  });

  it('wants the large-angle vetoes silent only where a line says so', () => {
    const answers = { quadrants: 0b1001, outer: 1, muons: 1, energy: 15, silent: 0.25 };
    expect(kept([muonElectron], answers)).toBeCloseTo(0.25 / 5, 14);
    expect(kept([multiTrack], answers)).toBeCloseTo(0.01, 14);
    expect(kept([muonElectron], { ...answers, outer: 0 })).toBe(0);
    expect(kept([muonElectron], { ...answers, energy: 9 })).toBe(0);
  });

  it('takes one track without a muon and with little energy for π⁺νν̄', () => {
    const one = { charges: [1], quadrants: 0b0001, energy: 20 };
    expect(kept([pnn], one)).toBe(1);
    expect(kept([pnn], { ...one, muons: 1 })).toBe(0);
    expect(kept([pnn], { ...one, energy: 31 })).toBe(0);
    expect(kept([pnn], { ...one, quadrants: 0b1001 })).toBe(0);
  });

  it('has primitives that are each other’s opposite where they say so', () => {
    for (let bits = 0; bits < 16; bits++) {
      const block = candidate({ quadrants: bits, muons: bits % 3, energy: 4 * bits });
      for (const [yes, no] of [
        ['QX', '!QX'],
        ['M1', '!M1'],
        ['E30', '!E30'],
      ] as const)
        expect(primitiveTests[yes](block, 0)).toBe(!primitiveTests[no](block, 0));
      expect(primitiveTests.Q2(block, 0)).toBe([...bits.toString(2)].filter((bit) => bit === '1').length >= 2);
      expect(primitiveTests.E10(block, 0)).toBe(bits >= 3);
    }
  });
});
