import { describe, expect, it } from 'vitest';
import { searches } from '../../../searches/index.ts';
import { checkOwnModel } from '../../interpretation/own-model-document.ts';
import { planDumpRun } from '../../modes/dump/plan.ts';
import { planRun } from '../../modes/kaon/plan.ts';
import { readSearchDocument } from '../../run/read-search-document.ts';
import { parseJson } from '../../schema/parse-json.ts';
import type { AnySearch } from '../../search/any-search.ts';
import type { DumpSearchDocument } from '../../search/dump-search.ts';
import { isFrozen } from '../../search/frozen.ts';
import type { SearchDocument } from '../../search/kaon-search.ts';
import { checkDataAgainst } from '../../search/user-data/check-data.ts';
import { readDataDocument } from '../../search/user-data/data-document.ts';
import { modelTemplate } from './model-template.ts';
import { dataTemplate, dumpSearchTemplate, kaonSearchTemplate } from './search-templates.ts';
import { withComments } from './with-comments.ts';

const all = Object.values(searches) as unknown as readonly AnySearch[];
const notesIn = (text: string) => text.match(/"\$comment"/g)?.length ?? 0;

describe('templates', () => {
  it('of a search with kaons can be planned, is its own and not frozen', () => {
    const text = kaonSearchTemplate(searches['kaon-piminus-mumu'] as unknown as SearchDocument, 'my-search');
    expect(notesIn(text)).toBe(7);
    const search = readSearchDocument(text, 'my-search.json') as SearchDocument;
    const plan = planRun(search, { events: 10 });
    expect(plan.search.id).toBe('my-search');
    expect(plan.frozen).toBeNull();
    expect(isFrozen(search)).toBe(false);
  });

  it('of a search behind a dump can be planned', () => {
    const text = dumpSearchTemplate(searches['dump-ee'] as unknown as DumpSearchDocument, 'my-dump');
    const search = readSearchDocument(text, 'my-dump.json') as DumpSearchDocument;
    expect(planDumpRun(search, { events: 100 }).masses.length).toBeGreaterThan(10);
  });

  it('of data fits to the search it is for, whichever that is', () => {
    for (const search of all) {
      const data = readDataDocument(dataTemplate(search, 'mine.json'), 'mine.json');
      expect(() => checkDataAgainst(search, { ...data, file: 'mine.json' })).not.toThrow();
    }
  });

  it('of a model is one', () => {
    const model = checkOwnModel(parseJson(modelTemplate('my-vector'), 'my-vector.json', 'a model'));
    expect(model.masses[0]).toBeCloseTo(0.02, 12);
  });
});

describe('withComments', () => {
  it('puts notes first', () => {
    const text = withComments({ a: { b: { c: 1 } }, d: 2 }, { '': 'whole', 'a.b': 'inside' });
    expect(text.replace(/\s+/g, '')).toBe('{"$comment":"whole","a":{"b":{"$comment":"inside","c":1}},"d":2}');
  });

  it('refuses places that are no objects', () => {
    expect(() => withComments({ a: [1] }, { a: 'x' })).toThrow(RangeError);
    expect(() => withComments({ a: 1 }, { 'b.c': 'x' })).toThrow(RangeError);
  });
});
