import type { ClusterName } from '../hosts/node/clusters/cluster.ts';
import type { Standing } from '../hosts/node/clusters/run-on-cluster.ts';
import type { ShardReport } from '../hosts/node/clusters/shard-report.ts';
import type { RunSearchOptions } from '../hosts/node/run-search.ts';
import type { AnySearch } from '../search/any-search.ts';
import type { Session } from './command.ts';
import { refuseGiven } from './options/given.ts';
import { readCount } from './options/numbers.ts';
import { choice, flag, many, option } from './options/option.ts';
import { readJobSetting, readShard } from './options/shards.ts';
import { readText } from './options/text.ts';
import { durationText } from './text/number.ts';

const CLUSTER_NAMES = ['slurm', 'htcondor'] as const satisfies readonly ClusterName[];

/** Options of a run that is shared out among processes or handed to a cluster. */
export const ELSEWHERE_OPTIONS = {
  shard: option(readShard, 'Simulate one part of the run, such as 3/8 (from 0), and leave it in the folder', 'all'),
  on: choice(CLUSTER_NAMES, 'Hand the run to a cluster and follow it to its end'),
  jobs: option(readCount, 'Shards on the cluster', 'parts of about five minutes'),
  jobSetting: many(readJobSetting, 'Passed through to the batch system: key=value', ([key]) => key),
  node: option(readText, 'Node as it is called where the jobs run', 'the one that runs this'),
  detach: flag('Submit, say where the run is, and return; spillway follow goes on'),
  dryRun: flag('Write what would be submitted, and submit nothing'),
};

/** What those options hold. */
export interface Elsewhere {
  readonly shard: ReturnType<typeof readShard> | undefined;
  readonly on: ClusterName | undefined;
  readonly jobs: number | undefined;
  readonly jobSetting: readonly ReturnType<typeof readJobSetting>[] | undefined;
  readonly node: string | undefined;
  readonly detach: boolean;
  readonly dryRun: boolean;
}

/** Throws InvalidInput for options that have no effect where they stand: they would be passed over without a word. */
export function refuseUnheeded({
  until,
  watch,
  shard,
  on,
  ...cluster
}: Elsewhere & { readonly until: string | undefined; readonly watch: boolean }): void {
  if (on === undefined)
    refuseGiven(
      cluster,
      ['jobs', 'jobSetting', 'node', 'detach', 'dryRun'],
      'is for clusters; add --on slurm or htcondor.',
    );
  else refuseGiven({ until, watch, shard }, ['shard', 'until', 'watch'], 'has no effect beside --on; leave one out.');
  if (shard !== undefined)
    refuseGiven({ until, watch }, ['until', 'watch'], 'has no effect beside --shard; leave one out.');
}

/** A run of which one shard was done here. */
export interface ShardDone {
  readonly kind: AnySearch['kind'];
  readonly folder: string;
  readonly shard: ShardReport;
}

/** A run that was handed over and is not waited for. */
export interface HandedOver {
  readonly kind: AnySearch['kind'];
  readonly folder: string;
  readonly submitted: boolean;
  readonly files: readonly string[];
}

/** Does one shard of a search in this process. */
export async function shardHere(
  search: AnySearch,
  shard: ReturnType<typeof readShard>,
  options: RunSearchOptions,
): Promise<ShardDone> {
  const { openForShard } = await import('../hosts/node/run-search.ts');
  const { runShard } = await import('../hosts/node/run-shard.ts');
  const { plan, folder } = await openForShard(search, options);
  return { kind: search.kind, folder: folder.path, shard: await runShard(plan, folder, shard, options) };
}

/** Hands a search to a cluster; follows it to its end and finishes it, unless it is only to be handed over. */
export async function runOnCluster(
  search: AnySearch,
  cluster: ClusterName,
  { jobs, jobSetting = [], node, detach, dryRun }: Elsewhere,
  options: RunSearchOptions,
  session: Session,
) {
  const { beginRun } = await import('../hosts/node/run-search.ts');
  const { submitRun } = await import('../hosts/node/clusters/run-on-cluster.ts');
  const begun = await beginRun(search, options);
  const files = await submitRun(begun, {
    cluster,
    jobs,
    settings: Object.fromEntries(jobSetting),
    dryRun,
    node,
    onNotice: session.notice,
    signal: session.signal,
  });
  if (dryRun || detach) return { kind: search.kind, folder: begun.folder.path, submitted: !dryRun, files };
  return await followToTheEnd(begun, options, session);
}

/** Follows a submitted run until all its blocks are there, and finishes it. */
export async function followToTheEnd(
  begun: Awaited<ReturnType<typeof import('../hosts/node/run-search.ts')['beginRun']>>,
  options: RunSearchOptions,
  { progress, signal, notice }: Session,
  every?: number,
) {
  const { followRun } = await import('../hosts/node/clusters/run-on-cluster.ts');
  const { finishRun } = await import('../hosts/node/run-search.ts');
  progress.begin(begun.plan.search.id);
  progress.enter('generation');
  const onStanding = ({ blocks: { present, all } }: Standing): void =>
    progress.update({ done: present, total: all, unit: 'blocks' });
  const { cost } = await followRun(begun, { every, signal, onStanding, onNotice: notice });
  const { document, folder, reportFile, changedAfterUnblinding } = await finishRun(begun, options);
  return { ...document, changedAfterUnblinding, cost, folder, report: reportFile };
}

/** A shard for people. */
export function shardText({ folder, shard }: ShardDone): string {
  const { index, of } = { index: shard.shard, of: shard.of };
  return (
    `shard ${index} of ${of}: ${shard.blocks.simulated} blocks simulated, ${shard.blocks.found} found, ` +
    `${durationText(shard.cpuSeconds)} of CPU, ${shard.megabytes} MB, in ${folder}`
  );
}

/** A run that was handed over, for people. */
export const handedOverText = ({ folder, submitted, files }: HandedOver): string =>
  submitted
    ? `submitted; it goes on without this command: spillway follow ${folder}`
    : `written, not submitted: ${files.join(', ')}`;
