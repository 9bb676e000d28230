import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InvalidInput } from '../../../schema/index.ts';
import { callProgram } from './call-program.ts';
import { type Cluster, quoted, rangesText, SHARD_MEGABYTES, type ShardJobs } from './cluster.ts';
import { lastLine } from './last-line.ts';

const SCRIPT = 'array.sh';

/** Slurm: one array, a task a shard; the run's folder lies on a disk that all nodes share. */
export const slurm: Cluster = {
  name: 'slurm',
  submitter: 'sbatch',
  files: (jobs) => ({ [SCRIPT]: arrayScript(jobs) }),
  prepare: async () => undefined,
  submit: async ({ folder }) => {
    const text = await callProgram('slurm', 'sbatch', ['--parsable', SCRIPT], join(folder, 'cluster'));
    const id = /^(\d+)/.exec(text.trim())?.[1];
    if (id === undefined) throw new InvalidInput('--on slurm', `sbatch gave no job id but '${text.trim()}'.`);
    return id;
  },
  alive: async (name) => {
    try {
      return (await callProgram('slurm', 'squeue', ['--noheader', '--name', name, '--format', '%A'])).trim() !== '';
    } catch {
      return true;
    }
  },
  cancel: async (name) => {
    await callProgram('slurm', 'scancel', ['--name', name]);
  },
  collect: async () => undefined,
  lastWords: async (folder, shard) => {
    const logs = join(folder, 'cluster');
    const names = await readdir(logs).catch(() => []);
    const own = names.filter((name) => name.startsWith('log-') && name.endsWith(`_${shard}.txt`)).sort();
    const latest = own.at(-1);
    return latest === undefined ? undefined : lastLine(await readFile(join(logs, latest), 'utf8').catch(() => ''));
  },
};

function arrayScript({ name, folder, shards, of, node, program, settings }: ShardJobs): string {
  const own = {
    'job-name': name,
    array: rangesText(shards),
    output: 'log-%A_%a.txt',
    'open-mode': 'append',
    'cpus-per-task': '1',
    mem: `${SHARD_MEGABYTES}M`,
  };
  const lines = Object.entries({ ...own, ...settings }).map(([key, value]) => `#SBATCH --${key}=${value}`);
  return `#!/bin/sh
# One task a shard. To submit by hand: sbatch ${SCRIPT}, in this folder.
${lines.join('\n')}
#SBATCH --requeue
exec ${quoted(node)} ${quoted(program)} follow ${quoted(folder)} --shard "$SLURM_ARRAY_TASK_ID/${of}" --workers 1 --json
`;
}
