import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { root } from '../architecture/source-files.ts';

it('a new format is one file: in a copy of the tree it is registered, and nothing else is edited', async () => {
  const copy = mkdtempSync(join(tmpdir(), 'add-a-format-'));
  for (const folder of ['scripts', 'src/formats']) cpSync(join(root, folder), join(copy, folder), { recursive: true });
  const leaf = `import { defineFormat } from '../format.ts';

export default defineFormat({
  id: 'knock',
  title: 'knocks',
  what: 'tables',
  endings: ['.knock'],
  recognise: ({ head }) => head.startsWith('knock '),
  read: () => ({ content: { comment: 'who is there', tables: [], attached: [] }, lost: [] }),
});
`;
  writeFileSync(join(copy, 'src/formats/tables/knock.ts'), leaf);
  execFileSync(process.execPath, [join(copy, 'scripts/index-leaves.mjs')]);
  const registry = readFileSync(join(copy, 'src/formats/tables/registry.ts'), 'utf8');
  expect(registry).toContain("import knock from './knock.ts';");
  expect(registry).toMatch(/export const tableFormats = \{[^}]*\bknock,/);
  // The leaf itself needs the contract alone.
  const url = pathToFileURL(join(copy, 'src/formats/tables/knock.ts')).href;
  const { default: format } = (await import(/* @vite-ignore */ url)) as {
    default: { recognise(file: object): boolean };
  };
  expect(format.recognise({ head: 'knock knock' })).toBe(true);
}, 60_000);
