/** Batch systems that a run can be handed to. */
export type ClusterName = 'slurm' | 'htcondor';

/** Shards of a run as jobs: each is `NODE PROGRAM follow FOLDER --shard i/of`. */
export interface ShardJobs {
  /** The same for the same run, so that jobs can be found again. */
  readonly name: string;
  /** The run's folder, absolute. */
  readonly folder: string;
  /** Those that are to be done, from 0. */
  readonly shards: readonly number[];
  readonly of: number;
  /** Node as it is called where a job runs. */
  readonly node: string;
  /** Spillway's program on a shared disk. */
  readonly program: string;
  /** Passed through to the batch system as written. */
  readonly settings: Readonly<Record<string, string>>;
}

/**
 * A batch system. Whether a shard is done is told by its blocks alone, never by the batch system: that a job is gone
 * from its list says nothing.
 */
export interface Cluster {
  readonly name: ClusterName;
  /** The program that submits. */
  readonly submitter: string;
  /** What is submitted: texts by their name in the run's folder `cluster/`. */
  files(jobs: ShardJobs): Readonly<Record<string, string>>;
  /** Makes what is not text: folders, the package that travels. */
  prepare(jobs: ShardJobs): Promise<void>;
  /** Submits what was written; the ids of the jobs. Throws InvalidInput when the batch system is not there or refuses. */
  submit(jobs: ShardJobs): Promise<string>;
  /** Whether a job of this name waits or runs; true when the batch system does not answer. */
  alive(name: string): Promise<boolean>;
  cancel(name: string): Promise<void>;
  /** Brings home blocks and reports that lie elsewhere. */
  collect(folder: string): Promise<void>;
  /** The last line that a shard's job wrote to its log; undefined when there is none. */
  lastWords(folder: string, shard: number): Promise<string | undefined>;
}

/** Memory that a shard is given: it needs about 100 MB. */
export const SHARD_MEGABYTES = 400;

/** A list of whole numbers as batch systems write them: 0-3,7. */
export function rangesText(numbers: readonly number[]): string {
  const sorted = [...numbers].sort((a, b) => a - b);
  const parts: string[] = [];
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (sorted[to + 1] === sorted[to] + 1) to += 1;
    parts.push(to === from ? `${sorted[from]}` : `${sorted[from]}-${sorted[to]}`);
    from = to + 1;
  }
  return parts.join(',');
}

/** A word for a POSIX shell. */
export const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;
