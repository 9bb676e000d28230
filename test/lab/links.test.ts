import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linkOf, stateOfLink } from '../../lab/link.ts';
import {
  firstState,
  type LabState,
  MOST_TEXT,
  ROOM_NAMES,
  readState,
  readStateText,
  shortest,
} from '../../lab/state.ts';

const PAGE = 'http://127.0.0.1:1/some/path/';

const states = fc.record({
  search: fc.oneof(fc.constantFrom('kaon-munuee', 'dump-mumu'), fc.dictionary(fc.string(), fc.jsonValue())),
  settings: fc.array(fc.string({ maxLength: 60 }), { maxLength: 5 }),
  events: fc.option(fc.integer({ min: 1, max: 1e9 }), { nil: undefined }),
  sizes: fc.option(fc.dictionary(fc.string(), fc.integer({ min: 1, max: 1e10 })), { nil: undefined }),
  precision: fc.option(fc.constantFrom(0.01, 0.2), { nil: undefined }),
  seed: fc.nat(),
  room: fc.constantFrom(...ROOM_NAMES),
});

it('gives back any state from its link and from its file', async () => {
  await fc.assert(
    fc.asyncProperty(states, async (part) => {
      const state = { ...firstState, ...JSON.parse(JSON.stringify(part)) } as LabState;
      const link = await linkOf(state, PAGE);
      expect(link).toMatch(/^http:\/\/127\.0\.0\.1:1\/some\/path\/#1\.[\w-]+$/);
      expect(await stateOfLink(link)).toEqual(state);
      expect(readStateText(JSON.stringify(shortest(state)))).toEqual(state);
    }),
    { numRuns: 200, seed: 5 },
  );
});

it('keeps a usual link short', async () => {
  const state = { ...firstState, room: 'cuts' as const, settings: ['selection.cuts.missing momentum.below=71GeV'] };
  expect((await linkOf(state, PAGE)).length).toBeLessThan(260);
});

it('refuses what was cut, altered, is too long or of another version, in one sentence', async () => {
  const link = await linkOf({ ...firstState, settings: ['a=b'] }, PAGE);
  const refused = [
    link.slice(0, -9),
    `${link.slice(0, -6)}AAAAAA`,
    link.replace('#1.', '#2.'),
    `${PAGE}#1.${'A'.repeat(MOST_TEXT)}`,
    `${PAGE}#1.%%%`,
    await linkOf({ ...firstState, extra: 1 } as unknown as LabState, PAGE),
    await linkOf({ ...firstState, search: 'x'.repeat(200) }, PAGE),
  ];
  for (const one of refused) {
    const said = await stateOfLink(one);
    expect(typeof said, one.slice(0, 80)).toBe('string');
    expect(said).toMatch(/^This link cannot be opened: .+\.$/);
  }
  expect(await stateOfLink(PAGE)).toBeUndefined();
  expect(await stateOfLink(`${PAGE}#room`)).toBeUndefined();
});

it('never fails on altered text', async () => {
  const link = await linkOf({ ...firstState, settings: ['selection.cuts.vertex quality.below=20'] }, PAGE);
  await fc.assert(
    fc.asyncProperty(fc.nat(link.length - 1), fc.string({ minLength: 1, maxLength: 3 }), async (at, piece) => {
      const said = await stateOfLink(link.slice(0, at) + piece + link.slice(at + 1));
      expect(['string', 'object', 'undefined']).toContain(typeof said);
    }),
    { numRuns: 500, seed: 7 },
  );
  expect(typeof readState(null)).toBe('string');
  expect(typeof readState({ kind: 'question', version: 2, search: 'a' })).toBe('string');
});
