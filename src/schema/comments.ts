/**
 * A JSON value without the keys that begin with '$' (`$schema`, `$comment`), at every depth: they are for editors and
 * readers. Too deep nesting is left as it is, for the check of the document to refuse.
 */
export function withoutComments(value: unknown, depth = 0): unknown {
  if (value === null || typeof value !== 'object' || depth > 60) return value;
  if (Array.isArray(value)) return value.map((entry) => withoutComments(entry, depth + 1));
  const kept: Record<string, unknown> = {};
  for (const [key, child] of Object.entries(value)) {
    if (key.startsWith('$')) continue;
    // Assignment would set the prototype, where this key is refused as what it is.
    if (key === '__proto__') Object.defineProperty(kept, key, { value: child, enumerable: true });
    else kept[key] = withoutComments(child, depth + 1);
  }
  return kept;
}
