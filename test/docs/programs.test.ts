import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../architecture/source-files.ts';
import { requireBuilt } from '../workers/built.ts';

/** Programs of the documentation: every block of TypeScript, complete as it stands. */
const programs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name}`)
  .concat('README.md')
  .sort()
  .flatMap((page) =>
    [...readFileSync(join(root, page), 'utf8').matchAll(/^```(?:ts|js)\n([\s\S]*?)^```$/gm)].map(([, code], i) => ({
      name: `${page.replace(/^docs\//, '').replace(/\W/g, '-')}-${i + 1}`,
      // Few decays are enough to come to an end; a block of the inside of the library names its files.
      code: code
        .replace(/events: 1e5|events: 100_000/, 'events: 2000')
        .replace(/'\.\.\/(.*)\.ts'/g, `'${root.replaceAll('\\', '/')}/dist/src/$1.js'`),
    })),
  );

let folder = '';

beforeAll(() => {
  requireBuilt('src/search', 'src/modes', 'src/stages', 'src/run', 'src/hosts', 'src/physics', 'src/statistics');
  folder = mkdtempSync(join(tmpdir(), 'spillway-programs-'));
  mkdirSync(join(folder, 'node_modules', '@types'), { recursive: true });
  symlinkSync(root, join(folder, 'node_modules', 'spillway'), 'junction');
  symlinkSync(join(root, 'node_modules/@types/node'), join(folder, 'node_modules/@types/node'), 'junction');
  for (const { name, code } of programs) writeFileSync(join(folder, `${name}.ts`), code);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module", "private": true }');
  const compilerOptions = {
    target: 'es2023',
    module: 'nodenext',
    strict: true,
    skipLibCheck: true,
    types: ['node'],
    outDir: 'out',
    rootDir: '.',
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('programs of the documentation', () => {
  it('are there', () => expect(programs.length).toBeGreaterThan(12));

  it('compile against the types of the package', { timeout: 120_000 }, () => {
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const { stdout, status } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
    expect(stdout).toBe('');
    expect(status).toBe(0);
  });

  it('run', { timeout: 300_000 }, () => {
    const all = programs.map(({ name }) => `await import('./out/${name}.js');`).join('\n');
    writeFileSync(join(folder, 'all.mjs'), `${all}\nconsole.log('all ran');\n`);
    const printed = execFileSync(process.execPath, ['all.mjs'], { cwd: folder, encoding: 'utf8' });
    expect(printed).toMatch(/all ran\n$/);
  });
});
