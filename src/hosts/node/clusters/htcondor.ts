import { chmod, mkdir, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { InvalidInput } from '../../../schema/index.ts';
import { decodeBlocks } from '../blocks/block-file.ts';
import { callProgram } from './call-program.ts';
import { type Cluster, quoted, SHARD_MEGABYTES, type ShardJobs } from './cluster.ts';
import { lastLine } from './last-line.ts';
import { PACKAGE_FILE, packForTravel } from './travelling-package.ts';

const SUBMIT = 'jobs.sub';
const SCRIPT = 'shard.sh';
const shardFolder = (folder: string, shard: number | string): string => join(folder, 'cluster', `shard-${shard}`);

/** HTCondor: a job a shard, no shared disk: plan and package go out, blocks come home to a folder of the shard. */
export const htcondor: Cluster = {
  name: 'htcondor',
  submitter: 'condor_submit',
  files: (jobs) => ({ [SUBMIT]: submitFile(jobs), [SCRIPT]: shardScript(jobs) }),
  prepare: async ({ folder, shards }) => {
    for (const shard of shards) await mkdir(shardFolder(folder, shard), { recursive: true });
    await chmod(join(folder, 'cluster', SCRIPT), 0o755);
    await packForTravel(join(folder, 'cluster'));
  },
  submit: async ({ folder }) => {
    const text = await callProgram('htcondor', 'condor_submit', ['-terse', SUBMIT], join(folder, 'cluster'));
    const id = /^(\d+)\./.exec(text.trim())?.[1];
    if (id === undefined) throw new InvalidInput('--on htcondor', `condor_submit gave no id but '${text.trim()}'.`);
    return id;
  },
  alive: async (name) => {
    try {
      const ofName = ['-constraint', `JobBatchName == "${name}"`];
      return (await callProgram('htcondor', 'condor_q', [...ofName, '-af', 'JobStatus'])).trim() !== '';
    } catch {
      return true;
    }
  },
  cancel: async (name) => {
    await callProgram('htcondor', 'condor_rm', ['-constraint', `JobBatchName == "${name}"`]);
  },
  collect: async (folder) => {
    const names = await readdir(join(folder, 'cluster')).catch(() => []);
    for (const name of names.filter((one) => /^shard-\d+$/.test(one))) {
      const home = join(folder, 'cluster', name);
      await bring(join(home, 'blocks'), join(folder, 'blocks'), wholeBlocks);
      await bring(join(home, 'cluster'), join(folder, 'cluster'), wholeReport);
    }
  },
  lastWords: async (folder, shard) =>
    lastLine(await readFile(join(shardFolder(folder, shard), 'err.txt'), 'utf8').catch(() => '')),
};

const wholeBlocks = (name: string, bytes: Buffer): boolean =>
  name.endsWith('.blocks') && typeof decodeBlocks(bytes) !== 'string';

function wholeReport(name: string, bytes: Buffer): boolean {
  try {
    return name.endsWith('.json') && JSON.parse(bytes.toString()) !== null;
  } catch {
    return false;
  }
}

/** Moves files that are whole; others may still be on their way, or were cut off and are done again. */
async function bring(from: string, to: string, isWhole: (name: string, bytes: Buffer) => boolean): Promise<void> {
  for (const name of await readdir(from).catch(() => [])) {
    if (name.startsWith('.') || !isWhole(name, await readFile(join(from, name)).catch(() => Buffer.alloc(0)))) continue;
    await rename(join(from, name), join(to, name));
  }
}

function submitFile({ name, folder, shards, of, settings }: ShardJobs): string {
  const own = {
    universe: 'vanilla',
    batch_name: name,
    executable: join(folder, 'cluster', SCRIPT),
    arguments: `$(shard) ${of}`,
    initialdir: shardFolder(folder, '$(shard)'),
    transfer_input_files: `${join(folder, 'plan.json')}, ${join(folder, 'cluster', PACKAGE_FILE)}`,
    transfer_output_files: 'blocks, cluster',
    should_transfer_files: 'YES',
    when_to_transfer_output: 'ON_EXIT_OR_EVICT',
    request_cpus: '1',
    request_memory: `${SHARD_MEGABYTES}MB`,
    max_retries: '3',
    periodic_release: 'NumJobStarts < 5 && (time() - EnteredCurrentStatus) > 60',
    log: join(folder, 'cluster', 'jobs.log'),
    output: 'out.txt',
    error: 'err.txt',
  };
  const lines = Object.entries({ ...own, ...settings }).map(([key, value]) => `${key} = ${value}`);
  return `# One job a shard. To submit by hand: condor_submit ${SUBMIT}, in this folder.
${lines.join('\n')}
queue shard in (${shards.join(', ')})
`;
}

function shardScript({ node }: ShardJobs): string {
  return `#!/bin/sh
# A shard in the folder that HTCondor gives it: shard.sh SHARD OF
set -eu
mkdir -p blocks cluster spillway
tar xzf ${PACKAGE_FILE} -C spillway
exec ${quoted(node)} spillway/bin/spillway.js follow . --shard "$1/$2" --workers 1 --json
`;
}
