import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { meaningInCrate } from '../../../formats/archives/ro-crate.ts';
import { readLikelihood } from '../../../formats/likelihoods/read-likelihood.ts';
import {
  type Contribution,
  contributionOfLikelihood,
  contributionOfRun,
} from '../../../run/combination/contribution.ts';
import { exportableOf } from '../../../run/run.ts';
import { InvalidInput } from '../../../schema/index.ts';
import { readBoxNote } from '../box/box-folder.ts';
import { RUN_FILE } from '../run-folder.ts';
import { readRun } from '../run-search.ts';
import { besideFile, readBytes } from './read-bytes.ts';
import { readJsonFile } from './read-json.ts';

const CRATE = 'ro-crate-metadata.json';

/** Something to combine, and what tells its data from those of others; null where nobody can know. */
export interface ReadContribution {
  readonly contribution: Contribution;
  readonly data: string | null;
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

/**
 * What a path holds that can be combined: the folder of a finished run, a likelihood in a file of any format, or a folder
 * that `spillway export` wrote. What μ means is taken from the metadata beside the file. Throws InvalidInput.
 */
export async function readContribution(path: string, name: string, measurement?: string): Promise<ReadContribution> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isFolder && (await isThere(join(path, RUN_FILE)))) return await ofRun(path, name);
  const file = isFolder ? await likelihoodIn(path) : path;
  const bytes = await readBytes(file);
  const data = createHash('sha256').update(bytes).digest('hex');
  try {
    const likelihood = await readLikelihood(bytes, file, besideFile(file));
    const crate = join(dirname(file), CRATE);
    const meaning = (await isThere(crate)) ? meaningInCrate(await readJsonFile(crate), basename(file)) : undefined;
    return { contribution: contributionOfLikelihood(name, likelihood, meaning, measurement), data };
  } catch (error) {
    if (!(error instanceof InvalidInput) || error.message.startsWith(file) || error.message.startsWith(name))
      throw error;
    throw new InvalidInput(file, error.message);
  }
}

async function ofRun(path: string, name: string): Promise<ReadContribution> {
  const { plan, document } = await readRun(path);
  const note = await readBoxNote(path);
  const data =
    document.data.kind === 'user' || document.projection != null
      ? (note?.data?.commitment ?? null)
      : `pseudo-data of ${document.search}, seed ${document.seed}`;
  return { contribution: contributionOfRun(name, exportableOf(plan, document).counted), data };
}

/** The one likelihood among the files of a folder. */
async function likelihoodIn(folder: string): Promise<string> {
  const crate = join(folder, CRATE);
  const names = (await readdir(folder)).filter((name) => name !== CRATE).sort();
  const named = (await isThere(crate)) ? await readJsonFile(crate) : undefined;
  const found = names.filter((name) => meaningInCrate(named, name) !== undefined);
  if (found.length === 1) return join(folder, found[0]);
  throw new InvalidInput(
    folder,
    `is neither the folder of a finished run nor one with a likelihood that Spillway wrote; name a file${names.length === 0 ? '' : `, such as ${join(folder, names[0])}`}.`,
  );
}
