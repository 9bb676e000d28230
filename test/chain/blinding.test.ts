import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requireBuilt } from '../workers/built.ts';
import { spillway } from './spillway.ts';

/** A count that nothing else prints, put into every masked bin. */
const SECRET = 9182736;
const BINS = 140;
const MASKED = Array.from({ length: 14 }, (_, i) => 63 + i);

describe('the box of a run', () => {
  let root: string;
  let folder: string;
  const run = (...inputs: readonly string[]) =>
    spillway(root, 'run', 'kaon-munuee', '--events', '3000', '--data', 'data.json', '--out', folder, ...inputs);

  beforeAll(async () => {
    requireBuilt('src/search', 'src/modes', 'src/stages', 'src/run', 'src/hosts', 'src/cli');
    root = mkdtempSync(join(tmpdir(), 'spillway-blinding-'));
    folder = join(root, 'mine');
    const counts = Array.from({ length: BINS }, (_, bin) => (MASKED.includes(bin) ? SECRET : 1));
    writeFileSync(join(root, 'data.json'), JSON.stringify({ counts, source: 'a test' }));
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('shows no masked count: not in the output, nor in any file of the run', async () => {
    for (const inputs of [[], ['--json'], ['--until', 'selection', '--json']]) {
      const { code, out, err } = await run(...inputs);
      expect(code).toBe(0);
      expect(out + err).not.toContain(String(SECRET));
    }
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(8);
    for (const { parentPath, name } of files) {
      const bytes = readFileSync(join(parentPath, name));
      expect(bytes.includes(String(SECRET)), name).toBe(false);
      const asDouble = Buffer.alloc(8);
      asDouble.writeDoubleLE(SECRET);
      expect(bytes.includes(asDouble), name).toBe(false);
    }
  });

  it('says that it is closed, counts what is open, and gives only expected limits', async () => {
    const document = JSON.parse((await run('--json')).out);
    expect(document).toMatchObject({ blind: true, observed: null, opened: null, data: { kind: 'user' } });
    expect(document.reason).toContain('spillway unblind');
    expect(document.limit.observed).toBeNull();
    expect(document.limit.expected).toHaveLength(5);
    expect(document.regions.signal.observed).toBeNull();
    expect(document.regions.control.observed).toBe(49);
    expect(document.spectra.discriminant.data.filter((n: number | null) => n === null)).toHaveLength(MASKED.length);
  });

  it('opens nothing by settings: refused, or masked as before', async () => {
    const refused = await run('--set', 'blind=control', '--json');
    expect(refused).toMatchObject({ code: 3, out: '' });
    expect(refused.err).toContain('spillway unblind');
    const moved = await spillway(
      root,
      ...['run', 'kaon-munuee', '--events', '3000', '--data', 'data.json', '--json', '--out', join(root, 'moved')],
      ...['--set', 'regions.signal.0=-0.0035GeV^2,-0.0005GeV^2'],
    );
    expect(moved.code).toBe(0);
    expect(moved.out).not.toContain(String(SECRET));
    const { spectra } = JSON.parse(moved.out);
    expect(spectra.discriminant.data.filter((n: number | null) => n === null)).toHaveLength(MASKED.length);
  });

  it('opens once, on record, and remembers it; a search changed afterwards is marked', async () => {
    const first = await spillway(root, 'unblind', folder, '--json');
    expect(first.code).toBe(0);
    const opened = JSON.parse(first.out);
    expect(opened.observed).toBe(MASKED.length * SECRET);
    expect(opened.opened.digest).toBe(opened.digest.search);
    const again = JSON.parse((await spillway(root, 'unblind', folder, '--json')).out);
    expect(again.opened).toEqual(opened.opened);

    const changed = await spillway(
      root,
      ...['run', 'kaon-munuee', '--events', '3000', '--json', '--out', join(root, 'changed')],
      ...['--set', 'selection.cuts.missing momentum.below=71GeV'],
    );
    const document = JSON.parse(changed.out);
    expect(document).toMatchObject({ blind: true, observed: null, changedAfterUnblinding: true });
    expect(readFileSync(join(root, 'changed', 'report.html'), 'utf8')).toMatch(/changed after/i);
  });

  it('refuses data that changed after the run, and data that do not fit', async () => {
    writeFileSync(join(root, 'data.json'), JSON.stringify({ counts: [1, 2, 3] }));
    const stale = await spillway(root, 'unblind', folder);
    expect(stale.code).toBe(2);
    expect(stale.err).toContain('has changed since the run was made');
    const short = await spillway(root, 'run', 'kaon-munuee', '--events', '1000', '--data', 'data.json');
    expect(short.code).toBe(2);
    expect(short.err).toContain('found 3 counts');
    writeFileSync(join(root, 'data.json'), JSON.stringify({ counts: Array(BINS).fill(0.5) }));
    const broken = await spillway(root, 'run', 'kaon-munuee', '--events', '1000', '--data', 'data.json');
    expect(broken.code).toBe(2);
    expect(broken.err).toContain('whole number');
    expect(broken.err).not.toContain('0.5');
  });

  it('refuses a plan that was altered by hand', async () => {
    const path = join(folder, 'plan.json');
    const plan = JSON.parse(readFileSync(path, 'utf8'));
    plan.search.selection.cuts['missing momentum'].below = 70;
    writeFileSync(path, JSON.stringify(plan));
    const { code, err } = await spillway(root, 'unblind', folder);
    expect(code).toBe(2);
    expect(err).toContain('altered');
  });
});
