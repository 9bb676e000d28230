import { nearestName } from './nearest-name.ts';
import type { Issue } from './plain-data.ts';
import { shortText } from './value-in-words.ts';

/** A problem with what the user gave: `where` it is, what was `found`, what is `allowed`. The CLI exits with code 2. */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput';
  readonly where: string;
  /** Everything that does not hold, where a whole document was checked; otherwise the one problem. */
  readonly issues: readonly Issue[];

  constructor(where: string, problem: string, issues: readonly Issue[] = [{ path: where, problem }]) {
    super(where === '' ? problem : `${where}: ${problem}`);
    this.where = where;
    this.issues = issues;
  }
}

/**
 * The error for a name that is not in a list: says what was found, what is allowed (all of it when short) and, when
 * one is near, the name that was probably meant.
 */
export function unknownName(where: string, kind: string, found: string, allowed: readonly string[]): InvalidInput {
  const near = nearestName(found, allowed);
  const hint = near === undefined ? '' : ` Did you mean '${near}'?`;
  const list = allowed.length <= 24 ? ` Allowed: ${allowed.join(', ')}.` : '';
  return new InvalidInput(where, `unknown ${kind} '${shortText(found)}'.${hint}${list}`);
}
