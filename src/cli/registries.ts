import type { AnyExperiment } from '../experiments/experiment.ts';
import { unknownName } from '../schema/index.ts';
import type { SearchDocument } from '../search/search-document.ts';

/** Every document there is, by id. */
export interface Registries {
  readonly searches: Readonly<Record<string, SearchDocument>>;
  readonly experiments: Readonly<Record<string, AnyExperiment>>;
}

export type DocumentKind = 'search' | 'experiment';

/** Loads the generated registries. */
export async function loadRegistries(): Promise<Registries> {
  const [{ searches }, { experiments }] = await Promise.all([
    import('../../searches/index.ts'),
    import('../experiments/index.ts'),
  ]);
  return { searches: searches as unknown as Registries['searches'], experiments };
}

export type Found =
  | { readonly kind: 'search'; readonly id: string; readonly document: SearchDocument }
  | { readonly kind: 'experiment'; readonly id: string; readonly document: AnyExperiment };

/** The document of that id. Throws InvalidInput with the nearest id when there is none. */
export function findDocument(id: string, { searches, experiments }: Registries): Found {
  if (Object.hasOwn(searches, id)) return { kind: 'search', id, document: searches[id] };
  if (Object.hasOwn(experiments, id)) return { kind: 'experiment', id, document: experiments[id] };
  throw unknownName('ID', 'search or experiment', id, [...Object.keys(searches), ...Object.keys(experiments)]);
}
