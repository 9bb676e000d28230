import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searches } from '../../searches/index.ts';
import { COMMANDS } from '../../src/cli/command-table.ts';
import { exportFormats } from '../../src/hosts/node/export-run.ts';
import * as library from '../../src/index.ts';
import { planOf, run } from '../../src/run/run.ts';
import type { AnySearch } from '../../src/search/any-search.ts';
import { binCount, binsTouchingBox } from '../../src/stages/blinding/binning.ts';
import { requireBuilt } from '../workers/built.ts';
import { userCounts } from './finish-in-memory.ts';

// A canary is a count that nothing else prints: every masked bin of the data holds one of its own. No command, option,
// file or function may show one before the box is opened; all must show them (or their sum) afterwards, or this test
// could not fail. Commands are taken from the table of commands, so that a new one is covered without anyone remembering.

const TIME = 900_000;
const many = join(import.meta.dirname, '..', 'cli', 'many-lines.mjs');

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Command lines one after the other in one process, with a ledger of the test's own. */
function lines(folder: string, all: readonly (readonly string[])[]): Promise<readonly Outcome[]> {
  const env = { ...process.env, SPILLWAY_STATE: join(folder, 'state') };
  return new Promise((resolve, reject) => {
    const options = { cwd: folder, env, maxBuffer: 2 ** 30 };
    execFile(process.execPath, [many, JSON.stringify(all)], options, (error, stdout, stderr) => {
      if (error === null) resolve(JSON.parse(stdout) as readonly Outcome[]);
      else reject(new Error(`${error.message}\n${stderr}`));
    });
  });
}

/** Bins of the data of a search that a blind region touches. */
function maskedBins(search: AnySearch): { readonly bins: number; readonly masked: readonly number[] } {
  if (search.kind === 'dump') {
    const names = Object.keys(search.regions);
    return { bins: names.length, masked: names.flatMap((name, i) => (search.blind.includes(name) ? [i] : [])) };
  }
  const regions: Readonly<Record<string, readonly (readonly [number, number])[]>> = search.regions;
  const masked = search.blind.flatMap((name) => binsTouchingBox(search.discriminant, regions[name]));
  return { bins: binCount(search.discriminant), masked: [...new Set(masked)] };
}

const canaryOf = (bin: number): number => 7_310_003 + 1009 * bin;

/** Canaries that stand in a text as numbers of their own, plain or grouped, or in bytes as doubles. */
function canariesIn(text: string | Buffer, canaries: readonly number[]): number[] {
  const bytes = Buffer.from(text);
  const plain = bytes.toString('latin1');
  const double = Buffer.alloc(8);
  return canaries.filter((canary) => {
    double.writeDoubleLE(canary);
    const written = `${canary}|${canary.toLocaleString('en-GB')}`;
    return bytes.includes(double) || new RegExp(`(?<![\\d.])(?:${written})(?![\\d])`).test(plain);
  });
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));

describe.each<[string, string]>([
  ['kaon-munuee', '2000'],
  ['kaon-pinunu', '3000'],
  ['kaon-pimumu', '2000'],
  ['dump-mumu', '100'],
])('the data of %s', (id, events) => {
  const search = (searches as Readonly<Record<string, AnySearch>>)[id];
  const { bins, masked } = maskedBins(search);
  const counts = Array.from({ length: bins }, (_, bin) => (masked.includes(bin) ? canaryOf(bin) : 1));
  const canaries = masked.map(canaryOf);
  const sum = canaries.reduce((total, canary) => total + canary, 0);
  const secrets = [...canaries, sum];
  let root: string;

  beforeAll(async () => {
    requireBuilt('src/search', 'src/modes', 'src/run', 'src/hosts', 'src/cli', 'src/formats', 'src/plots');
    root = mkdtempSync(join(tmpdir(), 'spillway-canary-'));
    writeFileSync(join(root, 'data.json'), JSON.stringify({ counts, source: 'canaries' }));
    // Other data of the same search, for commands that take several runs.
    const others = counts.map((count, bin) => (masked.includes(bin) ? count : 2));
    writeFileSync(join(root, 'other-data.json'), JSON.stringify({ counts: others, source: 'canaries' }));
    await lines(root, [
      ['run', id, '--events', events, '--data', 'data.json', '--out', 'mine'],
      ['run', id, '--events', events, '--data', 'other-data.json', '--out', 'other'],
    ]);
  }, TIME);
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it(
    'show in no command, whatever it is asked, and in no file, before the box is opened',
    async () => {
      const named = ['mine', id, 'data.json', join('mine', 'run.json'), join('mine', 'plan.json')];
      const figures = filesBelow(root).filter((path) => /figures.*\.json$/.test(path));
      const asked = Object.keys(COMMANDS)
        .filter((name) => name !== 'unblind' && name !== 'reproduce')
        .flatMap((name) =>
          [...named, ...figures.slice(0, 2)].flatMap((what) => [
            [name, what],
            [name, what, '--json'],
          ]),
        );
      const exported = exportFormats.flatMap((format) => [
        ['export', 'mine', '--format', format, '--out', `exports-${format}`],
        ['export', 'mine', '--format', format, '--json'],
      ]);
      const several = [
        ...['compare', 'combine'].flatMap((name) => [
          [name, 'mine', 'other'],
          [name, 'mine', 'other', '--json'],
        ]),
        ['combine', 'mine', 'other', '--out', 'both'],
        ['combine', 'mine', 'exports-pyhf', '--json'],
        ['combine', 'mine', join('exports-combine', `${id}.txt`), '--toys', '200', '--json'],
      ];
      const again = ['run', id, '--events', events, '--data', 'data.json', '--json'];
      const settings = [
        ...['blind=control', 'blind=[]', 'signalRegion=control', 'limit.region=control'],
        ...[
          'discriminant.0.from=-0.04',
          'discriminant.0.to=0.03',
          'regions.signal.0=0,0.0001',
          'regions.control.0=0,1',
        ],
      ].map((setting) => [...again, '--set', setting]);
      const small = (line: readonly string[]): readonly string[] =>
        ['run', 'scan', 'fit', 'export'].includes(line[0]) && line[1] === id && !line.includes('--events')
          ? [...line, '--events', events]
          : line;
      const outcomes = await lines(root, [...asked.map(small), ...exported, ...several, again, ...settings]);
      expect(outcomes.filter(({ code }) => code === 0).length).toBeGreaterThan(8);
      expect(outcomes.flatMap(({ stdout, stderr }) => canariesIn(stdout + stderr, secrets))).toEqual([]);
      const files = filesBelow(root).filter(
        (path) => ![join(root, 'data.json'), join(root, 'other-data.json')].includes(path),
      );
      expect(files.length).toBeGreaterThan(10);
      expect(files.filter((path) => canariesIn(readFileSync(path), secrets).length > 0)).toEqual([]);
    },
    TIME,
  );

  it(
    'show in nothing that a call of the library gives',
    async () => {
      const data = userCounts(counts);
      const finished = await run(search, { events: Number(events), data });
      const plan = planOf(search, { events: Number(events) });
      const given = [
        ...[finished.document, finished.rows, finished.plan, finished.sums.map((column) => [...column]), plan],
        ...[finished.figures(), finished.report(finished.figures(), false), finished.exportable()],
      ];
      expect(given.flatMap((value) => canariesIn(JSON.stringify(value), secrets))).toEqual([]);
      expect(finished.document).toMatchObject({ blind: true, observed: null, opened: null });
      // Nothing public takes an opening, a recorder or sealed data.
      expect(Object.keys(library).filter((name) => /open|seal|record|finish/i.test(name))).toEqual(['openEngine']);
    },
    TIME,
  );

  it(
    'show once the box is open',
    async () => {
      const [opened] = await lines(root, [['unblind', 'mine', '--json']]);
      expect(opened).toMatchObject({ code: 0 });
      const { observed } = JSON.parse(opened.stdout) as { observed: number };
      expect(observed).toBeGreaterThanOrEqual(canaries[0]);
      const text = readFileSync(join(root, 'mine', 'run.json'), 'utf8');
      expect(canariesIn(text, canaries)).toEqual(canaries);
      // The picture from before the opening stays what it was.
      const before = filesBelow(join(root, 'mine', 'figures')).filter((path) => /-before\.(svg|json)$/.test(path));
      expect(before.flatMap((path) => canariesIn(readFileSync(path), secrets))).toEqual([]);
      if (id === 'kaon-munuee') expect(before).toHaveLength(2);
    },
    TIME,
  );
});
