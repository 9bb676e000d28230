/** Where a number comes from; one vocabulary in the whole project. */
export type Tag = 'published' | 'code' | 'computed' | 'recalled' | 'unverified' | 'proposal' | 'set by the user';

/** A value with its provenance. */
export interface Fact<T = number> {
  readonly value: T;
  readonly tag: Tag;
  readonly source: string;
  readonly note?: string;
}

/** A value with its provenance: `fact(MeV(270), 'code', 'field map, …')`. */
export function fact<const T>(value: T, tag: Tag, source: string, note?: string): Fact<T> {
  return note === undefined ? { value, tag, source } : { value, tag, source, note };
}

/** A number with its uncertainty and its provenance. */
export interface Measured extends Fact {
  readonly error: number;
}

/** A number with its uncertainty and provenance: `measured(3.00e-7, 0.09e-7, 'published', 'PDG 2024')`. */
export function measured(value: number, error: number, tag: Tag, source: string, note?: string): Measured {
  return note === undefined ? { value, error, tag, source } : { value, error, tag, source, note };
}

/** Every fact below a document, with its dotted path; used by `describe`, `cite` and the report. */
export function listFacts(document: unknown, path = ''): { path: string; fact: Fact<unknown> }[] {
  if (document === null || typeof document !== 'object') return [];
  if ('tag' in document && 'source' in document && 'value' in document) {
    return [{ path, fact: document as Fact<unknown> }];
  }
  return Object.entries(document).flatMap(([key, child]) => listFacts(child, path === '' ? key : `${path}.${key}`));
}
