import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { InvalidInput } from '../../schema/index.ts';
import { digestOfDocument } from '../../search/asking/digest.ts';
import type { BlockPlan, BlockStore } from '../../tasks/index.ts';
import { FolderBlockStore } from './blocks/folder-block-store.ts';
import { diskError, systemCode } from './files/disk-error.ts';
import { makeFolder, writeWhole } from './files/write-file.ts';

export const PLAN_FILE = 'plan.json';
export const RUN_FILE = 'run.json';
export const QUESTION_FILE = 'question.spillway.json';
const BLOCKS_FOLDER = 'blocks';
/** Where runs go when the user names no folder. */
export const RUNS_ROOT = 'runs';

/**
 * The folder of a run that was given no name: the same for the same plan and data, so that the same command resumes.
 * Runs on a user's data never share a folder with runs on pseudo-data.
 */
export function defaultRunFolder(search: string, planDigest: string, data?: string): string {
  const name = `${search}-${planDigest.replace(/[^0-9a-zA-Z]/g, '').slice(-12)}`;
  return join(RUNS_ROOT, data === undefined ? name : `${name}-data-${data.slice(0, 8)}`);
}

/**
 * A run on disk: `plan.json` (what was asked), `blocks/` (what is finished) and, when all is done, `run.json`.
 */
export class RunFolder {
  readonly path: string;
  readonly blocks: BlockStore;

  private constructor(path: string, blocks: BlockStore) {
    this.path = path;
    this.blocks = blocks;
  }

  /**
   * Makes the folder for a plan, or finds the one where the plan was begun. Throws `InvalidInput` when the folder holds
   * something else or cannot be written. `onNotice` hears, in sentences, what was found damaged and is done again.
   */
  static async open(path: string, plan: BlockPlan, onNotice: (sentence: string) => void): Promise<RunFolder> {
    await makeFolder(join(path, BLOCKS_FOLDER));
    const planPath = join(path, PLAN_FILE);
    const known = await readJson(planPath);
    if (known === undefined) {
      const strangers = (await readdir(path)).filter((name) => name !== BLOCKS_FOLDER && !name.startsWith('.'));
      if (strangers.length > 0) {
        throw new InvalidInput(path, `is in use by something else (${strangers[0]}); name another folder with --out.`);
      }
      await writeWhole(planPath, [sealed(plan)]);
    } else if (typeof known === 'string') {
      // The blocks carry the plan's mark themselves, so a plan that cannot be read loses nothing.
      onNotice(`${planPath}: ${known}; written anew.`);
      await new FolderBlockStore(join(path, BLOCKS_FOLDER), plan.digest, onNotice).list();
      await writeWhole(planPath, [sealed(plan)]);
    } else if (digestOf(known.value) !== plan.digest) {
      throw new InvalidInput(path, 'holds another run (other search, seed, events or settings); name another --out.');
    } else if (isAltered(known.value as Record<string, unknown>)) {
      onNotice(`${planPath}: altered by hand; written anew.`);
      await writeWhole(planPath, [sealed(plan)]);
    }
    return new RunFolder(path, new FolderBlockStore(join(path, BLOCKS_FOLDER), plan.digest, onNotice));
  }

  /** Writes what was asked, for `spillway run` and for the lab. */
  async writeQuestion(question: object): Promise<void> {
    await writeWhole(join(this.path, QUESTION_FILE), [`${JSON.stringify(question, undefined, 2)}\n`]);
  }

  /** Writes `run.json`, whole or not at all. */
  async writeDocument(document: object): Promise<void> {
    await writeWhole(join(this.path, RUN_FILE), [`${JSON.stringify(document, undefined, 2)}\n`]);
  }
}

async function requireFolder(path: string): Promise<void> {
  try {
    if (!(await stat(path)).isDirectory()) throw new InvalidInput(path, 'is a file, not the folder of a run.');
  } catch (error) {
    throw diskError(path, 'read', error);
  }
}

/**
 * The document of a finished run, from its folder. Throws `InvalidInput` when there is no such folder, when the run is
 * not finished, and when the file is damaged; the sentence says what to do.
 */
export async function readRunDocument(path: string): Promise<Record<string, unknown>> {
  await requireFolder(path);
  const file = join(path, RUN_FILE);
  const run = await readJson(file);
  if (run === undefined) {
    const begun = (await readJson(join(path, PLAN_FILE))) !== undefined;
    throw new InvalidInput(
      path,
      begun
        ? 'this run is not finished; give the command that began it once more.'
        : 'holds no run; name the folder that a run was written to.',
    );
  }
  if (typeof run === 'string') {
    throw new InvalidInput(file, `${run}; give the command that made it once more, finished blocks are kept.`);
  }
  if (typeof run.value !== 'object' || run.value === null || Array.isArray(run.value)) {
    throw new InvalidInput(file, 'is not the document of a run.');
  }
  return run.value as Record<string, unknown>;
}

/** The text of a plan, with a checksum of all of it. */
const sealed = (plan: BlockPlan): string =>
  `${JSON.stringify({ ...plan, checksum: digestOfDocument(plan) }, undefined, 2)}\n`;

const isAltered = ({ checksum, ...written }: Readonly<Record<string, unknown>>): boolean =>
  checksum !== digestOfDocument(written);

/**
 * What was asked of a run, from its folder. Throws `InvalidInput` when the folder holds no run, when the file is damaged
 * or was altered by hand.
 */
export async function readPlanDocument(path: string): Promise<Record<string, unknown>> {
  await requireFolder(path);
  const file = join(path, PLAN_FILE);
  const plan = await readJson(file);
  if (plan === undefined) throw new InvalidInput(path, 'holds no run; name the folder that a run was written to.');
  if (typeof plan === 'string') throw new InvalidInput(file, `${plan}; give the command that made the run once more.`);
  if (typeof plan.value !== 'object' || plan.value === null || Array.isArray(plan.value)) {
    throw new InvalidInput(file, 'is not the plan of a run.');
  }
  const { checksum: _, ...written } = plan.value as Record<string, unknown>;
  if (isAltered(plan.value as Record<string, unknown>))
    throw new InvalidInput(path, 'the plan of this run was altered by hand; make the run anew.');
  return written;
}

function digestOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'digest' in value ? value.digest : undefined;
}

/** The value in a JSON file; undefined when there is no file, a few words when it is damaged. */
async function readJson(path: string): Promise<{ readonly value: unknown } | string | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw diskError(path, 'read', error);
  }
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return text.trim() === '' ? 'empty' : `damaged or truncated (${text.length} characters)`;
  }
}
