// Writes src/search/frozen-digests.ts: the digests of all searches as they are now. To be run on what is built (npm run
// build) when a search was changed on purpose, with the reason in its record; a test fails until then.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { searches } from '../dist/searches/index.js';
import { frozenDigest } from '../dist/src/search/frozen.js';
import { root } from './set-up.mjs';

const digests = Object.values(searches)
  .filter(({ frozen }) => frozen !== undefined)
  .map((search) => frozenDigest(JSON.parse(JSON.stringify(search))))
  .sort();
const text = [
  '// Written by scripts/freeze-searches.mjs; a changed search is frozen anew on purpose, or not at all.',
  '/** Digests of the searches as they were frozen; see docs/decisions/0024-frozen-digests.md. */',
  'export const FROZEN_DIGESTS: ReadonlySet<string> = new Set([',
  ...digests.map((digest) => `  '${digest}',`),
  ']);',
  '',
].join('\n');
writeFileSync(join(root, 'src', 'search', 'frozen-digests.ts'), text);
console.log(`${digests.length} searches are frozen`);
