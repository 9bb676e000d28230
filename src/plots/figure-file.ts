import * as v from 'valibot';
import { InvalidInput, unknownName } from '../schema/index.ts';
import { type FigureDescription, figureKinds } from './draw-figure.ts';
import { figures } from './kinds/index.ts';

/** What the first key of a figure file says. */
export const figureFormat = 'spillway figure 1';

/** The text of a figure file: the data of one figure as JSON, from which the same picture is drawn again. */
export function figureFile(figure: FigureDescription): string {
  return `${JSON.stringify({ format: figureFormat, ...figure }, undefined, 1)}\n`;
}

/**
 * The figure in a parsed figure file. Throws InvalidInput with the path of what is wrong: another format, an unknown
 * kind or key (with the nearest name), a key that is missing, a value of another type.
 */
export function readFigure(document: unknown): FigureDescription {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    throw new InvalidInput('', `a figure is an object with the keys format and kind, not ${worded(document)}`);
  }
  const { format, ...figure } = document as { format?: unknown; kind?: unknown };
  if (format !== figureFormat) {
    throw new InvalidInput('format', `found ${worded(format)}, allowed is "${figureFormat}"`);
  }
  const kind = figureKinds.find((name) => name === figure.kind);
  if (kind === undefined) throw unknownName('kind', 'kind of figure', String(figure.kind), figureKinds);
  const schema = figures[kind].schema as v.GenericSchema<unknown, FigureDescription>;
  const result = v.safeParse(schema, figure);
  // A key that was mistyped is also a key that is missing: the mistyped one is the news.
  if (!result.success) throw faultOf(schema, result.issues.find(isUnknownKey) ?? result.issues[0]);
  return result.output;
}

function faultOf(schema: v.GenericSchema, issue: v.BaseIssue<unknown>): InvalidInput {
  const path = (issue.path ?? []).map(({ key }) => key as string | number);
  const last = path.at(-1);
  const around = pathText(path.slice(0, -1));
  if (isUnknownKey(issue)) {
    return unknownName(pathText(path), 'key', String(last), keysAt(schema, path.slice(0, -1)));
  }
  if (issue.type === 'strict_object' && issue.received === 'undefined' && last !== undefined) {
    return new InvalidInput(around, `the key '${last}' is missing`);
  }
  const wanted = issue.kind === 'validation' ? issue.message : (issue.expected ?? 'another value');
  return new InvalidInput(pathText(path), `found ${worded(issue.input)}, needs ${wanted}`);
}

function isUnknownKey(issue: v.BaseIssue<unknown>): boolean {
  return issue.type === 'strict_object' && issue.expected === 'never';
}

function pathText(path: readonly (string | number)[]): string {
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : i === 0 ? key : `.${key}`)).join('');
}

function worded(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** The parts of a schema that lead further in; each kind of schema has some of them. */
interface Inner {
  entries?: Readonly<Record<string, Inner>>;
  item?: Inner;
  items?: readonly Inner[];
  wrapped?: Inner;
  options?: readonly Inner[];
}

/** The keys that a schema allows at a path, from all of its variants. */
function keysAt(schema: unknown, path: readonly (string | number)[]): string[] {
  const { entries, item, items, wrapped, options } = schema as Inner;
  if (wrapped !== undefined) return keysAt(wrapped, path);
  if (options !== undefined) return [...new Set(options.flatMap((option) => keysAt(option, path)))];
  const [next, ...rest] = path;
  if (next === undefined) return Object.keys(entries ?? {});
  const inner = entries?.[next] ?? item ?? items?.[Number(next)];
  return inner === undefined ? [] : keysAt(inner, rest);
}
