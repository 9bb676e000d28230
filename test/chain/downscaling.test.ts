import { expect, it } from 'vitest';
import kaonMunuee from '../../searches/kaon-munuee.ts';
import kaonPiminusMue from '../../searches/kaon-piminus-mue.ts';
import { run as carryOut } from '../../src/run/run.ts';
import type { SearchDocument } from '../../src/search/kaon-search.ts';

it.each([
  ['a counted normalisation', kaonMunuee],
  ['a cited number of kaon decays', kaonPiminusMue],
])('another downscaling changes the sensitivity, not the flux, with %s', async (_, search) => {
  const run = async (settings: readonly string[]) =>
    (await carryOut(search as unknown as SearchDocument, { events: 16384, seed: 5, settings })).document;
  const lines = ['multiTrack', 'dielectron', 'muonElectron'];
  const as = await run([]);
  const open = await run(lines.map((line) => `experiment.triggers.${line}.downscaling.value=1`));
  expect(open.kaonDecays.value).toBe(as.kaonDecays.value);
  expect(open.trigger.signal).toBeGreaterThan(2 * as.trigger.signal);
  expect(open.ses.value / as.ses.value).toBeCloseTo(as.trigger.signal / open.trigger.signal, 6);
});
