import { InvalidInput } from '../../schema/index.ts';
import { loadWorkspace } from '../../statistics/histfactory/document/load-workspace.ts';
import type { Likelihood } from '../content.ts';
import { readAnything } from '../read-anything.ts';
import { type Beside, nothingBeside, UnknownFile } from '../unknown-file.ts';

/**
 * The likelihood in a file, whatever its format: pyhf JSON, Combine card (counts and shapes), HistFactory XML, gzipped
 * or not. `beside` gives files that it names. Throws InvalidInput with the place in the file; what is no likelihood is
 * said with what it is.
 */
export async function readLikelihood(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  beside: Beside = nothingBeside,
): Promise<Likelihood> {
  const file = new UnknownFile(name, bytes, beside);
  const json = file.looksLikeJson;
  const keys = json ? file.jsonKeys() : [];
  // A JSON object that is none of the others is a workspace with something missing: its reader says what.
  const asWorkspace = json && !keys.includes('patches') && !(keys.length > 0 && isHistograms(file));
  if (asWorkspace) return { workspace: loadWorkspace(file.text()), notes: [] };
  const read = await readAnything(bytes, name, beside);
  if (read.what === 'likelihood') return read.content;
  const hint: Readonly<Record<string, string>> = {
    patchset: "it patches a workspace; apply one of its patches first ('spillway workspace patch')",
    tables: "'spillway redo' works limits out of tables",
  };
  throw new InvalidInput(
    name,
    `holds no likelihood but ${read.what} (${read.format}); ${hint[read.what] ?? `see 'spillway read ${name}'`}.`,
  );
}

const isHistograms = (file: UnknownFile): boolean => {
  const value = file.json() as Readonly<Record<string, unknown>>;
  return Object.values(value).every((one) => typeof one === 'object' && one !== null && 'axes' in one);
};
