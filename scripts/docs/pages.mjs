import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../set-up.mjs';
import { referencePages } from './reference/pages.mjs';

/** The menu: headings with their pages, in order; a folder stands for all of its pages that are not named elsewhere. */
const MENU = [
  ['', ['README.md', 'start.md', 'glossary.md']],
  ['What do you want to do?', ['doors/']],
  ['Jobs', ['jobs/README.md', 'jobs/']],
  [
    'How it works',
    [
      'how-a-search-works.md',
      'how-a-mass-scan-works.md',
      'form-factors.md',
      'beam-dump.md',
      'add-a-search.md',
      'own-files.md',
      'formats.md',
      'plots.md',
      'lab.md',
      'masterclass.md',
      'clusters.md',
      'speed.md',
      'random-numbers.md',
    ],
  ],
  ['Physics', ['physics.md', 'physics/']],
  ['Statistics', ['statistics/which-method.md', 'statistics/']],
  ['Reference', ['reference/']],
  ['Why it is so', ['CHANGELOG.md', 'CONTRIBUTING.md', 'decisions/']],
];

/** Files at the root of the project that are pages too. */
const AT_ROOT = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md'];

/**
 * Every page of the documentation: its path (that of its Markdown below docs/, or at the root of the project), and the
 * Markdown. Those of the reference come from the compiled program.
 */
export async function readPages() {
  const docs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.md'))
    .sort();
  const read = (path) => readFileSync(join(root, path), 'utf8');
  return new Map([
    ...AT_ROOT.map((path) => [path, read(path)]),
    ...docs.map((path) => [path, read(join('docs', path))]),
    ...Object.entries(await referencePages()),
  ]);
}

/** Pages by heading of the menu; the last heading takes what no other names. */
export function menuOf(pages) {
  const named = new Set(MENU.flatMap(([, paths]) => paths));
  const taken = new Set();
  const take = (path) => (taken.has(path) || !pages.has(path) ? [] : taken.add(path) && [path]);
  const menu = MENU.map(([heading, paths]) => ({
    heading,
    paths: paths.flatMap((path) =>
      path.endsWith('/')
        ? [...pages.keys()].filter((one) => one.startsWith(path) && !named.has(one)).flatMap(take)
        : take(path),
    ),
  }));
  menu.at(-1).paths.push(...[...pages.keys()].flatMap(take));
  return menu.filter(({ paths }) => paths.length > 0);
}

/** Where the file behind a path of the documentation lies in the project. */
export const sourceOf = (path) => (AT_ROOT.includes(path) ? path : `docs/${path}`);

/** Whether a path of the project is there. */
export const isThere = (path) => existsSync(join(root, path));
