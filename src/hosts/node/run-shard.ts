import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import type { AnyPlan } from '../../modes/any-plan.ts';
import { modeOf } from '../../modes/index.ts';
import { simulate } from '../../run/simulate.ts';
import { shardOf } from '../../tasks/index.ts';
import { type ShardReport, writeShardReport } from './clusters/shard-report.ts';
import { nodeHost } from './node-host.ts';
import { packageVersion } from './package-version.ts';
import type { RunFolder } from './run-folder.ts';
import type { NodeOptions } from './run-search.ts';

/** One part of a run: number `index` (from 0) of `of`. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/**
 * Simulates the blocks of one shard of a plan that the run's folder does not hold yet, and leaves them there with a
 * report of what was done. Any number of shards on any machines that share the folder, at once or later, changed
 * half-way or given twice, end in the same result. Data and box have no part in it. Throws InvalidInput when there is no
 * such shard, and as `simulate`.
 */
export async function runShard(
  plan: AnyPlan,
  folder: RunFolder,
  { index, of }: Shard,
  options: NodeOptions,
): Promise<ShardReport> {
  const startedAt = performance.now();
  const only = shardOf(plan.samples, index, of);
  const blockEvents = modeOf(plan).blockEvents(plan);
  const host = { ...nodeHost(options), blocks: folder.blocks };
  const { blocksByWorker } = await simulate(plan, blockEvents, host, only);
  const simulated = blocksByWorker.reduce((sum, blocks) => sum + blocks, 0);
  const { user, system } = process.cpuUsage();
  const report: ShardReport = {
    shard: index,
    of,
    blocks: { simulated, found: only.reduce((sum, { blocks }) => sum + blocks, 0) - simulated },
    cpuSeconds: (user + system) / 1e6,
    wallSeconds: (performance.now() - startedAt) / 1e3,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    node: hostname(),
    restarts: Number(process.env['SLURM_RESTART_COUNT'] ?? 0),
    version: await packageVersion(),
    nodeVersion: process.version,
  };
  await writeShardReport(folder.path, report, randomBytes(4).toString('hex'));
  return report;
}
