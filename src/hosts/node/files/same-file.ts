import { realpath } from 'node:fs/promises';

/** The first of some paths that leads to the same file or folder as one before it; null where all are different. */
export async function theSameTwice(paths: readonly string[]): Promise<string | null> {
  const real = await Promise.all(paths.map((path) => realpath(path).catch(() => null)));
  const i = real.findIndex((path, at) => path !== null && real.indexOf(path) < at);
  return i < 0 ? null : paths[i];
}
