import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateCandidateBlock, type CandidateBlock } from '../../events/candidate-block.ts';
import { GeV, metres } from '../../units/index.ts';
import { compileAxis, compileCuts } from './compile-cuts.ts';
import { readSummary } from './summary.ts';
import { tally } from './tally.ts';

interface Event {
  readonly z: number;
  readonly chi: number;
  readonly p: number;
  readonly weight: number;
  readonly triggered: boolean;
  /** Which decay of the batch it comes from. */
  readonly decay: number;
}

const cuts = compileCuts(
  {
    z: { observable: 'vertexZ', between: [metres(105), metres(180)] },
    quality: { observable: 'vertexChiSquare', below: 25 },
    momentum: { observable: 'totalMomentum', outside: [GeV(40), GeV(50)] },
  },
  ['pi+'],
  'test',
);
const region = compileCuts({ box: { observable: 'vertexZ', above: metres(150) } }, ['pi+'], 'test');
const axes = [
  compileAxis({ observable: 'vertexZ', from: metres(110), to: metres(170), bins: 6 }, ['pi+'], 'test'),
  compileAxis({ observable: 'totalMomentum', from: GeV(10), to: GeV(70), bins: 3 }, ['pi+'], 'test'),
];
const spectra = [{ name: 'plane', axes }];

function fill(block: CandidateBlock, events: readonly Event[]): void {
  events.forEach(({ z, chi, p, weight, triggered, decay }, i) => {
    block.vertex.z[i] = z;
    block.vertexChiSquare[i] = chi;
    block.particles[0].momentum.pz[i] = p;
    block.weight[i] = triggered ? weight : 0;
    block.weightLow[i] = block.weight[i] / 2;
    block.weightHigh[i] = block.weight[i] * 3;
    block.untriggered[i] = weight;
    block.family[i] = decay;
  });
  block.count = events.length;
}

const event = fc.record({
  z: fc.double({ min: 90, max: 200, noNaN: true }),
  chi: fc.double({ min: 0, max: 50, noNaN: true }),
  p: fc.double({ min: 0, max: 80, noNaN: true }),
  weight: fc.double({ min: 0.1, max: 2, noNaN: true }),
  triggered: fc.boolean(),
  decay: fc.nat(9),
});

/** Σ over decays of (Σw of the candidates of the decay)². */
function squaresOf(events: readonly Event[]): number {
  const sums = new Map<number, number>();
  for (const { decay, weight } of events) sums.set(decay, (sums.get(decay) ?? 0) + weight);
  return [...sums.values()].reduce((total, sum) => total + sum * sum, 0);
}

const passes = [
  ({ z }: Event) => z >= 105 && z < 180,
  ({ chi }: Event) => chi < 25,
  ({ p }: Event) => p < 40 || p >= 50,
];

describe('tally', () => {
  it('adds up what a naive loop over events adds up', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        const counts = tally(cuts, [{ name: 'box', conditions: region }], spectra, 64);
        const block = allocateCandidateBlock(64, [{ role: 'pi+', mass: 0.14, charge: 1 }]);
        const sums = new Float64Array(counts.layout.length);
        // A batch comes in several readings, and copies of a decay in any of them.
        counts.addGenerated(new Float64Array(0), 0, sums);
        for (const reading of [events.slice(0, 20), events.slice(20)]) {
          fill(block, reading);
          counts.addFlow(0, block, sums);
          counts.addSelected(block, sums);
        }
        const { flow, withoutOne, regions, spectra: filled } = readSummary(counts.layout, spectra, sums);

        const triggered = events.filter((one) => one.triggered);
        const sum = (list: readonly Event[]) => list.reduce((s, { weight }) => s + weight, 0);
        expect(flow[0].candidates).toBe(triggered.length);
        expect(flow[0].weight).toBeCloseTo(sum(triggered), 10);
        expect(flow[0].squares).toBeCloseTo(squaresOf(triggered), 10);
        passes.forEach((_, c) => {
          const left = triggered.filter((one) => passes.slice(0, c + 1).every((pass) => pass(one)));
          expect(flow[3 + c].candidates).toBe(left.length);
          expect(flow[3 + c].weight).toBeCloseTo(sum(left), 10);
          expect(flow[3 + c].squares).toBeCloseTo(squaresOf(left), 10);
          const others = triggered.filter((one) => passes.every((pass, k) => k === c || pass(one)));
          expect(withoutOne[c].candidates).toBe(others.length);
          expect(withoutOne[c].weight).toBeCloseTo(sum(others), 10);
        });

        const selected = events.filter((one) => passes.every((pass) => pass(one)));
        const inBox = selected.filter(({ z }) => z >= 150);
        expect(regions['box'].candidates).toBe(inBox.filter((one) => one.triggered).length);
        expect(regions['box'].weight).toBeCloseTo(sum(inBox.filter((one) => one.triggered)), 10);
        expect(regions['box'].squares).toBeCloseTo(squaresOf(inBox.filter((one) => one.triggered)), 10);
        expect(regions['box'].untriggered.squares).toBeCloseTo(squaresOf(inBox), 10);
        expect(regions['box'].high).toBeCloseTo(3 * regions['box'].weight, 10);
        expect(regions['box'].low).toBeCloseTo(regions['box'].weight / 2, 10);
        expect(regions['box'].untriggered.weight).toBeCloseTo(sum(inBox), 10);

        for (let row = 0; row < 6; row++)
          for (let column = 0; column < 3; column++) {
            const here = selected.filter(
              ({ z, p, triggered: seen }) =>
                seen && Math.floor((z - 110) * 0.1) === row && Math.floor((p - 10) * 0.05) === column,
            );
            expect(filled['plane'].contents[3 * row + column]).toBeCloseTo(sum(here), 10);
            expect(filled['plane'].squares[3 * row + column]).toBeCloseTo(squaresOf(here), 10);
          }
      }),
      { seed: 4 },
    );
  });

  it('forgets the decays of a batch when the next one begins', () => {
    const counts = tally([], [], spectra, 64);
    const block = allocateCandidateBlock(64, [{ role: 'pi+', mass: 0.14, charge: 1 }]);
    const sums = new Float64Array(counts.layout.length);
    fill(block, [{ z: 120, chi: 0, p: 20, weight: 3, triggered: true, decay: 5 }]);
    for (let batch = 0; batch < 2; batch++) {
      counts.addGenerated(new Float64Array(0), 0, sums);
      counts.addSelected(block, sums);
    }
    const { plane } = readSummary(counts.layout, spectra, sums).spectra;
    expect(plane.squares.reduce((sum, squares) => sum + squares, 0)).toBe(18);
  });

  it('refuses sums that belong to another layout', () => {
    const { layout } = tally(cuts, [], spectra, 8);
    expect(() => readSummary(layout, spectra, new Float64Array(layout.length + 1))).toThrow(RangeError);
  });
});
