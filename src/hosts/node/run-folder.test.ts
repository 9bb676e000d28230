import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localWorkers, runBlocks } from '../../tasks/index.ts';
import { defaultRunFolder, RunFolder, readPlanDocument, readRunDocument } from './run-folder.ts';

const plan = { digest: 'abc', samples: [{ name: 'signal', events: 40, blocks: 4 }] };
const startWorker = localWorkers(() => ({ simulateBlock: (_, block) => Float64Array.of(block, 1) }));

let root: string;
let notices: string[];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'spillway-run-'));
  notices = [];
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const open = (path = join(root, 'run'), planned = plan) => RunFolder.open(path, planned, (s) => notices.push(s));
const simulate = (folder: RunFolder) =>
  runBlocks({ plan, blockEvents: 10, workers: 1, chunkEvents: 20, startWorker, store: folder.blocks });

describe('a run folder', () => {
  it('keeps the merged blocks and finds them again', async () => {
    expect((await simulate(await open())).eventsSimulated).toBe(40);
    expect(readdirSync(join(root, 'run', 'blocks'))).toEqual(['0-00000000-00000003.blocks']);
    const again = await simulate(await open());
    expect([again.eventsKept, ...again.sums[0]]).toEqual([40, 6, 4]);
  });

  it.each(['truncated', 'flipped'])('names a %s block file and simulates its blocks again', async (defect) => {
    const folder = await open();
    await folder.blocks.save({ sample: 0, firstBlock: 1, blocks: 2 }, Float64Array.of(1, 1, 2, 1));
    const file = join(root, 'run', 'blocks', '0-00000001-00000002.blocks');
    if (defect === 'truncated') truncateSync(file, 90);
    else writeFileSync(file, readFileSync(file).fill(1, 85, 86));
    const { sums, eventsKept } = await simulate(await open());
    expect([eventsKept, ...sums[0]]).toEqual([0, 6, 4]);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatch(/0-00000001-00000002\.blocks: (truncated|damaged).*simulated again/);
  });

  it('uses blocks that were cut in another way', async () => {
    const folder = await open();
    await folder.blocks.save({ sample: 0, firstBlock: 0, blocks: 3 }, Float64Array.of(1, 2, 2, 1));
    await folder.blocks.save({ sample: 0, firstBlock: 2, blocks: 1 }, Float64Array.of(2, 1));
    const { sums, eventsSimulated } = await simulate(await open());
    expect([eventsSimulated, ...sums[0]]).toEqual([10, 6, 4]);
  });

  it('refuses a folder with another run, a folder in use, and a file', async () => {
    await open();
    const other = { ...plan, digest: 'def' };
    await expect(open(join(root, 'run'), other)).rejects.toThrow('holds another run');
    writeFileSync(join(root, 'thesis.tex'), 'x');
    await expect(open(root)).rejects.toThrow('in use by something else');
    await expect(open(join(root, 'thesis.tex'))).rejects.toThrow(/a file of that name|a part of the path is a file/);
  });

  it('survives a damaged plan, but never takes over the blocks of another run', async () => {
    await simulate(await open());
    const planFile = join(root, 'run', 'plan.json');
    truncateSync(planFile, 5);
    expect((await simulate(await open())).eventsKept).toBe(40);
    expect(notices[0]).toContain('plan.json: damaged or truncated');
    truncateSync(planFile, 5);
    await expect(open(join(root, 'run'), { ...plan, digest: 'def' })).rejects.toThrow('belongs to another run');
    expect(readdirSync(join(root, 'run', 'blocks'))).toEqual(['0-00000000-00000003.blocks']);
  });

  it('refuses a plan that was altered anywhere, and writes it anew for the command that made it', async () => {
    await open();
    const path = join(root, 'run');
    expect(await readPlanDocument(path)).toEqual(plan);
    const text = readFileSync(join(path, 'plan.json'), 'utf8');
    writeFileSync(join(path, 'plan.json'), text.replace(/"blocks": \d+/, '"blocks": 1'));
    await expect(readPlanDocument(path)).rejects.toThrow('altered by hand; make the run anew');
    await open();
    expect(notices).toEqual([expect.stringContaining('plan.json: altered by hand; written anew')]);
    expect(await readPlanDocument(path)).toEqual(plan);
  });

  it('sweeps up what a killed process left behind', async () => {
    await open();
    const left = join(root, 'run', 'blocks', '.0-00000000-00000001.blocks.1-1.part');
    const young = join(root, 'run', 'blocks', '.0-00000000-00000001.blocks.1-2.part');
    for (const file of [left, young]) writeFileSync(file, 'half');
    utimesSync(left, 1, 1);
    await (await open()).blocks.list();
    expect(readdirSync(join(root, 'run', 'blocks'))).toEqual(['.0-00000000-00000001.blocks.1-2.part']);
  });
});

describe('the document of a run', () => {
  it('is read back as written', async () => {
    await (await open()).writeDocument({ limit: 1e-11 });
    expect(await readRunDocument(join(root, 'run'))).toEqual({ limit: 1e-11 });
  });

  it('is refused in one sentence when missing, unfinished or damaged', async () => {
    const path = join(root, 'run');
    await expect(readRunDocument(path)).rejects.toThrow(`${path}: cannot be read: there is no such file or folder.`);
    const folder = await open();
    await expect(readRunDocument(path)).rejects.toThrow('this run is not finished');
    await folder.writeDocument({ limit: 1e-11 });
    truncateSync(join(path, 'run.json'), 9);
    await expect(readRunDocument(path)).rejects.toThrow('damaged or truncated (9 characters)');
    writeFileSync(join(path, 'run.json'), '[]');
    await expect(readRunDocument(path)).rejects.toThrow('is not the document of a run');
    await expect(readRunDocument(join(path, 'run.json'))).rejects.toThrow('not the folder of a run');
    await expect(readRunDocument(root)).rejects.toThrow('holds no run');
  });
});

it('names the folder of a run after its search and plan', () => {
  expect(defaultRunFolder('kaon-x', 'sha256:0123456789abcdef')).toBe(join('runs', 'kaon-x-456789abcdef'));
});
