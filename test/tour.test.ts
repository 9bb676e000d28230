import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './architecture/source-files.ts';

it('leads a stranger to files that are there', () => {
  const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
  const tour = text.slice(text.indexOf('## A tour'), text.indexOf('## Layers'));
  const files = [...tour.matchAll(/`((?:src|searches|test)\/[\w./-]+)`/g)].map(([, file]) => file);
  expect(files.length).toBeGreaterThan(14);
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});
