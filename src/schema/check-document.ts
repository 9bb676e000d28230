import * as v from 'valibot';
import { InvalidInput } from './invalid-input.ts';
import { type Issue, notPlainData, pathWith } from './plain-data.ts';
import type { Schema } from './shapes.ts';

/** Issues that a refusal names. */
const SHOWN = 10;

/** All that does not hold in a value, in the order of the schema; none when it fits. */
export function issuesOf(schema: Schema<unknown>, value: unknown): readonly Issue[] {
  const odd = notPlainData(value);
  return odd.length > 0 ? odd : (v.safeParse(schema, value).issues ?? []).map(issueOf);
}

function issueOf({ path, message }: v.BaseIssue<unknown>): Issue {
  const keys = ((path ?? []) as readonly { readonly key?: unknown }[]).map(({ key }) => String(key));
  return { path: keys.reduce(pathWith, ''), problem: message };
}

/**
 * The value as the schema gives it: a copy with quantities in native units. `where` stands before every path. Throws
 * InvalidInput with everything that does not hold, ten issues at most, one a line: 'path: found X, allowed is Y'.
 */
export function checkDocument<T>(schema: Schema<T>, value: unknown, where: string): T {
  const odd = notPlainData(value);
  if (odd.length > 0) throw refusal(odd, where);
  const result = v.safeParse(schema, value);
  if (!result.success) throw refusal(result.issues.map(issueOf), where);
  return result.output;
}

function refusal(issues: readonly Issue[], where: string): InvalidInput {
  const placed = issues.map(({ path, problem }) => {
    return { path: where === '' ? path : path === '' ? where : pathWith(where, path), problem };
  });
  const said = inFewerWords(placed);
  const [first, ...rest] = said;
  const lines = rest.slice(0, SHOWN - 1).map(({ path, problem }) => `${path}: ${problem}`);
  const left = said.length - SHOWN;
  return new InvalidInput(
    first.path,
    [first.problem, ...lines, ...(left > 0 ? [`and ${left} more`] : [])].join('\n'),
    placed,
  );
}

/** Keys that one object lacks and that are named one by one. */
const NAMED = 6;
const LACKING = /^is missing(; '.*' is there instead)?$/;

/** The issues, with all keys that one object lacks in one of them. */
function inFewerWords(issues: readonly Issue[]): readonly Issue[] {
  const lacking = new Map<string, string[]>();
  for (const { path, problem } of issues) {
    const [parent, key] = parted(path);
    if (LACKING.test(problem)) lacking.set(parent, [...(lacking.get(parent) ?? []), key]);
  }
  return issues.flatMap((issue) => {
    const [parent, key] = parted(issue.path);
    const keys = lacking.get(parent) ?? [];
    if (keys.length < 2 || !LACKING.test(issue.problem)) return [issue];
    const more = keys.length > NAMED ? ` and ${keys.length - NAMED} more` : '';
    return key === keys[0] ? [{ path: parent, problem: `lacks ${keys.slice(0, NAMED).join(', ')}${more}` }] : [];
  });
}

/** A path as that of the object and the key in it. */
function parted(path: string): readonly [parent: string, key: string] {
  const dot = path.lastIndexOf('.');
  return [path.slice(0, Math.max(0, dot)), path.slice(dot + 1)];
}
