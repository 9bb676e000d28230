import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packageEntries, publicExports } from './architecture/public-exports.ts';
import { root } from './architecture/source-files.ts';
import { expectGolden } from './plots/golden-text.ts';

/** Every name that users of the package can import, one a line, by entry. */
function namesText(): string {
  return packageEntries()
    .filter(({ path }) => existsSync(join(root, path)))
    .map(({ entry, path }) => {
      const names = publicExports(path).map(({ name }) => `  ${name}`);
      return [entry.replace('.', 'spillway'), ...[...new Set(names)].sort()].join('\n');
    })
    .join('\n\n')
    .concat('\n');
}

it('exports the names that were agreed on; `node scripts/accept-goldens.mjs` agrees to a change', () => {
  expectGolden('public-names.txt', namesText());
});

it('exports no name twice from different files of one entry', () => {
  for (const { entry, path } of packageEntries().filter((one) => existsSync(join(root, one.path)))) {
    const origins = new Map<string, Set<string>>();
    for (const { name, path: from, declared } of publicExports(path)) {
      origins.set(name, (origins.get(name) ?? new Set()).add(`${from}#${declared}`));
    }
    const doubled = [...origins]
      .filter(([, from]) => from.size > 1)
      .map(([name, from]) => `${entry}: ${name} ${[...from]}`);
    expect(doubled).toEqual([]);
  }
});
