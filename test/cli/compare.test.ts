import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { manyLines, temporaryFolder } from './spillway.ts';

const folder = temporaryFolder();
const run = (out: string, ...more: readonly string[]) => [
  'run',
  'kaon-munuee',
  '--events',
  '2000',
  '--out',
  out,
  ...more,
];
beforeAll(async () => {
  const lines = [run('a'), run('b', '--set', 'experiment.triggers.multiTrack.downscaling=50'), run('c', '--seed', '2')];
  for (const { code, stderr } of await manyLines(folder(), lines)) expect({ code, stderr }).toMatchObject({ code: 0 });
  cpSync(join(folder(), 'a'), join(folder(), 'copy'), { recursive: true });
  cpSync(join(folder(), 'a'), join(folder(), 'mixed'), { recursive: true });
  cpSync(join(folder(), 'c', 'plan.json'), join(folder(), 'mixed', 'plan.json'));
}, 300_000);

it('says what differs in question and answer, and nothing where nothing does', async () => {
  const [same, set, text, seed, one, none] = await manyLines(folder(), [
    ['compare', 'a', 'copy', '--json'],
    ['compare', 'a', 'b', '--json'],
    ['compare', 'a', 'b'],
    ['compare', 'a', 'c', '--json'],
    ['compare', 'a'],
    ['compare', 'a', 'nowhere'],
  ]);
  const equal = JSON.parse(same.stdout);
  expect(equal.settings).toEqual([]);
  for (const { difference } of equal.rows) expect(difference ?? 0).toBe(0);
  const changed = JSON.parse(set.stdout);
  expect(changed.settings).toContainEqual({
    path: 'experiment.triggers.multiTrack.downscaling.value',
    values: [100, 50],
  });
  const ses = changed.rows.find(({ quantity }: { quantity: string }) => quantity === 'ses');
  expect(ses.difference).toBeCloseTo(ses.values[1] - ses.values[0], 20);
  expect(ses.ratio).toBeLessThan(1);
  // The boxes are closed.
  expect(changed.rows.map(({ quantity }: { quantity: string }) => quantity)).not.toContain('observed');
  expect(text.stdout).toContain('DIFFERENCE');
  expect(JSON.parse(seed.stdout).settings).toEqual([{ path: 'seed', values: [1, 2] }]);
  expect([one.code, none.code]).toEqual([2, 2]);
  expect(one.stderr).toContain('at least two runs');
}, 300_000);

it('combines two runs as expected while their boxes are closed, and refuses what is no combination', async () => {
  const [both, text, same, none, exported, mixed] = await manyLines(folder(), [
    ['combine', 'a', 'c', '--json', '--out', 'both'],
    ['combine', 'a', 'c', '--uncorrelated', 'identification'],
    ['combine', 'a', 'b'],
    ['combine', 'a', 'c', '--rename', 'nothing=all'],
    ['export', 'c', '--format', 'pyhf', '--out', 'c-pyhf'],
    ['combine', 'a', 'c-pyhf', '--json'],
  ]);
  const combined = JSON.parse(both.stdout);
  expect(combined).toMatchObject({ kind: 'combination', cl: 0.9, method: 'exact', blind: true });
  expect(combined.limit.observed).toBeNull();
  expect(combined.limit.expected[2]).toBeLessThan(
    Math.min(...combined.inputs.map((one: { limit: { expected: number[] } }) => one.limit.expected[2])),
  );
  expect(combined.shared.map(({ name }: { name: string }) => name)).toContain('identification');
  expect(combined.files).toContain(join('both', 'limits.svg'));
  expect(text.stdout).toMatch(/together +closed/);
  expect([same.code, none.code, exported.code]).toEqual([2, 2, 0]);
  expect(same.stderr).toContain('the same data');
  // The exported likelihood knows what its mu is; the published count in it stays with it while a box is closed.
  expect(JSON.parse(mixed.stdout)).toMatchObject({ blind: true, limit: { observed: null } });
}, 300_000);

it.each([
  [['compare', 'a', 'mixed'], /mixed: holds the plan of one run and the answer of another/],
  [['export', 'mixed', '--out', 'exported'], /mixed: holds the plan of one run and the answer of another/],
  [['combine', 'a', 'mixed'], /mixed: holds the plan of one run and the answer of another/],
  [['compare', 'a', './a'], /RUN: '\.\/a' is there twice/],
  [['events', 'a', '--show', '2000'], /--show: found 2000; 'signal' has events 0 to 1999/],
  [['events', 'a', '--from', '1995', '--count', '10'], /--count: found 10; 'signal' has 5 events from 1995 on/],
  [['events', 'a', '--show', '1', '--cut', 'missing momentum'], /--cut: has no meaning beside --show/],
  [['events', 'a', '--format', 'csv'], /--format: is the format of --out, which is missing/],
  [['events', 'a', '--format', 'csv', '--out', 'x.parquet'], /--format: 'csv' and the ending of 'x.parquet' differ/],
  [['export', 'a', '--seed', '5', '--out', 'exported'], /--seed: is for a search ID; a finished run stays as it is/],
])('%j is refused in one sentence', async (line, sentence) => {
  const [{ code, stdout, stderr }] = await manyLines(folder(), [line]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(sentence);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});
