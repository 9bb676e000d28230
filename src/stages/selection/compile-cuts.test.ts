import { describe, expect, it } from 'vitest';
import { allocateCandidateBlock } from '../../events/candidate-block.ts';
import { InvalidInput } from '../../schema/index.ts';
import { compileAxis, compileCuts } from './compile-cuts.ts';

const cut = (rest: object) => compileCuts({ mine: { observable: 'vertexZ', ...rest } as never }, ['pi+'], 'search');

describe('compileCuts', () => {
  it('keeps the lower edge and leaves out the upper one', () => {
    const [between] = cut({ between: [105, 180] });
    expect([104.9, 105, 179.9, 180].map(between.passes)).toEqual([false, true, true, false]);
    const [outside] = cut({ outside: [1, 2] });
    expect([0.9, 1, 1.9, 2].map(outside.passes)).toEqual([true, false, false, true]);
    expect(cut({ above: 3 })[0].passes(3)).toBe(true);
    expect(cut({ below: 3 })[0].passes(3)).toBe(false);
    for (const rest of [{ between: [1, 2] }, { outside: [1, 2] }, { above: 1 }])
      expect(cut(rest)[0].passes(Number.NaN), JSON.stringify(rest)).toBe(false);
  });

  it('holds where it is said to hold, and is passed elsewhere', () => {
    const candidates = allocateCandidateBlock(4, [{ role: 'pi+', mass: 0.1, charge: 1 }]);
    candidates.count = 4;
    candidates.vertex.z.set([110, 150, 110, 150]);
    candidates.vertexChiSquare.set([1, 1, 9, 9]);
    const [held] = cut({ below: 120, where: [{ observable: 'vertexChiSquare', between: [0, 4] }] });
    const value = new Float64Array(4);
    held.evaluate(candidates, value);
    expect([...value].map(held.passes)).toEqual([true, false, true, true]);
    expect(() => cut({ below: 120, where: [{ observable: 'vertxZ', between: [0, 4] }] })).toThrow('unknown observable');
    const reversed = { below: 120, where: [{ observable: 'vertexChiSquare', between: [4, 0] }] };
    expect(() => cut(reversed)).toThrow('where.0: the lower bound 4 is not below the upper bound 0');
  });

  it.each([
    [{}, "search.mine: a cut needs one of 'between', 'outside', 'above', 'below'"],
    [{ between: [2, 1] }, 'the lower bound 2 is not below the upper bound 1'],
    [{ above: Number.NaN }, 'the lower bound NaN is not below'],
    [{ above: 1, observable: 'vertxZ' }, "unknown observable 'vertxZ'. Did you mean 'vertexZ'?"],
    [{ above: 1, of: ['pi-'] }, "unknown particle 'pi-'"],
  ])('refuses %o', (rest, sentence) => {
    expect(() => cut(rest)).toThrow(InvalidInput);
    expect(() => cut(rest)).toThrow(sentence);
  });

  it.each([
    [{ from: 2, to: 1, bins: 10 }, "'from' 2 is not below 'to' 1"],
    [{ from: 0, to: 1, bins: 0.5 }, 'a number of bins from 1 to 100000 is needed, found 0.5'],
    [{ from: 0, to: Number.NaN, bins: 5 }, 'is not below'],
  ])('refuses the axis %o', (rest, sentence) => {
    expect(() => compileAxis({ observable: 'vertexZ', ...rest } as never, ['pi+'], 'x')).toThrow(sentence);
  });
});
