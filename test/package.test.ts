import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
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

it('has no source maps to sources that are not packed', () => {
  const compiled = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' });
  expect(compiled.filter((name) => name.endsWith('.map'))).toEqual([]);
});

it('builds for a page from its root, without a Node module', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'spillway-vite-'));
  try {
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(root, join(folder, 'node_modules', 'spillway'), 'dir');
    writeFileSync(join(folder, 'index.html'), '<script type="module" src="./main.js"></script>');
    writeFileSync(
      join(folder, 'main.js'),
      "import { run } from 'spillway';\nimport { countingLimit } from 'spillway/statistics';\ndocument.title = typeof run + countingLimit({ observed: 0, background: 0.3 }).level;\n",
    );
    const warnings: string[] = [];
    const onwarn = ({ message }: { message: string }): void => void warnings.push(message);
    const built = await build({
      root: folder,
      logLevel: 'silent',
      build: { write: false, minify: false, rollupOptions: { onwarn } },
    });
    const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []));
    const code = outputs.map((output) => ('code' in output ? output.code : '')).join('');
    expect(code).toContain('document.title');
    expect(code).not.toMatch(/__vite-browser-external|from ["']node:/);
    expect(warnings.filter((warning) => /externalized|sourcemap/i.test(warning))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
