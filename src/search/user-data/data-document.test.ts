import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searches } from '../../../searches/index.ts';
import { InvalidInput } from '../../schema/index.ts';
import type { UserCounts } from '../../stages/blinding/user-counts.ts';
import type { DumpSearchDocument } from '../dump-search.ts';
import type { SearchDocument } from '../kaon-search.ts';
import { checkDataAgainst, dataAxesOf, writtenAxesOf } from './check-data.ts';
import { readDataDocument, sizeOfAxis } from './data-document.ts';

const search = searches['kaon-munuee'] as unknown as SearchDocument;
const plane = searches['kaon-pi4e'] as unknown as SearchDocument;
const dump = searches['dump-mumu'] as unknown as DumpSearchDocument;
const read = (document: object) => readDataDocument(JSON.stringify(document), 'mine.json');
const zeros = (size: number): number[] => new Array<number>(size).fill(0);
const binsOf = (one: SearchDocument | DumpSearchDocument) =>
  dataAxesOf(one).reduce((product, axis) => product * sizeOfAxis(axis), 1);

const countsOf = ({ bins, count }: UserCounts) => Array.from({ length: bins }, (_, bin) => count(bin));

describe('a file with data', () => {
  it('carries its axes, and fits to the search that it was written for', () => {
    for (const one of [search, plane, dump]) {
      const counts = zeros(binsOf(one)).map((_, i) => i % 3);
      const data = read({ search: one.id, axis: writtenAxesOf(one), counts, source: 'a test' });
      expect(countsOf(data)).toEqual(counts);
      expect(() => checkDataAgainst(one, data)).not.toThrow();
    }
  });

  it('may be nested by axis, hold a byte-order mark, or name no axis', () => {
    const nested = read({
      axis: [
        { observable: 'mass', edges: [0, 1, 2] },
        { observable: 'mass', edges: [0, 1] },
      ],
      counts: [[1], [2]],
    });
    expect(countsOf(nested)).toEqual([1, 2]);
    const old = readDataDocument(`\uFEFF{"counts": [${zeros(binsOf(search)).join()}]}`, 'old.json');
    expect(old).toMatchObject({ source: 'old.json' });
    expect(() => checkDataAgainst(search, old)).not.toThrow();
  });

  it.each([
    [{ counts: [0, 1, 2] }, 'mine.json.counts: found 3 counts, kaon-munuee'],
    [{ search: 'kaon-mine', counts: zeros(binsOf(search)) }, "the counts are for 'kaon-mine'"],
    [
      { axis: [{ observable: 'mass', from: -0.07, to: 0.07, bins: 140 }], counts: zeros(140) },
      "found 'mass', kaon-munuee has",
    ],
    [{ axis: [{ ...writtenAxesOf(search)[0], edges: [0, 1] }], counts: [0] }, 'has 1 bins, kaon-munuee has'],
    [{ axis: [{ regions: ['signal'] }], counts: [0] }, 'counts in bins of'],
  ])('is refused before anything is simulated: %j', (document, sentence) => {
    expect(() => checkDataAgainst(search, read(document))).toThrow(sentence);
  });

  it('is refused where one edge was moved', () => {
    const [axis] = writtenAxesOf(search) as unknown as [{ edges: number[] }];
    const edges = axis.edges.map((edge, i) => (i === 3 ? edge + 1e-4 * (axis.edges[1] - axis.edges[0]) : edge));
    const data = read({ axis: [{ ...axis, edges }], counts: zeros(edges.length - 1) });
    expect(() => checkDataAgainst(search, data)).toThrow('mine.json.axis.0.edges.3: found');
  });

  it.each([
    [{ axis: [{ regions: ['control', 'sginal'] }], counts: [0, 0] }, "Did you mean 'signal'?"],
    [{ axis: [{ observable: 'mass', edges: [0, 1, 2] }], counts: [0, 0] }, 'dump-mumu counts in regions'],
  ])('behind a dump: %j', (document, sentence) => {
    expect(() => checkDataAgainst(dump, read(document))).toThrow(sentence);
  });

  it.each([
    ['', 'mine.json: is empty'],
    ['{"counts": 3}', 'mine.json.counts: needed are whole numbers that are not negative, one for each bin, in a list'],
    ['{"counts": [1, "900071", 3]}', '; not so at 1'],
    ['{"counts": [1, [2, -900072]]}', '; not so at 1.1'],
    ['{"counts": [1, 900073.5]}', '; not so at 1'],
    ['{"count": [900074]}', "Did you mean 'counts'?"],
    ['{"counts": [1], "axis": [{"observable": "mass", "unit": "furlong", "edges": [0, 1]}]}', "unknown unit 'furlong'"],
    ['{"counts": [1, 2], "axis": [{"observable": "mass", "edges": [0, 1]}]}', 'has 2 entries, the axis has 1 bins'],
    ['{"counts": [1], "axis": [{"observable": "mass", "edges": [1, 0]}]}', 'edges must ascend'],
    ['{"counts": [1], "axis": [{"observable": "mass", "from": 1, "to": 2, "bins": 1e9}]}', 'allowed is a whole number'],
  ])('says what is wrong in %s, without a count', (text, sentence) => {
    const refusal = () => readDataDocument(text, 'mine.json');
    expect(refusal).toThrow(InvalidInput);
    expect(refusal).toThrow(sentence);
    expect(refusal).not.toThrow(/9000\d\d/);
  });

  it('never says a number of the counts, whatever stands beside them', () => {
    const odd = fc.oneof(
      fc.constant('900099'),
      fc.constant(-900099),
      fc.constant(900099.5),
      fc.constant([[[[900099]]]]),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constant(900099), odd), { minLength: 1, maxLength: 6 }), (counts) => {
        try {
          readDataDocument(JSON.stringify({ counts }), 'mine.json');
        } catch (error) {
          expect((error as Error).message).not.toContain('900099');
        }
      }),
      { seed: 4 },
    );
  });
});
