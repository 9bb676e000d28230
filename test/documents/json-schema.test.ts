import { describe, expect, it } from 'vitest';
import { searches } from '../../searches/index.ts';
import { experiments } from '../../src/experiments/index.ts';
import { figureFile } from '../../src/plots/index.ts';
import { type DocumentKindName, documentKinds, schemaCalled } from '../../src/run/document-schemas.ts';
import { run } from '../../src/run/run.ts';
import { InvalidInput, issuesOf } from '../../src/schema/index.ts';
import type { AnySearch } from '../../src/search/any-search.ts';
import { Draws, mutate } from './mutate.ts';
import { fits } from './naive-validator.ts';

const model = {
  id: 'my-vector',
  title: 'A vector',
  symbol: 'V',
  references: ['a note'],
  coupling: { symbol: 'g', unit: '1', definition: 'a coupling', range: { min: 1e-8, max: 1e-3 } },
  production: { like: 'dark-photon', set: 'brem', factor: { bremsstrahlung: 2 } },
  masses: ['30 MeV', 0.05],
  ctau: [4e-11, '1 ns'],
  branching: { 'e+ e-': [1, 0.5] },
};
const documents: Readonly<Record<DocumentKindName, readonly unknown[]>> = {
  search: Object.values<AnySearch>(searches).filter(({ kind }) => kind === 'kaon'),
  'dump-search': Object.values<AnySearch>(searches).filter(({ kind }) => kind === 'dump'),
  experiment: Object.values(experiments),
  question: [{ kind: 'question', version: 1, search: 'kaon-munuee', settings: ['a=b'], events: 100, room: 'cuts' }],
  model: [model],
  data: [
    { counts: [[1], [2]], axis: [{ observable: 'mass', unit: 'MeV', from: 0, to: 2, bins: 2 }, { regions: ['a'] }] },
  ],
};

describe.each(Object.keys(documentKinds) as DocumentKindName[])('the JSON Schema of %s', (name) => {
  const schema = schemaCalled(name);

  it('takes the documents there are', () => {
    for (const document of documents[name]) {
      const plain: unknown = JSON.parse(JSON.stringify(document));
      expect(issuesOf(documentKinds[name].schema, plain)).toEqual([]);
      expect(fits(plain, schema)).toBe(true);
    }
  });

  it('never refuses what is taken, and refuses most of what is refused', () => {
    const disagreements: string[] = [];
    let refused = 0;
    let refusedByBoth = 0;
    for (let index = 0; index < 600; index++) {
      const draws = new Draws(7, index);
      const mutated = mutate(draws.of(documents[name]), draws);
      const document: unknown = JSON.parse(JSON.stringify(mutated.document));
      const takes = issuesOf(documentKinds[name].schema, document).length === 0;
      const fitting = fits(document, schema);
      if (takes && !fitting) disagreements.push(mutated.mutation);
      if (!takes) refused += 1;
      if (!takes && !fitting) refusedByBoth += 1;
    }
    expect(disagreements).toEqual([]);
    expect(refused).toBeGreaterThan(100);
    // Conditions on a whole, forbidden keys and nesting are beyond it.
    expect(refusedByBoth / refused).toBeGreaterThan(name === 'data' ? 0.4 : 0.9);
  });
});

it('lists the kinds for a name that is not one', () => {
  expect(() => schemaCalled('serch')).toThrow(InvalidInput);
  expect(() => schemaCalled('serch')).toThrow("Did you mean 'search'?");
});

describe('the JSON Schemas of what Spillway writes', () => {
  it('take the documents and the figures of runs of either kind, and of a projection', async () => {
    const runs = [
      await run(searches['kaon-munuee'], { events: 2000 }),
      await run(searches['kaon-pinunu'], { events: 3000, exposure: 4 }),
      await run(searches['dump-mumu'], { events: 100, masses: [0.25, 0.3] }),
    ];
    const [ofRun, ofFigure] = [schemaCalled('run'), schemaCalled('figure')];
    for (const one of runs) {
      expect(fits(JSON.parse(JSON.stringify(one.document)), ofRun), one.document.search).toBe(true);
      for (const { name, figure } of one.figures())
        expect(fits(JSON.parse(figureFile(figure)), ofFigure), name).toBe(true);
    }
  }, 60_000);

  it('refuse a run without its digest, and a figure with an unknown key', () => {
    expect(fits({ kind: 'kaon' }, schemaCalled('run'))).toBe(false);
    const figure = { format: 'spillway figure 1', kind: 'curves', title: '', description: '', curvs: [] };
    expect(fits(figure, schemaCalled('figure'))).toBe(false);
  });
});
