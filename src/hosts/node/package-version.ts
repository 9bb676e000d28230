import { readFile } from 'node:fs/promises';

/** The version in the package's own manifest. */
export async function packageVersion(): Promise<string> {
  // From src/hosts/node and from dist/src/hosts/node.
  for (const path of ['../../../package.json', '../../../../package.json']) {
    const text = await readFile(new URL(path, import.meta.url), 'utf8').catch(() => undefined);
    if (text !== undefined) return (JSON.parse(text) as { version: string }).version;
  }
  throw new Error('package.json is missing');
}
