import { describe, expect, it } from 'vitest';
import { searches as registered } from '../../searches/index.ts';
import { experimentSchema } from '../../src/experiments/experiment-schema.ts';
import { experiments } from '../../src/experiments/index.ts';
import { ownModel } from '../../src/interpretation/own-model.ts';
import { planDumpRun } from '../../src/modes/dump/plan.ts';
import { planRun } from '../../src/modes/kaon/plan.ts';
import { readSearchDocument } from '../../src/run/read-search-document.ts';
import { checkDocument } from '../../src/schema/index.ts';
import type { AnySearch } from '../../src/search/any-search.ts';
import type { SearchDocument } from '../../src/search/kaon-search.ts';
import { checkDataAgainst, writtenAxesOf } from '../../src/search/user-data/check-data.ts';
import { readDataDocument } from '../../src/search/user-data/data-document.ts';
import { Draws, mutate } from './mutate.ts';

const all = Object.values<AnySearch>(registered);
const searches = all.filter((search) => search.kind === 'kaon');
const dumpSearches = all.filter((search) => search.kind === 'dump');

/** `scripts/mutate-documents.mjs` asks for more than the short form of the tests. */
const NUMBER = Number(process.env['SPILLWAY_MUTATIONS'] ?? 3000);
const SEED = Number(process.env['SPILLWAY_MUTATIONS_SEED'] ?? 1);
const HANG = 2000;

const munuee = registered['kaon-munuee'] as unknown as SearchDocument;
const pi4e = registered['kaon-pi4e'] as unknown as SearchDocument;
const masses = [0.03, 0.05, 0.07];
const model = {
  id: 'my-vector',
  title: 'A vector',
  symbol: 'V',
  references: ['a note'],
  coupling: { symbol: 'g', unit: '1', definition: 'a coupling', range: { min: 1e-8, max: 1e-3 } },
  production: { like: 'dark-photon', set: 'brem', factor: 1 },
  masses,
  ctau: ['8e-11 m', 4e-11, 2e-11],
  branching: { 'e+ e-': [1, 0.5, 0.5], 'gamma gamma': [0, 0.1, 0.2] },
};
const dataOf = (search: SearchDocument) => {
  const axis = writtenAxesOf(search);
  return { search: search.id, axis, counts: new Array(binsOf(search)).fill(0), source: 'a test' };
};
const binsOf = ({ discriminant }: SearchDocument) => discriminant.reduce((product, { bins }) => product * bins, 1);

interface Kind {
  readonly documents: readonly unknown[];
  /** Uses a document as a command would, up to the first event. */
  readonly use: (document: never) => unknown;
}
const kinds: Readonly<Record<string, Kind>> = {
  'search with kaons': { documents: searches, use: (one) => planRun(one, { events: 10 }) },
  'search behind a dump': { documents: dumpSearches, use: (one) => planDumpRun(one, { events: 100 }) },
  'search as text': {
    documents: Object.values(registered),
    use: (one) => readSearchDocument(JSON.stringify(one), 'mine.json'),
  },
  experiment: {
    documents: Object.values(experiments),
    use: (one) => checkDocument(experimentSchema, one, 'experiment'),
  },
  model: {
    documents: [model],
    use: (one) => {
      const made = ownModel(one);
      for (const mass of [0.01, ...masses, 0.04, 1]) {
        const widths = made.widths(mass);
        if (widths.valid && !Number.isFinite(widths.total))
          throw new Error(`a width of ${widths.total} at ${mass} GeV`);
      }
      return made;
    },
  },
  data: {
    documents: [dataOf(munuee), dataOf(pi4e)],
    use: (one) => {
      const data = readDataDocument(JSON.stringify(one), 'mine.json');
      return checkDataAgainst(munuee, data);
    },
  },
};

describe.each(Object.entries(kinds))('a mutated %s', (name, { documents, use }) => {
  const number = Math.ceil(NUMBER / Object.keys(kinds).length);

  it(`ends in what was asked or in a sentence, ${number} times`, { timeout: 3_600_000 }, () => {
    const faults: string[] = [];
    const outcomes = { taken: 0, refused: 0 };
    for (let index = 0; index < number; index++) {
      const draws = new Draws(SEED, index);
      const { document, mutation } = mutate(draws.of(documents), draws);
      const start = performance.now();
      try {
        use(document as never);
        outcomes.taken += 1;
      } catch (error) {
        outcomes.refused += 1;
        const { name: kind, message, stack } = error as Error;
        if (kind !== 'InvalidInput' && kind !== 'BoxClosed')
          faults.push(`${name} ${index} ${mutation}: ${kind} ${message} ${stack?.split('\n')[1]}`);
        else if (message.length > 20_000 || /\bundefined\b|\[object/.test(message))
          faults.push(`${name} ${index} ${mutation}: says ${message.slice(0, 300)}`);
      }
      // Hangs, not slowness: a hundred times what the slowest takes alone.
      if (performance.now() - start > HANG * (NUMBER > 10_000 ? 1 : 10))
        faults.push(`${name} ${index} ${mutation}: hangs`);
    }
    if (NUMBER > 10_000) console.log(name, outcomes);
    expect(faults.slice(0, 20)).toEqual([]);
    expect(outcomes.refused).toBeGreaterThan(number / 3);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
