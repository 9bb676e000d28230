import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { manyLines, spillway, temporaryFolder } from './spillway.ts';

const folder = temporaryFolder();
beforeAll(() => spillway(folder(), 'run', 'kaon-munuee', '--events', '2000', '--out', 'r'), 300_000);

it('shows single events of a run with their fate, and those that one cut alone rejects', async () => {
  const [shown, json, cut, ...bad] = await manyLines(folder(), [
    ['events', 'r', '--show', '12'],
    ['events', 'r', '--count', '3', '--json'],
    ['events', 'r', '--cut', 'missing momentum', '--count', '2000', '--json'],
    ['events', 'r', '--cut', 'mising momentum', '--count', '2000'],
    ['events', 'r', '--sample', 'singal'],
    ['events', 'r', '--from', '99999'],
    ['events', 'nowhere'],
  ]);
  expect(shown).toMatchObject({ code: 0 });
  expect(shown.stdout).toContain('event 12:');
  expect(shown.stdout).toContain('PRODUCED');
  expect(JSON.parse(json.stdout)).toMatchObject({
    sample: 'signal',
    events: [{ event: 0 }, { event: 1 }, { event: 2 }],
  });
  for (const { readings } of JSON.parse(cut.stdout).events as {
    readings: { fate: { cut: string; passes: boolean }[] }[];
  }[])
    expect(readings.some(({ fate }) => fate.every((one) => one.passes === (one.cut !== 'missing momentum')))).toBe(
      true,
    );
  expect(bad.map(({ code }) => code)).toEqual([2, 2, 2, 2]);
  expect(bad[0].stderr).toContain('missing momentum');
  expect(bad[1].stderr).toContain("'signal'");
}, 300_000);

it('writes the decays of a sample in the formats of events', async () => {
  const files = ['d.hepmc3', 'd.lhe', 'deep/d.parquet', 'd.csv'];
  const lines = files.map((file) => ['events', 'r', '--count', '1500', '--out', file]);
  for (const { code, stderr } of await manyLines(folder(), lines)) expect({ code, stderr }).toMatchObject({ code: 0 });
  const text = readFileSync(join(folder(), 'd.hepmc3'), 'utf8');
  expect(text.match(/^E /gm)).toHaveLength(1500);
  expect(readFileSync(join(folder(), 'd.csv'), 'utf8').trim().split('\n').length).toBeGreaterThan(1500);
}, 300_000);
