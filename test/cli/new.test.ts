import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { manyLines, spillway, temporaryFolder } from './spillway.ts';

const folder = temporaryFolder();

it('writes templates, never over a file, and says what to type next', { timeout: 300_000 }, async () => {
  const outcomes = await manyLines(folder(), [
    ['new', 'search', 'my-search'],
    ['new', 'data', 'my-counts', '--search', 'kaon-munuee'],
    ['new', 'experiment', 'my-experiment', '--out', 'deep/new/my-experiment.ts'],
    ['new', 'search', 'my-search'],
    ['new', 'serch', 'x'],
    ['new', 'model', '../x'],
    ['new', 'data', 'my-data'],
    ['new', 'search', 'x', '--search', 'dump-ee'],
  ]);
  expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0, 2, 2, 2, 2, 2]);
  const [search, , , again, kind, name, data, other] = outcomes;
  expect(search.stdout).toContain('spillway run my-search.json');
  expect(again.stderr).toContain('my-search.json: is there already and stays as it is');
  expect(kind.stderr).toContain("unknown kind of template 'serch'. Did you mean 'search'?");
  expect(name.stderr).toContain("NAME: found '../x', needs lower-case letters");
  expect(data.stderr).toContain('name the search that the counts are for');
  expect(other.stderr).toContain("'dump-ee' is behind a dump; new dump-search x");
  expect(readFileSync(join(folder(), 'deep/new/my-experiment.ts'), 'utf8')).toContain("id: 'my-experiment'");

  const run = await spillway(folder(), 'run', 'my-search.json', '--events', '3000', '--out', 'r', '--json');
  expect(run.code).toBe(0);
  expect(JSON.parse(run.stdout)).toMatchObject({ search: 'my-search', frozen: null, settings: [], blind: true });
});
