import { describe, expect, it } from 'vitest';
import { allocateCandidateBlock, type CandidateBlock } from '../../events/candidate-block.ts';
import { experiments } from '../../experiments/index.ts';
import { EventRandom, streamKey } from '../../math/random/index.ts';
import { hardwareCondition, primitiveProbability } from './primitives.ts';
import { allLinesProbability, applyTrigger } from './trigger.ts';

const { primitives, triggers } = experiments['na62-kaon'];
const { multiTrack, dielectron, muonElectron, pnn } = triggers;
const one = { value: 1, tag: 'proposal', source: 'test' } as const;
/** The trigger as it would be with perfect efficiencies and steps instead of turn-ons. */
const sharp = {
  primitives: Object.fromEntries(
    Object.entries(primitives).map(([name, primitive]) => [
      name,
      'turnOn' in primitive ? { ...primitive, turnOn: { ...one, value: 1e-6 } } : { ...primitive, efficiency: one },
    ]),
  ) as never,
  software: { KTAG: one, '!LAV': one, exotic: one, pnn: one },
};

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
  applyTrigger(lines, sharp)(block, probability);
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
      for (const name of ['QX', 'M1', 'E30'])
        expect(hardwareCondition(`!${name}`, primitives, '')(block, 0)).toBeCloseTo(
          1 - hardwareCondition(name, primitives, '')(block, 0),
          14,
        );
      const set = [...bits.toString(2)].filter((bit) => bit === '1').length;
      expect(primitiveProbability(primitives.Q2)(block, 0)).toBe(set >= 2 ? 1 : 0);
    }
  });

  it('sees a muon with its efficiency, two of two with its square, one of two with 1 − (1 − ε)²', () => {
    const [single, two] = [candidate({ muons: 1 }), candidate({ muons: 2 })];
    expect(primitiveProbability(primitives.M1)(single, 0)).toBeCloseTo(0.97, 14);
    expect(primitiveProbability(primitives.M1)(two, 0)).toBeCloseTo(1 - 0.03 * 0.03, 14);
    expect(primitiveProbability(primitives.M2)(two, 0)).toBeCloseTo(0.97 * 0.97, 14);
    expect(primitiveProbability(primitives.M2)(single, 0)).toBe(0);
  });

  it('turns on in energy: half at the threshold, 84 % a width above', () => {
    const at = (energy: number) => primitiveProbability(primitives.E10)(candidate({ energy }), 0);
    expect(at(10)).toBeCloseTo(0.5, 12);
    expect(at(11.25)).toBeCloseTo(0.841345, 6);
    expect(at(30)).toBeCloseTo(1, 12);
    expect(at(1)).toBeLessThan(1e-9);
  });

  it('multiplies the efficiencies of a line, and the quiet of the vetoes where it asks for it', () => {
    const keptWith = (lines: Parameters<typeof applyTrigger>[0], largeAngleQuiet?: number) => {
      const block = candidate({ quadrants: 0b1001, outer: 1, muons: 1, energy: 40 });
      const probability = new Float64Array(1);
      const { software } = experiments['na62-kaon'];
      applyTrigger(lines, { primitives, software, ...(largeAngleQuiet === undefined ? {} : { largeAngleQuiet }) })(
        block,
        probability,
      );
      return probability[0];
    };
    expect(keptWith([multiTrack])).toBeCloseTo((0.98 * 0.955) / 100, 14);
    expect(keptWith([multiTrack], 0.9)).toBeCloseTo((0.98 * 0.955) / 100, 14);
    expect(keptWith([muonElectron], 0.9)).toBeCloseTo((0.9 * 0.98 * 0.955 * 0.97) / 5, 14);
  });

  it('refuses a primitive that the experiment does not have', () => {
    expect(() => hardwareCondition('QQ', primitives, 'line')).toThrow("line: unknown primitive 'QQ'");
    expect(() => hardwareCondition('!', primitives, 'line')).toThrow("'!' needs the name of a primitive");
  });
});
