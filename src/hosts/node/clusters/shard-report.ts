import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder, writeWhole } from '../files/write-file.ts';

/** What one process did of a run. */
export interface ShardReport {
  readonly shard: number;
  readonly of: number;
  readonly blocks: { readonly simulated: number; readonly found: number };
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  /** Largest resident memory. */
  readonly megabytes: number;
  readonly node: string;
  /** How often the batch system had started this job before. */
  readonly restarts: number;
  readonly version: string;
  readonly nodeVersion: string;
}

/** What a run on a cluster cost, summed over the processes that came to their end. */
export interface RunCost {
  readonly shards: number;
  readonly cpuSeconds: number;
  /** Of the longest process. */
  readonly wallSeconds: number;
  readonly megabytes: number;
  /** `lost`: simulated by processes that did not come to their end, or away from the cluster; their time is not known. */
  readonly blocks: { readonly simulated: number; readonly lost: number };
  readonly restarts: number;
  readonly nodes: readonly string[];
}

const NAME = /^report-\d+-of-\d+-[0-9a-f]+\.json$/;

/** Keeps a report under a name of its own, so that tries of one shard add up. */
export async function writeShardReport(folder: string, report: ShardReport, mark: string): Promise<void> {
  const reports = join(folder, 'cluster');
  await makeFolder(reports);
  const name = `report-${String(report.shard).padStart(4, '0')}-of-${report.of}-${mark}.json`;
  await writeWhole(join(reports, name), [`${JSON.stringify(report, undefined, 2)}\n`]);
}

/** All reports of a run; one that cannot be read is passed by. */
export async function readShardReports(folder: string): Promise<ShardReport[]> {
  const reports = join(folder, 'cluster');
  const found: ShardReport[] = [];
  for (const name of (await readdir(reports).catch(() => [])).sort()) {
    if (!NAME.test(name)) continue;
    try {
      found.push(JSON.parse(await readFile(join(reports, name), 'utf8')) as ShardReport);
    } catch {
      // Cut off on its way; the blocks are what counts.
    }
  }
  return found;
}

/** The sum of reports; `blocks`: blocks of the whole run. */
export function costOf(reports: readonly ShardReport[], blocks: number): RunCost {
  const sum = (of: (report: ShardReport) => number): number => reports.reduce((total, one) => total + of(one), 0);
  const most = (of: (report: ShardReport) => number): number => reports.reduce((so, one) => Math.max(so, of(one)), 0);
  const simulated = sum((report) => report.blocks.simulated);
  return {
    shards: new Set(reports.map(({ shard, of }) => `${shard}/${of}`)).size,
    cpuSeconds: sum((report) => report.cpuSeconds),
    wallSeconds: most((report) => report.wallSeconds),
    megabytes: most((report) => report.megabytes),
    blocks: { simulated, lost: Math.max(0, blocks - simulated) },
    restarts: sum((report) => report.restarts),
    nodes: [...new Set(reports.map(({ node }) => node))].sort(),
  };
}
