import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../../set-up.mjs';
import { code, page } from './markdown.mjs';

const STAR = /^export (?:type )?\*(?: as (\w+))? from '([^']+)';/gm;
const NAMED = /^export (?:type )?\{([^}]*)\} from '([^']+)';/gm;
const DECLARED =
  /^export (?:declare )?(?:default )?(?:async )?(?:abstract )?(function\*?|const|let|class|interface|type|enum) (\w+)/gm;
const read = (path) => readFileSync(join(root, 'dist', path), 'utf8');
const at = (path, target) => join(dirname(path), target).replaceAll('\\', '/').replace(/\.ts$/, '.d.ts');

/** Every name that a compiled module exports, with the file where it is declared. */
function exportsOf(path) {
  const text = read(path);
  const found = [];
  for (const [, alias, target] of text.matchAll(STAR)) {
    const inside = exportsOf(at(path, target));
    if (alias === undefined) found.push(...inside);
    else found.push({ name: alias, declared: alias, path, names: inside.map(({ name }) => name) });
  }
  for (const [, list, target] of text.matchAll(NAMED)) {
    const there = exportsOf(at(path, target));
    for (const item of list.split(',').map((one) => one.trim().replace(/^type /, ''))) {
      if (item === '') continue;
      const [declared, name = declared] = item.split(/\s+as\s+/);
      const origin = there.find((one) => one.name === declared);
      if (origin !== undefined) found.push({ ...origin, name });
    }
  }
  for (const [, kind, name] of text.matchAll(DECLARED)) found.push({ name, declared: name, path, kind });
  return found;
}

/** The docstring above a declaration, as running text; '' where it has none of its own. */
function docstringOf({ declared, path }) {
  const text = read(path);
  const place = text.search(
    new RegExp(`^export [^\\n]*\\b(?:function\\*?|const|let|class|interface|type|enum|as) ${declared}\\b`, 'm'),
  );
  const before = place < 0 ? '' : text.slice(0, place).trimEnd();
  if (!before.endsWith('*/')) return '';
  return before
    .slice(before.lastIndexOf('/**') + 3, -2)
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trim())
    .join(' ')
    .trim();
}

const KINDS = {
  function: 'function',
  'function*': 'generator',
  const: 'value',
  class: 'class',
  interface: 'type',
  type: 'type',
};

/** Every public name of the library with its docstring, by entry. */
export function libraryPage() {
  const { exports: entries } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const parts = Object.entries(entries)
    .filter(([, value]) => typeof value === 'object' && value.types !== undefined)
    .map(([entry, { types }]) => {
      const names = exportsOf(types.replace('./dist/', ''));
      const once = [...new Map(names.map((one) => [one.name, one])).values()].sort((a, b) =>
        a.name < b.name ? -1 : 1,
      );
      const lines = once.map((one) => {
        const text = docstringOf(one);
        const inside = one.names === undefined ? '' : ` (${one.names.join(', ')})`;
        return `- ${code(one.name)}, ${KINDS[one.kind] ?? 'names'}${inside}${text === '' ? '' : `: ${text}`}`;
      });
      return `## ${entry.replace('.', 'spillway')}\n\n${lines.join('\n')}`;
    });
  return page(
    'The library',
    'What a program may import, with what each name says of itself. The names are frozen by a test. Everything is typed.',
    ...parts,
  );
}
