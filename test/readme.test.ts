import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../src/cli/command-table.ts';
import { STAGE_NAMES } from '../src/stages/names.ts';
import { root } from './architecture/source-files.ts';
import { requireBuilt } from './workers/built.ts';

const text = readFileSync(join(root, 'README.md'), 'utf8');
const blocks = [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language, code]) => ({ language, code }));

beforeAll(() =>
  requireBuilt('src/search', 'src/modes', 'src/stages', 'src/run', 'src/hosts', 'src/physics', 'src/statistics'),
);

describe('the README', () => {
  it('has a program of at most ten lines that prints what is said to be printed', () => {
    const at = blocks.findIndex(({ language }) => language === 'js');
    const { code } = blocks[at];
    expect(code.trim().split('\n').length).toBeLessThanOrEqual(10);
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', code], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(printed).toBe(blocks[at + 1].code);
  });

  it('shows picture, start, test and program on its first screen', () => {
    const screen = text.split('\n').slice(0, 40).join('\n');
    for (const word of ['docs/images/', 'npm start', 'npm test', '```js', 'published']) expect(screen).toContain(word);
  });

  it('names the nine stages in their order', () => {
    const named = [...text.matchAll(/\[(\w+)\]\(src\/stages\//g)].map(([, name]) => name);
    expect(named).toEqual([...STAGE_NAMES]);
  });

  it('shows commands that exist', () => {
    for (const [, command] of text.matchAll(/^spillway (\w+)/gm)) expect(Object.keys(COMMANDS)).toContain(command);
  });
});

const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].concat(
  readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
);

it.each(pages)('%s links to files that are there', (page) => {
  const links = [...readFileSync(join(root, page), 'utf8').matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)];
  for (const [, target] of links.filter(([, path]) => /[a-z]{2}/i.test(path)))
    expect(existsSync(join(root, dirname(page), target)), target).toBe(true);
});
