import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diskError, systemCode } from '../files/disk-error.ts';
import { writeWhole } from '../files/write-file.ts';
import type { ClusterName } from './cluster.ts';

/** What was submitted of a run, oldest first. */
export interface Submission {
  readonly cluster: ClusterName;
  /** Of all jobs of the run. */
  readonly name: string;
  readonly of: number;
  readonly settings: Readonly<Record<string, string>>;
  readonly node: string;
  readonly program: string;
  readonly tries: readonly { readonly id: string; readonly at: string; readonly shards: readonly number[] }[];
}

const FILE = 'submitted.json';

/** What was submitted of the run in `folder`; undefined when nothing was, or it cannot be understood. */
export async function readSubmission(folder: string): Promise<Submission | undefined> {
  const path = join(folder, 'cluster', FILE);
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Submission;
  } catch (error) {
    if (systemCode(error) === undefined || systemCode(error) === 'ENOENT') return undefined;
    throw diskError(path, 'read', error);
  }
}

export async function writeSubmission(folder: string, submission: Submission): Promise<void> {
  await writeWhole(join(folder, 'cluster', FILE), [`${JSON.stringify(submission, undefined, 2)}\n`]);
}
