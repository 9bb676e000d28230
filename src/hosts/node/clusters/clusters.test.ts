import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoted, rangesText, type ShardJobs } from './cluster.ts';
import { CLUSTERS } from './clusters.ts';
import { costOf, readShardReports, type ShardReport, writeShardReport } from './shard-report.ts';

const jobs: ShardJobs = {
  name: 'spillway-0123456789ab',
  folder: "/data/it's here/run",
  shards: [0, 1, 2, 5],
  of: 8,
  node: '/opt/node/bin/node',
  program: '/opt/spillway/bin/spillway.js',
  settings: {},
};

describe('what is submitted', () => {
  it('to Slurm is one array of the shards that are wanted', () => {
    expect(CLUSTERS.slurm.files({ ...jobs, settings: { partition: 'long', mem: '1G' } })).toEqual({
      'array.sh': `#!/bin/sh
# One task a shard. To submit by hand: sbatch array.sh, in this folder.
#SBATCH --job-name=spillway-0123456789ab
#SBATCH --array=0-2,5
#SBATCH --output=log-%A_%a.txt
#SBATCH --open-mode=append
#SBATCH --cpus-per-task=1
#SBATCH --mem=1G
#SBATCH --partition=long
#SBATCH --requeue
exec '/opt/node/bin/node' '/opt/spillway/bin/spillway.js' follow '/data/it'\\''s here/run' --shard "$SLURM_ARRAY_TASK_ID/8" --workers 1 --json
`,
    });
  });

  it('to HTCondor takes plan and package along and brings blocks home, also from a job that is evicted', () => {
    expect(CLUSTERS.htcondor.files({ ...jobs, folder: '/data/run', settings: { accounting_group: 'na62' } })).toEqual({
      'jobs.sub': `# One job a shard. To submit by hand: condor_submit jobs.sub, in this folder.
universe = vanilla
batch_name = spillway-0123456789ab
executable = /data/run/cluster/shard.sh
arguments = $(shard) 8
initialdir = /data/run/cluster/shard-$(shard)
transfer_input_files = /data/run/plan.json, /data/run/cluster/spillway.tgz
transfer_output_files = blocks, cluster
should_transfer_files = YES
when_to_transfer_output = ON_EXIT_OR_EVICT
request_cpus = 1
request_memory = 400MB
max_retries = 3
periodic_release = NumJobStarts < 5 && (time() - EnteredCurrentStatus) > 60
log = /data/run/cluster/jobs.log
output = out.txt
error = err.txt
accounting_group = na62
queue shard in (0, 1, 2, 5)
`,
      'shard.sh': `#!/bin/sh
# A shard in the folder that HTCondor gives it: shard.sh SHARD OF
set -eu
mkdir -p blocks cluster spillway
tar xzf spillway.tgz -C spillway
exec '/opt/node/bin/node' spillway/bin/spillway.js follow . --shard "$1/$2" --workers 1 --json
`,
    });
  });

  it('lists any numbers as batch systems write them', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(60), { minLength: 1 }), (numbers) => {
        const read = rangesText(numbers)
          .split(',')
          .flatMap((part) => {
            const [from, to = from] = part.split('-').map(Number);
            return Array.from({ length: to - from + 1 }, (_, i) => from + i);
          });
        expect(read).toEqual([...numbers].sort((a, b) => a - b));
      }),
      { seed: 12 },
    );
    expect(rangesText([7, 0, 1, 2])).toBe('0-2,7');
  });

  it('quotes what a shell would read', () => {
    expect(quoted("a'b $c")).toBe("'a'\\''b $c'");
  });
});

describe('what a run cost', () => {
  const report = (shard: number, simulated: number, extra: Partial<ShardReport> = {}): ShardReport => ({
    shard,
    of: 3,
    blocks: { simulated, found: 0 },
    cpuSeconds: 2,
    wallSeconds: 3 + shard,
    megabytes: 90,
    node: `node${shard % 2}`,
    restarts: 0,
    version: '1.0.0',
    nodeVersion: 'v20.0.0',
    ...extra,
  });

  it('is the sum over the processes that came to their end, and says what others did', () => {
    expect(costOf([report(0, 4), report(1, 3, { restarts: 1 }), report(1, 2)], 12)).toEqual({
      shards: 2,
      cpuSeconds: 6,
      wallSeconds: 4,
      megabytes: 90,
      blocks: { simulated: 9, lost: 3 },
      restarts: 1,
      nodes: ['node0', 'node1'],
    });
    expect(costOf([], 5)).toMatchObject({ shards: 0, cpuSeconds: 0, blocks: { simulated: 0, lost: 5 } });
  });

  it('is kept for each try of a shard', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'spillway-reports-'));
    expect(await readShardReports(folder)).toEqual([]);
    await writeShardReport(folder, report(1, 3), '0123abcd');
    await writeShardReport(folder, report(1, 2), '4567cdef');
    expect(await readShardReports(folder)).toEqual([report(1, 3), report(1, 2)]);
    rmSync(folder, { recursive: true });
  });
});
