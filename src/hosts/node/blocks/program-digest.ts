import { readFile } from 'node:fs/promises';

/** What `npm run build` wrote of all it compiled; undefined for a program that runs from its sources. */
export async function programDigest(): Promise<string | undefined> {
  const text = await readFile(new URL('../../../../program.digest', import.meta.url), 'utf8').catch(() => undefined);
  return text === undefined || text.trim() === '' ? undefined : text.trim();
}
