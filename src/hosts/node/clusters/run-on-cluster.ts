import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { AnyPlan } from '../../../modes/any-plan.ts';
import { modeOf } from '../../../modes/index.ts';
import { simulate } from '../../../run/simulate.ts';
import { InvalidInput } from '../../../schema/index.ts';
import { coverSamples, Interrupted, shardOf } from '../../../tasks/index.ts';
import { makeFolder, writeWhole } from '../files/write-file.ts';
import { nodeHost } from '../node-host.ts';
import { packageVersion } from '../package-version.ts';
import type { BegunRun } from '../run-search.ts';
import { requireProgram } from './call-program.ts';
import type { Cluster, ClusterName, ShardJobs } from './cluster.ts';
import { CLUSTERS } from './clusters.ts';
import { costOf, type RunCost, readShardReports } from './shard-report.ts';
import { readSubmission, type Submission, writeSubmission } from './submission.ts';

/** How often the shards that are missing are submitted before the run is given up. */
const MOST_TRIES = 3;
/** Most jobs of a run: Slurm's own limit for an array is 1001. */
const MOST_JOBS = 1000;
const SHARD_SECONDS = 300;

/** How a run is handed to a cluster. */
export interface ClusterOptions {
  readonly cluster: ClusterName;
  /** Shards, at most one a block; by default as many as make each last five minutes. */
  readonly jobs?: number | undefined;
  readonly settings?: Readonly<Record<string, string>>;
  /** Writes the files and submits nothing. */
  readonly dryRun?: boolean;
  /** Node where the jobs run; the one that runs this by default. */
  readonly node?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onNotice?: ((sentence: string) => void) | undefined;
}

/** Where a run stands, by the blocks that its folder holds. */
export interface Standing {
  readonly blocks: { readonly present: number; readonly all: number };
  /** Shards with blocks that are missing, from 0; of `of` as submitted, or none of a run that was not. */
  readonly missing: readonly number[];
  readonly of: number;
  /** Times that shards were submitted. */
  readonly tries: number;
  readonly cost: RunCost;
}

const blocksOf = (plan: AnyPlan): number => plan.samples.reduce((sum, { blocks }) => sum + blocks, 0);
/** Equal for equal plans, so that what was submitted is found again from anywhere. */
const jobsName = (plan: AnyPlan): string => `spillway-${plan.digest.replace(/[^0-9a-zA-Z]/g, '').slice(-12)}`;
const PROGRAM = fileURLToPath(new URL('../../../../../bin/spillway.js', import.meta.url));

/** Where a begun run stands; brings home first what its jobs left elsewhere. */
export async function standingOf({ plan, folder }: BegunRun): Promise<Standing> {
  const submission = await readSubmission(folder.path);
  if (submission !== undefined) await CLUSTERS[submission.cluster].collect(folder.path);
  const gaps = coverSamples(plan.samples, await folder.blocks.list()).missing;
  const all = blocksOf(plan);
  const of = submission?.of ?? 0;
  const missing: number[] = [];
  for (let shard = 0; shard < of; shard++) {
    const own = shardOf(plan.samples, shard, of);
    const lacks = own.some((range) =>
      gaps.some(
        (gap) =>
          gap.sample === range.sample &&
          gap.firstBlock < range.firstBlock + range.blocks &&
          range.firstBlock < gap.firstBlock + gap.blocks,
      ),
    );
    if (lacks) missing.push(shard);
  }
  return {
    blocks: { present: all - gaps.reduce((sum, { blocks }) => sum + blocks, 0), all },
    missing,
    of,
    tries: submission?.tries.length ?? 0,
    cost: costOf(await readShardReports(folder.path), all),
  };
}

/**
 * Writes to `cluster/` what is submitted of a begun run, and submits it unless `dryRun`; jobs of this run that wait or
 * run already are left to it. Throws InvalidInput when the batch system is not there or refuses.
 */
export async function submitRun(begun: BegunRun, options: ClusterOptions): Promise<readonly string[]> {
  const { plan, folder } = begun;
  const cluster = CLUSTERS[options.cluster];
  if (options.dryRun !== true) await requireProgram(options.cluster, cluster.submitter);
  const wanted = options.jobs ?? (await jobsByTime(begun, options));
  const of = Math.min(wanted, Math.max(1, blocksOf(plan)), MOST_JOBS);
  const submission: Submission = {
    cluster: options.cluster,
    name: jobsName(plan),
    of,
    settings: options.settings ?? {},
    node: options.node ?? process.execPath,
    program: PROGRAM,
    tries: [],
  };
  const jobs = jobsOf(
    resolve(folder.path),
    submission,
    Array.from({ length: of }, (_, shard) => shard),
  );
  const names = await write(cluster, jobs);
  await cluster.prepare(jobs);
  if (options.dryRun === true) return names;
  await submitShards(folder.path, submission, jobs);
  return names;
}

/** Shards of about five minutes each, from the time of two blocks that are simulated here and kept. */
async function jobsByTime({ plan, folder }: BegunRun, { signal, onNotice }: ClusterOptions): Promise<number> {
  const gaps = coverSamples(plan.samples, await folder.blocks.list()).missing;
  if (gaps.length === 0) return 1;
  const ends = gaps.length === 1 ? gaps : [gaps[0], gaps[gaps.length - 1]];
  const only = ends.map((gap) => ({ ...gap, blocks: 1 }));
  const before = process.cpuUsage();
  await simulate(
    plan,
    modeOf(plan).blockEvents(plan),
    { ...nodeHost({ workers: 1, signal }), blocks: folder.blocks },
    only,
  );
  const { user, system } = process.cpuUsage(before);
  const seconds = (((user + system) * 1e-6) / only.length) * gaps.reduce((sum, { blocks }) => sum + blocks, 0);
  const jobs = Math.max(1, Math.ceil(seconds / SHARD_SECONDS));
  onNotice?.(`about ${(seconds / 3600).toPrecision(2)} CPU-hours by two blocks simulated here, in ${jobs} shards.`);
  return jobs;
}

const jobsOf = (
  folder: string,
  { name, of, settings, node, program }: Submission,
  shards: readonly number[],
): ShardJobs => ({ name, folder, shards, of, node, program, settings });

async function write(cluster: Cluster, jobs: ShardJobs): Promise<readonly string[]> {
  const folder = join(jobs.folder, 'cluster');
  await makeFolder(folder);
  const files = Object.entries(cluster.files(jobs));
  for (const [name, text] of files) await writeWhole(join(folder, name), [text]);
  return files.map(([name]) => join(folder, name));
}

/** Submits jobs whose files are written, unless some of this run are under way, and keeps that it was done. */
async function submitShards(folder: string, submission: Submission, jobs: ShardJobs): Promise<Submission> {
  const cluster = CLUSTERS[submission.cluster];
  const underWay = await readSubmission(folder);
  if (underWay !== undefined && underWay.tries.length > 0 && (await cluster.alive(underWay.name))) return underWay;
  const id = await cluster.submit(jobs);
  const tries = [...submission.tries, { id, at: new Date().toISOString(), shards: jobs.shards }];
  const kept = { ...submission, tries };
  await writeSubmission(folder, kept);
  return kept;
}

/** What is heard while a run is followed. */
export interface FollowOptions {
  /** Seconds between two looks at the blocks. */
  readonly every?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onStanding?: ((standing: Standing) => void) | undefined;
  readonly onNotice?: ((sentence: string) => void) | undefined;
}

/**
 * Waits until the folder of a submitted run holds all blocks. Shards whose jobs are gone without them are submitted
 * again, three times in all; then, or where nothing was submitted, InvalidInput says what is missing and what the last
 * job said. Throws Interrupted when the signal fires (the jobs go on), InvalidInput when shards were run by another
 * version.
 */
export async function followRun(begun: BegunRun, options: FollowOptions = {}): Promise<Standing> {
  const { plan, folder } = begun;
  const { every = 2, signal, onStanding, onNotice } = options;
  let goneFor = 0;
  for (;;) {
    const standing = await standingOf(begun);
    onStanding?.(standing);
    const { present, all } = standing.blocks;
    if (present === all) {
      await refuseOtherVersions(folder.path);
      return standing;
    }
    const submission = await readSubmission(folder.path);
    if (submission === undefined || submission.tries.length === 0) {
      throw new InvalidInput(
        folder.path,
        `holds ${present} of ${all} blocks and nothing was submitted; give the command that began it, or --shard i/n.`,
      );
    }
    const cluster = CLUSTERS[submission.cluster];
    // What a job wrote last may come after the job is gone from the list.
    goneFor = (await cluster.alive(submission.name)) ? 0 : goneFor + 1;
    if (goneFor > 2) {
      goneFor = 0;
      await tryAgain(cluster, folder.path, submission, standing, onNotice);
    }
    await wait(1000 * every, undefined, { signal }).catch(() => undefined);
    if (signal?.aborted === true) {
      const events = modeOf(plan).blockEvents(plan);
      throw new Interrupted(present * events, all * events);
    }
  }
}

async function tryAgain(
  cluster: Cluster,
  folder: string,
  submission: Submission,
  { missing }: Standing,
  onNotice: ((sentence: string) => void) | undefined,
): Promise<void> {
  const said = await cluster.lastWords(folder, missing[0]);
  const why = said === undefined ? '' : `; shard ${missing[0]} said last: ${said}`;
  const which = `${missing.length === 1 ? 'shard' : 'shards'} ${missing.join(', ')} of ${submission.of}`;
  if (submission.tries.length >= MOST_TRIES) {
    throw new InvalidInput(
      folder,
      `${which} did not come to an end in ${MOST_TRIES} tries${why}. What is finished is kept.`,
    );
  }
  onNotice?.(`${which} ended without all blocks${why}; submitted again.`);
  const jobs = jobsOf(resolve(folder), submission, missing);
  await write(cluster, jobs);
  await cluster.prepare(jobs);
  await submitShards(folder, submission, jobs);
}

/** Cancels the jobs of a run; the blocks they finished are kept. */
export async function cancelRun({ folder }: BegunRun): Promise<void> {
  const submission = await readSubmission(folder.path);
  if (submission === undefined) throw new InvalidInput(folder.path, 'nothing was submitted of this run.');
  await CLUSTERS[submission.cluster].cancel(submission.name);
}

async function refuseOtherVersions(folder: string): Promise<void> {
  const own = await packageVersion();
  const other = (await readShardReports(folder)).find(({ version }) => version !== own);
  if (other === undefined) return;
  throw new InvalidInput(
    folder,
    `shard ${other.shard} was run by Spillway ${other.version} on ${other.node}, this is ${own}; use one version.`,
  );
}
