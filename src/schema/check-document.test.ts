import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDocument, issuesOf } from './check-document.ts';
import { InvalidInput } from './invalid-input.ts';
import {
  checked,
  chosen,
  closed,
  exactly,
  filledText,
  identifier,
  kindBy,
  later,
  listOf,
  number,
  oneOf,
  optional,
  PROBABILITY,
  recordOf,
  type Schema,
  text,
  upwards,
  whole,
} from './shapes.ts';

interface Leaf {
  readonly name: string;
  readonly size?: number;
}
const leaf = closed<Leaf>({ name: text(), size: optional(number(PROBABILITY)) });

describe('checkDocument', () => {
  it('gives a copy of what fits', () => {
    const value = { name: 'a', size: 0.5 };
    const checkedValue = checkDocument(leaf, value, 'x');
    expect(checkedValue).toEqual(value);
    expect(checkedValue).not.toBe(value);
  });

  it.each([
    [{ name: 'a', siz: 1 }, "x.siz: unknown key. Did you mean 'size'? Allowed: name, size."],
    [{ nam: 'a' }, "x.name: is missing; 'nam' is there instead\nx.nam: unknown key. Did you mean 'name'?"],
    [{ b: 1 }, /^x\.name: is missing\nx\.b: unknown key\. Allowed: name, size\.$/],
    [
      Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`k${i}`, i])),
      /and so are "k1", "k2", "k3", "k4" and more\./,
    ],
    [{ name: 'a', size: 1e61 }, 'x.size: found 1e+61, allowed is 0 to 1'],
    [{ name: 'a', b: 1, c: 2 }, 'x.b: unknown key, and so are "c". Allowed: name, size.'],
    [{ name: 'a', size: 1.5 }, 'x.size: found 1.5, allowed is 0 to 1'],
    [{ name: 'a', size: '1' }, 'x.size: found "1", allowed is 0 to 1'],
    [{ name: 'a', size: Number.NaN }, 'x.size: found NaN, allowed is a finite number'],
    [{ name: 'a', size: Number.POSITIVE_INFINITY }, 'x.size: found Infinity, allowed is a finite number'],
    [{ name: 'a', size: undefined }, 'x.size: found nothing, allowed is 0 to 1'],
    [JSON.parse('{"name": "a", "__proto__": {"size": 1}}'), 'x.__proto__: is not allowed as a key'],
    [{ name: 'a', toString: 1 }, 'x.toString: unknown key. Allowed: name, size.'],
    [{ name: () => 1 }, 'x.name: found a function, allowed is what JSON can hold'],
    [
      Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [i, 1])),
      'x: has 10001 keys, at most 10000 are taken',
    ],
    [null, 'x: found null, allowed is an object with name, size'],
    [[], 'x: found an empty list, allowed is an object with name, size'],
    [7n, 'x: found 7, allowed is what JSON can hold'],
  ])('refuses %o', (value, sentence) => {
    expect(() => checkDocument(leaf, value, 'x')).toThrow(InvalidInput);
    expect(() => checkDocument(leaf, value, 'x')).toThrow(sentence);
  });

  it('refuses names of what every object has, where names are looked up', () => {
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty'])
      expect(() => checkDocument(filledText('a name'), name, 'x')).toThrow(`x: found "${name}", allowed is a name`);
    expect(checkDocument(filledText('a name'), 'signal', 'x')).toBe('signal');
  });

  it('names ten issues and counts the rest', () => {
    const list = Array.from({ length: 14 }, () => ({ name: 3 }));
    try {
      checkDocument(listOf(leaf), list, 'x');
      expect.unreachable();
    } catch (error) {
      const { message, issues } = error as InvalidInput;
      expect(message.split('\n')).toHaveLength(11);
      expect(message).toMatch(/^x\.0\.name: found 3, .*\nx\.1\.name/);
      expect(message).toMatch(/and 4 more$/);
      expect(issues).toHaveLength(14);
    }
  });

  it('ends on circles and on deep nesting', () => {
    const circle: Record<string, unknown> = { name: 'a' };
    circle['size'] = circle;
    expect(() => checkDocument(leaf, circle, 'x')).toThrow('x.size: contains itself');
    let deep: unknown = 1;
    for (let i = 0; i < 100_000; i++) deep = [deep];
    expect(() => checkDocument(leaf, deep, 'x')).toThrow('is nested deeper than 40');
  });

  it('chooses between kinds by what the value says', () => {
    type Shape =
      | { readonly kind: 'circle'; readonly r: number }
      | { readonly kind: 'line'; readonly at: [number, number] };
    const shape = kindBy<Shape>('kind', 'shape', {
      circle: closed<Extract<Shape, { kind: 'circle' }>>({ kind: exactly('circle'), r: number() }),
      line: closed<Extract<Shape, { kind: 'line' }>>({ kind: exactly('line'), at: upwards(number()) }),
    });
    expect(checkDocument(shape, { kind: 'line', at: [1, 2] }, '')).toEqual({ kind: 'line', at: [1, 2] });
    expect(() => checkDocument(shape, { kind: 'line', at: [2, 1] }, '')).toThrow('at: the range ends before it starts');
    expect(() => checkDocument(shape, { kind: 'cirle', r: 1 }, 'x')).toThrow(
      `x.kind: unknown shape "cirle". Did you mean 'circle'? Allowed: circle, line.`,
    );
    expect(() => checkDocument(shape, { r: 1 }, 'x')).toThrow('x.kind: is missing; allowed: circle, line');
    expect(() => checkDocument(shape, { kind: 'constructor' }, 'x')).toThrow('unknown shape');
    expect(() => checkDocument(shape, 4, 'x')).toThrow("x: found 4, allowed is an object with 'kind': circle, line");
  });

  it('takes schemas that contain themselves', () => {
    interface Tree {
      readonly leaves: readonly Tree[];
    }
    const tree: Schema<Tree> = closed<Tree>({ leaves: listOf(later<Tree>('tree', () => tree)) });
    expect(checkDocument(tree, { leaves: [{ leaves: [] }] }, '')).toEqual({ leaves: [{ leaves: [] }] });
    expect(() => checkDocument(tree, { leaves: [{ leaves: [3] }] }, '')).toThrow('leaves.0.leaves.0: found 3');
  });

  it('never throws anything but InvalidInput, whatever it is given', () => {
    const schema = closed<Record<'a' | 'b' | 'c' | 'd' | 'e' | 'f', unknown>>({
      a: recordOf(leaf),
      b: checked(listOf(number(), 1, 3), (list) => list[0] > 0, 'begins above 0'),
      c: chosen<unknown>([leaf, identifier], (value) => (typeof value === 'string' ? identifier : leaf)),
      d: number(whole(1, 5)),
      e: oneOf('letter', { x: true, y: true }),
      f: identifier,
    } as never);
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
        (value) => {
          for (const issue of issuesOf(schema, value)) expect(typeof issue.problem).toBe('string');
          expect(() => checkDocument(schema, value, 'x')).toThrow(InvalidInput);
        },
      ),
      { seed: 9, numRuns: 500 },
    );
  });
});
