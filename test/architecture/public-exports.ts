import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './source-files.ts';

/** One exported name and the file that declares it. */
export interface PublicExport {
  readonly name: string;
  /** Its name where it is declared. */
  readonly declared: string;
  readonly path: string;
}

/** Entries of the package: the export's path and its source file. */
export function packageEntries(): readonly { readonly entry: string; readonly path: string }[] {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    exports: Readonly<Record<string, { readonly source: string }>>;
  };
  return Object.entries(exports).map(([entry, { source }]) => ({ entry, path: source.slice(2) }));
}

const STAR = /^export (?:type )?\*(?: as (\w+))? from '([^']+)';/gm;
const NAMED = /^export (?:type )?\{([^}]*)\}(?: from '([^']+)')?;/gm;
const DECLARED =
  /^export (?:declare )?(?:async )?(?:abstract )?(?:function\*?|const|let|class|interface|type|enum) (\w+)/gm;
const IMPORTED = /^import (?:type )?\{([^}]*)\} from '([^']+)';/gm;

/** Every name that a module exports, types included, with the file where it is declared. */
export function publicExports(path: string): PublicExport[] {
  const text = readFileSync(join(root, path), 'utf8');
  const found: PublicExport[] = [];
  const at = (target: string): string => join(dirname(path), target).replaceAll('\\', '/');
  for (const [, alias, target] of text.matchAll(STAR)) {
    if (alias !== undefined) found.push({ name: alias, declared: alias, path: at(target) });
    else found.push(...publicExports(at(target)));
  }
  for (const [, list, target] of text.matchAll(NAMED)) {
    for (const { name, as } of names(list)) {
      const source = target ?? importedFrom(text, name);
      found.push(source === undefined ? { name: as, declared: name, path } : origin(as, name, at(source)));
    }
  }
  for (const [, name] of text.matchAll(DECLARED)) found.push({ name, declared: name, path });
  return found;
}

function origin(name: string, declared: string, path: string): PublicExport {
  const there = publicExports(path).find((candidate) => candidate.name === declared);
  if (there === undefined) throw new Error(`${path} does not export ${declared}`);
  return { ...there, name };
}

function names(list: string): { name: string; as: string }[] {
  return list
    .split(',')
    .map((item) => item.trim().replace(/^type /, ''))
    .filter((item) => item !== '')
    .map((item) => {
      const [name, as = name] = item.split(/\s+as\s+/);
      return { name, as };
    });
}

function importedFrom(text: string, name: string): string | undefined {
  for (const [, list, target] of text.matchAll(IMPORTED)) {
    if (names(list).some(({ as }) => as === name)) return target;
  }
  return undefined;
}

/**
 * True when a docstring stands above the declaration (the first of its overloads), or above a block of declarations of
 * one line each that it belongs to.
 */
export function hasDocstring({ declared, path }: PublicExport): boolean {
  const lines = readFileSync(join(root, path), 'utf8').split('\n');
  let at = lines.findIndex((line) =>
    new RegExp(`^export .*?\\b(?:function\\*?|const|let|class|interface|type|enum|as) ${declared}\\b`).test(line),
  );
  while (at > 0 && /^export (?:const|type) .*;$/.test(lines[at - 1])) at -= 1;
  return at > 0 && /\*\/\s*$/.test(lines[at - 1]);
}
