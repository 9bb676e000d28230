/** A text that names where something comes from, and the places of a document that lean on it. */
export interface Source {
  readonly text: string;
  /** Dotted paths. */
  readonly usedBy: readonly string[];
  /** A member of a `references` list: always a work, whatever its form. */
  readonly reference: boolean;
}

/** Every `source` and every member of `references` in a document, each text once, in order of appearance. */
export function collectSources(document: unknown): Source[] {
  const found = new Map<string, { usedBy: string[]; reference: boolean }>();
  const add = (text: string, path: string, reference: boolean): void => {
    const known = found.get(text);
    if (known === undefined) found.set(text, { usedBy: [path], reference });
    else {
      known.usedBy.push(path);
      known.reference ||= reference;
    }
  };
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, child] of Object.entries(value)) {
      const at = path === '' ? key : `${path}.${key}`;
      if (key === 'source' && typeof child === 'string') add(child, path, false);
      else if (key === 'references' && Array.isArray(child)) for (const text of child) add(String(text), at, true);
      else walk(child, at);
    }
  };
  walk(document, '');
  return [...found].map(([text, { usedBy, reference }]) => ({ text, usedBy, reference }));
}
