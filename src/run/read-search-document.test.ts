import { describe, expect, it } from 'vitest';
import { searches } from '../../searches/index.ts';
import { planDumpRun } from '../modes/dump/plan.ts';
import { planRun } from '../modes/kaon/plan.ts';
import { InvalidInput } from '../schema/index.ts';
import type { DumpSearchDocument } from '../search/dump-search.ts';
import type { SearchDocument } from '../search/kaon-search.ts';
import { readSearchDocument } from './read-search-document.ts';

const kaon = searches['kaon-munuee'] as unknown as SearchDocument;
const dump = searches['dump-ee'] as unknown as DumpSearchDocument;

describe('a search in plain JSON', () => {
  it('is the search that it was written from, to the digest of its plan', () => {
    const again = readSearchDocument(JSON.stringify(kaon), 'mine.json') as SearchDocument;
    expect(planRun(again, { events: 10 }).digest).toBe(planRun(kaon, { events: 10 }).digest);
    const behind = readSearchDocument(`\uFEFF${JSON.stringify(dump)}`, 'mine.json') as DumpSearchDocument;
    expect(planDumpRun(behind, { events: 100 }).digest).toBe(planDumpRun(dump, { events: 100 }).digest);
  });

  it('may write its quantities with units', () => {
    const document = JSON.parse(JSON.stringify(kaon)) as { selection: { cuts: Record<string, { below?: unknown }> } };
    document.selection.cuts['missing momentum'].below = '72 GeV';
    const again = readSearchDocument(JSON.stringify(document), 'mine.json') as SearchDocument;
    expect(planRun(again, { events: 10 }).digest).toBe(planRun(kaon, { events: 10 }).digest);
  });

  it.each<[string, string]>([
    ['', 'mine.json: is empty; needed is a search as one JSON object'],
    ['{"id": "x",', 'mine.json: is not JSON'],
    ['[]', 'mine.json: found an empty list, allowed is an object with kind, id'],
    ['3', 'mine.json: found 3, allowed is an object with kind, id, title'],
    ['{"kind": "dmup"}', `mine.json.kind: unknown kind of search "dmup". Did you mean 'dump'?`],
  ])('is refused as %j', (text, sentence) => {
    expect(() => readSearchDocument(text, 'mine.json')).toThrow(InvalidInput);
    expect(() => readSearchDocument(text, 'mine.json')).toThrow(sentence);
  });

  it('is refused with an experiment of the other kind, and with an id that leads out of its folder', () => {
    const read = (more: object) => () => readSearchDocument(JSON.stringify({ ...kaon, ...more }), 'mine.json');
    expect(read({ experiment: 'na62-dump' })).toThrow("unknown experiment 'na62-dump'. Allowed: na62-kaon");
    expect(read({ id: '../x' })).toThrow('mine.json.id: found "../x", allowed is an id of at most 80 letters');
  });
});
