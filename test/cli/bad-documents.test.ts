import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe } from 'vitest';
import { type Refused, refusedInOneSentence } from './refused.ts';
import { temporaryFolder } from './spillway.ts';

const folder = temporaryFolder();
const QUESTION = { kind: 'question', version: 1, search: 'kaon-munuee' };

/** Documents by file name; texts as they are. */
const DOCUMENTS: Readonly<Record<string, unknown>> = {
  'empty.json': '',
  'half.json': JSON.stringify(QUESTION).slice(0, 30),
  'nan.json': '{"kind": "question", "version": 1, "search": "kaon-munuee", "events": NaN}',
  'array.json': [1, 2, 3],
  'object.json': {},
  'other.json': { channels: [], observations: [], measurements: [], version: '1.0.0' },
  'kind.json': { ...QUESTION, kind: 'questoin' },
  'version.json': { ...QUESTION, version: 2 },
  'key.json': { ...QUESTION, evnets: 5 },
  'instead.json': { kind: 'question', version: 1, serach: 'kaon-munuee' },
  'events.json': { ...QUESTION, events: -5 },
  'huge-number.json': { ...QUESTION, events: 1e99 },
  'search.json': { ...QUESTION, search: 'kaon-munue' },
  'several.json': { ...QUESTION, events: -5, seed: 0.5, settings: 'a=b' },
  'long.json': { ...QUESTION, search: 'a'.repeat(1_000_000) },
  'many.json': Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`k${i}`, i])),
  'counts.json': { cuonts: [1] },
};
beforeAll(() => {
  for (const [name, document] of Object.entries(DOCUMENTS))
    writeFileSync(join(folder(), name), typeof document === 'string' ? document : JSON.stringify(document));
});

const CASES: readonly Refused[] = [
  [['run', 'empty.json'], /empty\.json: is empty; needed is a search or a question/],
  [['run', 'half.json'], /half\.json: is not JSON \(position 30\)/],
  [['run', 'nan.json'], /nan\.json: is not JSON/],
  [['run', 'array.json'], /array\.json: found a list of 3, allowed is an object/],
  [['run', 'object.json'], /object\.json: lacks id, title, channel, summary, references, experiment and \d+ more/],
  [['run', 'other.json'], /other\.json: lacks id, .*; wrong as well: other\.json\.channels/],
  [['run', 'kind.json'], /kind\.json\.kind: unknown kind of document "questoin"\. Did you mean 'question'\?/],
  [['run', 'version.json'], /version: found 2, allowed is 1: the question was written by another version/],
  [['run', 'key.json'], /evnets: unknown key\. Did you mean 'events'\?/],
  [['run', 'instead.json'], /search: is missing; 'serach' is there instead; wrong as well: instead\.json\.serach/],
  [['run', 'events.json'], /events: found -5, allowed is a whole number from 1 to 10000000000/],
  [['run', 'huge-number.json'], /events: found 1e\+99, allowed is a whole number/],
  [['run', 'search.json'], /unknown search 'kaon-munue'\. Did you mean 'kaon-munuee'\?/],
  [['run', 'several.json'], /settings: found "a=b", allowed is a list; wrong as well: several\.json\.events/],
  [['run', 'long.json'], /unknown search 'a{60}…'/],
  [['run', 'many.json'], /many\.json: has 2000\d keys, at most 10000 are taken/],
  [['exclude', 'many.json', '--searches', 'dump-ee'], /many\.json: .*has 20000 keys/],
  [['exclude', 'other.json', '--searches', 'dump-ee'], /other\.json: .*lacks id, title, symbol/],
  [['cite', 'many.json'], /many\.json: .*has 20000 keys/],
  [['run', 'kaon-munuee', '--data', 'many.json'], /many\.json: has 20000 keys/],
  [['run', 'kaon-munuee', '--data', 'counts.json'], /counts: is missing; 'cuonts' is there instead/],
  [['read', 'array.json'], /array\.json: holds nothing that is known; taken are /],
  [
    ['run', 'kaon-munuee', '--set', 'normalisation.observed.value=1e99'],
    /found 1e\+99, allowed is a number above 0, at most 1e\+60/,
  ],
];

describe('documents that are not what is needed', () => refusedInOneSentence(folder, CASES));
