import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf, importFaults, readLayers } from './architecture/layers.ts';
import { hasDocstring, packageEntries, publicExports } from './architecture/public-exports.ts';
import {
  isTest,
  root,
  type SourceFile,
  sourceFiles,
  trackedTexts,
  withoutCommentsAndStrings,
} from './architecture/source-files.ts';

const all = sourceFiles('src');
const source = all.filter((file) => !isTest(file));
const layers = readLayers();
const belowHosts = source.filter(({ path }) => (layers.get(folderOf(path) ?? '') ?? 99) < (layers.get('hosts') ?? 0));

/** 'path:line: what' for every match in the code of the files. */
function findAll(files: readonly SourceFile[], pattern: RegExp): string[] {
  return files.flatMap(({ path, code }) =>
    code.split('\n').flatMap((line, i) => [...line.matchAll(pattern)].map(([what]) => `${path}:${i + 1}: ${what}`)),
  );
}

describe('layers', () => {
  it('finds the table in CONTRIBUTING.md, and every folder of src in it', () => {
    expect(layers.size).toBeGreaterThanOrEqual(13);
    expect(
      new Set(all.map(({ path }) => folderOf(path)).filter((folder) => folder !== undefined && !layers.has(folder))),
    ).toEqual(new Set());
  });

  it('imports only lower layers, and no other stage', () => {
    expect(source.flatMap((file) => importFaults(file, layers))).toEqual([]);
  });

  it('notices an import of a higher layer, of a neighbour and of another stage', () => {
    const faults = (path: string, ...imports: string[]) =>
      importFaults({ path, imports, text: '', code: '' }, layers).length;
    expect(faults('src/physics/a.ts', 'src/search/b.ts')).toBe(1);
    expect(faults('src/physics/a.ts', 'src/statistics/b.ts')).toBe(1);
    expect(faults('src/stages/trigger/a.ts', 'src/stages/selection/b.ts')).toBe(1);
    expect(faults('src/stages/trigger/a.ts', 'src/stages/names.ts', 'src/events/b.ts')).toBe(0);
    expect(faults('src/search/a.ts', 'searches/index.ts')).toBe(1);
  });

  it('lets searches import only spillway/search, or a search that they build on', () => {
    const searches = sourceFiles('searches').filter((file) => !isTest(file) && file.path !== 'searches/index.ts');
    expect(searches.length).toBeGreaterThan(0);
    expect(
      searches.flatMap(({ path, imports }) =>
        imports
          .filter((target) => target !== 'spillway/search' && !searches.some((other) => other.path === target))
          .map((target) => `${path}: ${target}`),
      ),
    ).toEqual([]);
  });

  it('lets the lab see the entries of the package alone, and nothing see the lab', () => {
    const lab = sourceFiles('lab').filter(
      (file) => !isTest(file) && !/^lab\/(vite\.config|offline|worker-scripts)\.ts$/.test(file.path),
    );
    expect(lab.length).toBeGreaterThan(10);
    const allowed = /^(lab\/|spillway(\/\w+)?$|preact(\/|$)|@preact\/signals$|valibot$|three(\/|$)|yaml$)/;
    const imported = lab.flatMap(({ path, imports }) =>
      imports.filter((target) => !allowed.test(target)).map((target) => `${path}: ${target}`),
    );
    expect(imported).toEqual([]);
    expect(all.filter(({ imports }) => imports.some((target) => target.startsWith('lab/')))).toEqual([]);
  });

  it('keeps Node and the DOM out of everything below hosts', () => {
    const imported = belowHosts.flatMap(({ path, imports }) =>
      imports.filter((target) => target.startsWith('node:')).map((target) => `${path}: ${target}`),
    );
    expect(imported).toEqual([]);
    // The compiler knows no DOM (lib: webworker), so only Node's globals and the window are left to look for.
    const globals = /(?<![.\w'])(?:process\.|Buffer\b|require\(|__dirname\b|setImmediate\b|window\.|localStorage\b)/g;
    expect(findAll(belowHosts, globals)).toEqual([]);
  });
});

describe('the same bits everywhere', () => {
  it('uses only exact members of Math, and no **', () => {
    const inexact =
      /\bMath\.(?!(?:sqrt|abs|floor|ceil|trunc|sign|min|max|imul|fround|round|clz32|PI|E|LN2|LN10|LOG2E|LOG10E|SQRT2|SQRT1_2)\b)\w+|\*\*/g;
    const exactPower = /(?<![\w.)\]]\s*)2 \*\* -?\d+\b/g;
    const files = source.map((file) => ({ ...file, code: file.code.replace(exactPower, '') }));
    expect(findAll(files, inexact)).toEqual([]);
  });

  it('reads no clock and no random device below hosts', () => {
    expect(findAll(belowHosts, /\bDate\.now\b|\bnew Date\(\)|\bcrypto\.getRandomValues\b|\brandomUUID\b/g)).toEqual([]);
  });

  it('sees through comments and strings', () => {
    const code = withoutCommentsAndStrings(`// Math.sin\n/* a ** b */ f('Math.exp', \`x ** \${Math.cos(1)} y\`)`);
    expect(code).not.toMatch(/sin|\*\*|exp/);
    expect(code).toMatch(/Math\.cos\(1\)/);
  });
});

describe('files', () => {
  it('have names that say what is in them, in kebab-case', () => {
    const faults = [...all, ...sourceFiles('test'), ...sourceFiles('bench'), ...sourceFiles('searches')]
      .map(({ path }) => path)
      .filter(
        (path) =>
          /(^|[/-])(utils?|helpers?|misc)[./-]|(^|\/)(common|shared|stuff)[./]/.test(path) ||
          !/^([a-z0-9]+(-[a-z0-9]+)*\/)*[a-z0-9]+(-[a-z0-9]+)*(\.(test|bench|wasm))?\.ts$/.test(path),
      );
    expect(faults).toEqual([]);
  });

  it('are short', () => {
    const lines = source
      .filter(({ path }) => !path.endsWith('.wasm.ts'))
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .sort((a, b) => b.lines - a.lines);
    const long = lines.filter((file) => file.lines > 300);
    if (long.length > 0) console.log(`longer than 300 lines:\n${long.map((f) => `  ${f.lines} ${f.path}`).join('\n')}`);
    expect(lines.filter((file) => file.lines > 400)).toEqual([]);
    expect(lines[Math.floor(lines.length / 2)].lines).toBeLessThan(150);
  });

  it('export no default, but for documents', () => {
    const script = readFileSync(join(root, 'scripts/index-leaves.mjs'), 'utf8');
    const folders = [...script.matchAll(/^ {2}\['([^']+)'/gm)].map(([, folder]) => `${folder}/`);
    expect(folders).toContain('searches/');
    const others = source.filter(({ path }) => !folders.some((folder) => path.startsWith(folder)));
    expect(findAll(others, /\bexport default\b/g)).toEqual([]);
  });

  it('name no machine, no registry and nothing outside of the project', () => {
    const word = (...parts: string[]) => parts.join('');
    const forbidden = [
      word('registry', '.npm'),
      word('"resolved"', ':'),
      word('/wo', 'rk/'),
      word('/ro', 'ot/'),
      word('/ho', 'me/'),
      word('../sha', 'red'),
      word('/sha', 'red/'),
    ];
    const faults = (trackedTexts() ?? []).flatMap(({ path, text }) =>
      forbidden.filter((piece) => text.includes(piece)).map((piece) => `${path}: ${piece}`),
    );
    expect(faults).toEqual([]);
  });
});

describe('public names', () => {
  const entries = packageEntries().filter(({ path }) => existsSync(join(root, path)));

  it('each have a docstring', () => {
    const undocumented = entries.flatMap(({ entry, path }) =>
      publicExports(path)
        .filter((one) => !hasDocstring(one))
        .map((one) => `${entry}: ${one.name} (${one.path})`),
    );
    expect(undocumented).toEqual([]);
  });
});

describe('dependencies', () => {
  it('are all used, and each has its line in the decision record', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      dependencies: Readonly<Record<string, string>>;
    };
    const record = readFileSync(join(root, 'docs/decisions/0002-dependencies.md'), 'utf8');
    const imported = new Set(source.flatMap(({ imports }) => imports));
    const used = (name: string) => [...imported].some((target) => target === name || target.startsWith(`${name}/`));
    expect(Object.keys(dependencies).filter((name) => !used(name))).toEqual([]);
    expect(Object.keys(dependencies).filter((name) => !record.includes(`\`${name}\``))).toEqual([]);
    expect(Object.values(dependencies).filter((version) => !/^\d/.test(version))).toEqual([]);
  });
});
