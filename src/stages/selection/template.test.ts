import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateCandidateBlock } from '../../events/candidate-block.ts';
import { GeV } from '../../units/index.ts';
import { compileAxis } from './compile-cuts.ts';
import { readSummary } from './summary.ts';
import { tally } from './tally.ts';

const axis = compileAxis({ observable: 'totalMomentum', from: GeV(0), to: GeV(40), bins: 4 }, ['pi+'], 'test');
const plan = [{ name: 'template', axes: [axis], pieces: 3 }];
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const event = fc.record({
  p: number(0.1, 60),
  weight: number(0, 2),
  row: fc.nat(31),
  pieces: fc.tuple(number(-1, 1), number(-1, 1), number(-1, 1)),
});

describe('templates of a tally', () => {
  it('hold Σw p and Σw² p p′ per bin, and Σw p of all generated decays, as a naive loop finds them', () => {
    fc.assert(
      fc.property(fc.uniqueArray(event, { selector: ({ row }) => row, maxLength: 24 }), (events) => {
        const counts = tally([], [], [], 32, plan);
        const block = allocateCandidateBlock(32, [{ role: 'pi+', mass: 0.14, charge: 1 }]);
        const columns = [0, 1, 2].map(() => new Float64Array(32));
        events.forEach(({ p, weight, row, pieces }, i) => {
          block.row[i] = row;
          block.particles[0].momentum.pz[i] = p;
          block.weight[i] = weight;
          block.untriggered[i] = 1;
          for (const [k, piece] of pieces.entries()) columns[k][row] = piece;
        });
        block.count = events.length;
        const sums = new Float64Array(counts.layout.length);
        counts.addGenerated(new Float64Array(32).fill(0.5), 32, sums, [columns]);
        counts.addSelected(block, sums, [columns]);
        const { template } = readSummary(counts.layout, [], sums, plan).templates;
        for (let k = 0; k < 3; k++) {
          expect(template.generated[k]).toBeCloseTo(0.5 * columns[k].reduce((sum, x) => sum + x, 0), 12);
          for (let bin = 0; bin < 4; bin++) {
            const inside = events.filter(({ p }) => Math.floor(p / 10) === bin);
            const sum = (of: (one: (typeof events)[number]) => number) =>
              inside.reduce((total, one) => total + of(one), 0);
            expect(template.contents[k][bin]).toBeCloseTo(
              sum(({ weight, pieces }) => weight * pieces[k]),
              12,
            );
            for (let l = 0; l <= k; l++) {
              const product = sum(({ weight, pieces }) => weight * weight * pieces[k] * pieces[l]);
              expect(template.squares[k][l][bin]).toBeCloseTo(product, 12);
            }
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});
