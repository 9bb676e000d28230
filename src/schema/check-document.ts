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
  const [first, ...rest] = placed;
  const lines = rest.slice(0, SHOWN - 1).map(({ path, problem }) => `${path}: ${problem}`);
  const left = placed.length - SHOWN;
  return new InvalidInput(
    first.path,
    [first.problem, ...lines, ...(left > 0 ? [`and ${left} more`] : [])].join('\n'),
    placed,
  );
}
