import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const PACKAGE_FILE = 'spillway.tgz';

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const manifestOf = async (folder: string): Promise<Manifest> =>
  JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;

const isFolder = async (path: string): Promise<boolean> =>
  await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** The folder of the package that a file belongs to. */
async function packageAbove(folder: string): Promise<string> {
  for (let at = folder; ; at = dirname(at)) {
    if ((await manifestOf(at).catch(() => undefined))?.name === 'spillway') return at;
    if (dirname(at) === at) throw new Error('the package of Spillway was not found');
  }
}

/** Where a dependency of the package in `folder` is installed. */
async function installed(name: string, folder: string): Promise<string> {
  for (let at = folder; ; at = dirname(at)) {
    const path = join(at, 'node_modules', name);
    if (await isFolder(path)) return path;
    if (dirname(at) === at) throw new Error(`the package ${name} was not found`);
  }
}

/**
 * Writes `spillway.tgz` into `folder`: the compiled program with its dependencies and nothing that only development
 * needs, for machines that share no disk with this one and have Node.
 */
export async function packForTravel(folder: string): Promise<void> {
  const root = await packageAbove(dirname(fileURLToPath(import.meta.url)));
  const stage = await mkdtemp(join(tmpdir(), 'spillway-package-'));
  try {
    for (const part of ['bin', 'package.json']) await cp(join(root, part), join(stage, part), { recursive: true });
    await cp(join(root, 'dist'), join(stage, 'dist'), {
      recursive: true,
      filter: (path) => !/\.(test\.js|d\.ts|map)$/.test(path),
    });
    const done = new Set<string>();
    const add = async (from: string): Promise<void> => {
      for (const name of Object.keys((await manifestOf(from)).dependencies ?? {})) {
        if (done.has(name)) continue;
        done.add(name);
        const path = await installed(name, from);
        await cp(path, join(stage, 'node_modules', name), { recursive: true, dereference: true });
        await add(path);
      }
    };
    await add(root);
    const made = join(folder, `.${PACKAGE_FILE}.part`);
    await promisify(execFile)('tar', ['czf', made, '-C', stage, '.']);
    await rename(made, join(folder, PACKAGE_FILE));
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}
