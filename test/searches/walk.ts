const TAGS = ['published', 'code', 'computed', 'recalled', 'unverified', 'proposal'];

/** Paths below a document where a number is not finite, or where something is undefined. */
export function oddNumbers(value: unknown, path = ''): string[] {
  if (value === undefined || (typeof value === 'number' && !Number.isFinite(value))) return [`${path}: ${value}`];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, child]) => oddNumbers(child, `${path}.${key}`));
}

/** Paths below a document where a number has no tag of the vocabulary, or no source. */
export function taggedFaults(value: unknown, path = ''): string[] {
  if (value === null || typeof value !== 'object') return [];
  const below = Object.entries(value).flatMap(([key, child]) => taggedFaults(child, `${path}.${key}`));
  const { tag, source, value: number } = value as { tag?: unknown; source?: unknown; value?: unknown };
  if (number === undefined && tag === undefined) return below;
  const sourced = typeof source === 'string' && source.trim() !== '';
  return TAGS.includes(tag as string) && sourced ? below : [...below, path];
}
