import { md5 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { InvalidInput, unknownName } from '../../../schema/index.ts';
import { readJson } from './json-text.ts';
import type { JsonPatch } from './patch.ts';
import { pythonJson } from './python-json.ts';
import { checkStructure } from './workspace-schema.ts';

/** A set of signal hypotheses as patches of one background-only workspace (pyhf patchset 1.0.0). */
export interface Patchset {
  readonly metadata: {
    readonly digests: { readonly md5?: string; readonly sha256?: string };
    /** What the values of each patch mean. */
    readonly labels: readonly string[];
    readonly description?: string;
    readonly [key: string]: unknown;
  };
  readonly patches: readonly {
    readonly metadata: { readonly name: string; readonly values: readonly (number | string)[] };
    readonly patch: JsonPatch;
  }[];
  readonly version: '1.0.0';
}

/** The patchset in a JSON text, checked. @throws InvalidInput with path, what was found and what is allowed. */
export function loadPatchset(text: string): Patchset {
  const document: unknown = readJson(text);
  checkStructure('patchset', document);
  const patchset = document as Patchset;
  const { labels } = patchset.metadata;
  const names = new Set<string>();
  const values = new Set<string>();
  for (const [k, { metadata }] of patchset.patches.entries()) {
    const where = `patches[${k}].metadata`;
    if (names.has(metadata.name)) throw new InvalidInput(`${where}.name`, `'${metadata.name}' is given twice.`);
    if (metadata.values.length !== labels.length)
      throw new InvalidInput(`${where}.values`, `has ${metadata.values.length} entries for ${labels.length} labels.`);
    const key = JSON.stringify(metadata.values);
    if (values.has(key)) throw new InvalidInput(`${where}.values`, `${key.slice(0, 80)} are given twice.`);
    names.add(metadata.name);
    values.add(key);
  }
  return patchset;
}

/** The patch of a set with this name, or with these values. @throws InvalidInput with the nearest name. */
export function patchFromSet(patchset: Patchset, which: string | readonly (number | string)[]): JsonPatch {
  const wanted = typeof which === 'string' ? which : JSON.stringify(which);
  const key = (metadata: Patchset['patches'][number]['metadata']): string =>
    typeof which === 'string' ? metadata.name : JSON.stringify(metadata.values);
  const found = patchset.patches.find(({ metadata }) => key(metadata) === wanted);
  if (found === undefined)
    throw unknownName(
      'patchset',
      typeof which === 'string' ? 'patch' : 'values',
      wanted,
      patchset.patches.map((p) => key(p.metadata)),
    );
  return found.patch;
}

/**
 * The digest of a workspace's text as patchsets quote it: of the document written by Python with sorted keys, so spaces
 * and the order of keys do not matter, but 1 and 1.0 differ.
 */
export function workspaceDigest(text: string, algorithm: 'md5' | 'sha256' = 'sha256'): string {
  const bytes = new TextEncoder().encode(pythonJson(readJson(text, { rawNumbers: true })));
  return bytesToHex(algorithm === 'md5' ? md5(bytes) : sha256(bytes));
}

/**
 * Requires that the patchset was made for this workspace: every digest it quotes is that of the text.
 * @throws InvalidInput with both digests otherwise, or when it quotes none.
 */
export function verifyPatchset(patchset: Patchset, workspaceText: string): void {
  const quoted = Object.entries(patchset.metadata.digests) as ['md5' | 'sha256', string][];
  if (quoted.length === 0) throw new InvalidInput('metadata.digests', 'the patchset quotes no digest to check.');
  for (const [algorithm, digest] of quoted) {
    const found = workspaceDigest(workspaceText, algorithm);
    if (found !== digest.toLowerCase())
      throw new InvalidInput(
        `metadata.digests.${algorithm}`,
        `the patchset was made for another workspace: it quotes ${digest.slice(0, 64)}, this one has ${found}.`,
      );
  }
}
