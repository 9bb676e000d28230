import { valueInWords } from './value-in-words.ts';

/** Something that does not hold in a document: where in it, and the sentence without the place. */
export interface Issue {
  readonly path: string;
  readonly problem: string;
}

/** Deeper nesting is no document that people write, and would overflow the stack of what reads it. */
const DEEPEST = 40;
/** Values in one document; a search has some thousands. */
const MOST = 2_000_000;
/** Keys of one object; whoever writes more of them holds a table, not a document. */
const MOST_KEYS = 10_000;
const FORBIDDEN: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/** A path with one more key: dots between keys, whatever they are made of. */
export const pathWith = (path: string, key: string | number): string => (path === '' ? String(key) : `${path}.${key}`);

/**
 * What keeps a value from being plain JSON: numbers that are not finite, functions and the like, keys that name parts of
 * every object, circles, nesting deeper than 40 and objects of more than
 * 10 000 keys. At most ten issues; none for plain data.
 */
export function notPlainData(document: unknown): readonly Issue[] {
  const issues: Issue[] = [];
  const above = new Set<object>();
  let values = 0;
  const visit = (value: unknown, path: string, depth: number): void => {
    if (issues.length >= 10) return;
    values += 1;
    if (values > MOST) {
      if (values === MOST + 1) issues.push({ path: '', problem: `has more than ${MOST} values` });
      return;
    }
    if (typeof value === 'number') {
      if (!Number.isFinite(value)) issues.push({ path, problem: `found ${value}, allowed is a finite number` });
      return;
    }
    if (value === null || typeof value === 'string' || typeof value === 'boolean' || value === undefined) return;
    if (typeof value !== 'object') {
      issues.push({ path, problem: `found ${valueInWords(value)}, allowed is what JSON can hold` });
      return;
    }
    if (above.has(value) || depth > DEEPEST) {
      issues.push({ path, problem: above.has(value) ? 'contains itself' : `is nested deeper than ${DEEPEST}` });
      return;
    }
    above.add(value);
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i++) visit(value[i], pathWith(path, i), depth + 1);
    } else {
      const keys = Object.keys(value);
      if (keys.length > MOST_KEYS) {
        issues.push({ path, problem: `has ${keys.length} keys, at most ${MOST_KEYS} are taken` });
        return;
      }
      for (const key of keys) {
        const at = pathWith(path, key);
        if (FORBIDDEN.includes(key)) issues.push({ path: at, problem: 'is not allowed as a key' });
        else visit((value as Record<string, unknown>)[key], at, depth + 1);
      }
    }
    above.delete(value);
  };
  visit(document, '', 0);
  return issues;
}
