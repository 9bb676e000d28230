import { execFile } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { requireBuilt } from '../workers/built.ts';

/** Each test runs a small search in several processes: on a busy machine that takes a while. */
const LONG = 240_000;
const program = join(import.meta.dirname, '../../bin/spillway.js');
const ASKED = ['kaon-munuee', '--events', '400', '--workers', '1'];

let root: string;
let plain: string;
beforeAll(async () => {
  requireBuilt('src/cli', 'src/hosts', 'src/tasks', 'src/run');
  root = mkdtempSync(join(tmpdir(), 'spillway-clusters-'));
  plain = (await json('run', ...ASKED, '--out', 'plain')).digest.result;
  rmSync(root, { recursive: true, force: true });
}, LONG);
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'spillway-clusters-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }), LONG);

interface Outcome {
  readonly code: number | string | null | undefined;
  readonly stdout: string;
  readonly stderr: string;
}
/** Folders with programs, besides those of the stand-ins. */
let path = process.env['PATH'] ?? '';
function spillway(...args: readonly string[]): Promise<Outcome> {
  const env = {
    ...process.env,
    PATH: [join(root, 'bin'), path].join(delimiter),
    STAND_IN: join(root, 'stand-in'),
    SPILLWAY_STATE: join(root, 'state'),
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { cwd: root, env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : error.code, stdout, stderr });
    });
  });
}
async function json(...args: readonly string[]) {
  const { code, stdout, stderr } = await spillway(...args, '--json');
  if (code !== 0) throw new Error(`exit ${code}: ${stderr}`);
  return { ...JSON.parse(stdout), stderr };
}

/** Puts the stand-ins of a batch system on the path. */
function standIn(faults: Readonly<Record<string, readonly number[]>> = {}): void {
  mkdirSync(join(root, 'bin'));
  mkdirSync(join(root, 'stand-in'));
  writeFileSync(join(root, 'stand-in/faults.json'), JSON.stringify(faults));
  for (const name of ['sbatch', 'squeue', 'scancel', 'condor_submit', 'condor_q', 'condor_rm']) {
    const path = join(root, 'bin', name);
    const script = join(import.meta.dirname, 'batch-system.mjs');
    writeFileSync(path, `#!/bin/sh\nexec '${process.execPath}' '${script}' ${name} "$@"\n`);
    chmodSync(path, 0o755);
  }
}
const calls = (name: string): number =>
  readFileSync(join(root, 'stand-in/calls.txt'), 'utf8')
    .split('\n')
    .filter((line) => line === name).length;

describe('shards', () => {
  it('in processes of their own, all at once and one twice, end as the run in one', { timeout: LONG }, async () => {
    const shard = (text: string) => json('run', ...ASKED, '--out', 'run', '--shard', text);
    const reports = await Promise.all(['0/3', '1/3', '2/3', '1/3'].map(shard));
    for (const { shard: report } of reports) expect(report.blocks.simulated).toBeGreaterThan(0);
    const again = await json('follow', 'run', '--shard', '4/7');
    expect(again.shard.blocks).toMatchObject({ simulated: 0 });
    const standing = await json('follow', 'run', '--once');
    expect(standing.blocks.present).toBe(standing.blocks.all);
    const finished = await json('run', ...ASKED, '--out', 'run');
    expect(finished.digest.result).toBe(plain);
    expect(finished.stderr).not.toContain('decays ·');
  });

  it('hold nothing of a box: no data, no record', { timeout: LONG }, async () => {
    writeFileSync(join(root, 'mine.json'), '{"counts": [0]}');
    const refused = await spillway('run', ...ASKED, '--out', 'run', '--shard', '0/2', '--data', 'mine.json');
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('has no part in a shard')]);
    await json('run', ...ASKED, '--out', 'run', '--shard', '0/30');
    expect(readdirSync(join(root, 'run')).sort()).toEqual(['blocks', 'cluster', 'plan.json']);
  });

  it('that do not exist are refused', { timeout: LONG }, async () => {
    const { code, stderr } = await spillway('run', ...ASKED, '--shard', '3/3');
    expect([code, stderr]).toEqual([2, expect.stringContaining('the last of 3 is 2/3')]);
  });
});

describe.each([
  ['slurm', 'sbatch', { kill: [1] }, /shard 1 of 3 .*task ended with SIGKILL/],
  ['htcondor', 'condor_submit', { kill: [1], evict: [0], truncate: [2] }, /shards 1, 2 of 3 ended without all blocks/],
] as const)('a run on %s', (cluster, submitter, faults, notice) => {
  const handed = ['run', ...ASKED, '--out', 'run', '--on', cluster];

  it('ends as the run in one process, and says what it cost', { timeout: LONG }, async () => {
    standIn();
    const done = await json(...handed, '--jobs', '3');
    expect(done.digest.result).toBe(plain);
    expect(done.cost).toMatchObject({ shards: 3, blocks: { lost: 0 }, restarts: 0 });
    expect(done.cost.cpuSeconds).toBeGreaterThan(0);
    expect(calls(submitter)).toBe(1);
    expect(existsSync(join(root, 'run/cluster/submitted.json'))).toBe(true);
  });

  it('does again what was killed, evicted or cut off, and nothing else', { timeout: LONG }, async () => {
    standIn(faults);
    const given = await json(...handed, '--jobs', '3', '--detach');
    expect(given).toMatchObject({ submitted: true, folder: 'run' });
    // Handed over twice, it is under way once.
    await json(...handed, '--jobs', '3', '--detach');
    expect(calls(submitter)).toBe(1);
    const done = await json('follow', 'run', '--every', '0.3');
    expect(done.digest.result).toBe(plain);
    expect(done.stderr).toMatch(notice);
    expect(calls(submitter)).toBe(2);
  });

  it('is given up after three tries, with what the last job said', { timeout: LONG }, async () => {
    standIn();
    const node = join(root, 'no-node');
    writeFileSync(node, '#!/bin/sh\necho no such library >&2\nexit 1\n');
    chmodSync(node, 0o755);
    await json(...handed, '--jobs', '2', '--node', node, '--detach');
    const { code, stderr } = await spillway('follow', 'run', '--every', '0.1');
    expect(code).toBe(2);
    expect(stderr).toMatch(/did not come to an end in 3 tries; shard 0 said last: (no such library|.*ended with 1)/);
    expect(calls(submitter)).toBe(3);
  });

  it('needs the batch system, and says so', { timeout: LONG }, async () => {
    const before = path;
    // A machine may have one.
    path = '';
    const { code, stderr } = await spillway(...handed).finally(() => {
      path = before;
    });
    expect(code).toBe(2);
    expect(stderr).toContain(
      `--on ${cluster}: ${submitter} was not found on this machine; write the files with --dry-run, or run here without --on.`,
    );
  });
});
