import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { root } from './architecture/source-files.ts';
import { requireBuilt } from './workers/built.ts';

const { exports, bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  exports: Readonly<Record<string, Readonly<Record<'source' | 'types' | 'default', string>>>>;
  bin: Readonly<Record<string, string>>;
};
const entries = Object.keys(exports);

beforeAll(() => requireBuilt('src/search', 'src/modes', 'src/statistics', 'src/plots', 'src/physics'));

/** What a program that imports an entry by name gets: the compiled code, not the source. */
function exportedNames(entry: string): string[] {
  const script = `console.log(JSON.stringify(Object.keys(await import('${entry.replace('.', 'spillway')}'))))`;
  const text = execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root, encoding: 'utf8' });
  return JSON.parse(text) as string[];
}

it.each(entries)('%s can be imported by name, with its types', (entry) => {
  for (const file of Object.values(exports[entry])) expect(existsSync(join(root, file)), file).toBe(true);
  expect(exportedNames(entry).length).toBeGreaterThan(0);
});

it('gives the limit of the talk from an import', () => {
  expect(exportedNames('./statistics')).toContain('countingLimit');
});

it('has a program that can be started', () => {
  expect(readFileSync(join(root, bin['spillway']), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
});
