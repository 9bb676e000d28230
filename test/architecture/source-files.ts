import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..', '..');

export interface SourceFile {
  /** From the root, with '/'. */
  readonly path: string;
  readonly text: string;
  /** The text with comments and the insides of strings blanked out, line by line where it was. */
  readonly code: string;
  /** Targets of imports and re-exports: root paths for relative ones, the name itself for others. */
  readonly imports: readonly string[];
}

/** Every TypeScript file below a folder, tests and generated registries included. */
export function sourceFiles(folder: string): SourceFile[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => readSource(`${folder}/${name.replaceAll('\\', '/')}`))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

export const isTest = ({ path }: SourceFile): boolean => path.endsWith('.test.ts');

export function readSource(path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  return { path, text, code: withoutCommentsAndStrings(text), imports: importsOf(path, text) };
}

const IMPORT =
  /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

function importsOf(path: string, text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '');
  return [...code.matchAll(IMPORT)].map((match) => {
    const target = match[1] ?? match[2] ?? match[3];
    return target.startsWith('.') ? relative(root, join(root, dirname(path), target)).replaceAll('\\', '/') : target;
  });
}

const TOKEN = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`/g;
const REGULAR_EXPRESSION = /(?<=[=(,:;!&|?{}\n]\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[dgimsuvy]*/g;

/** Comments, quotes and regular expressions become blanks; what stands in `${}` of a template stays. */
export function withoutCommentsAndStrings(text: string): string {
  const blank = (piece: string): string => piece.replace(/[^\n]/g, ' ');
  return text
    .replace(TOKEN, (token) =>
      token.startsWith('`') ? token.replace(/(^|\})(?:\\[\s\S]|(?!\$\{)[^\\])*?(?=\$\{|$)/g, blank) : blank(token),
    )
    .replace(REGULAR_EXPRESSION, blank);
}

/** Text files under version control, generated and binary ones left out. Undefined outside of a checkout. */
export function trackedTexts(): { path: string; text: string }[] | undefined {
  if (!existsSync(join(root, '.git'))) return undefined;
  return execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })
    .split('\0')
    .filter((path) => path !== '' && existsSync(join(root, path)))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
    .filter(({ text }) => !text.includes('\0'));
}
