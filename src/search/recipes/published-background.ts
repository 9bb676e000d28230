import type { PublishedValue } from '../published-value.ts';

/** What a publication expects of one background, compared within a factor of 2. */
export function publishedBackground(value: number, error: number, source: string): PublishedValue {
  return {
    value,
    error,
    tag: 'recalled',
    source,
    agreeWithin: 2,
    why: 'mis-identification maps are known to a factor of several',
  };
}
