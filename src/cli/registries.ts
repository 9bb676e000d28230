import type { AnyExperiment } from '../experiments/experiment.ts';
import type { HiddenModel } from '../physics/hidden/hidden-model.ts';
import { InvalidInput, unknownName } from '../schema/index.ts';
import type { DumpSearchDocument } from '../search/dump-search.ts';
import type { SearchDocument } from '../search/kaon-search.ts';

/** Every document there is, by id. */
export interface Registries {
  readonly searches: Readonly<Record<string, SearchDocument>>;
  readonly dumpSearches: Readonly<Record<string, DumpSearchDocument>>;
  readonly models: Readonly<Record<string, HiddenModel>>;
  readonly experiments: Readonly<Record<string, AnyExperiment>>;
}

/** Loads the generated registries. */
export async function loadRegistries(): Promise<Registries> {
  const [{ searches, dumpSearches }, { hiddenParticles }, { experiments }] = await Promise.all([
    import('../../searches/index.ts'),
    import('../physics/hidden/index.ts'),
    import('../experiments/index.ts'),
  ]);
  return {
    searches: searches as unknown as Registries['searches'],
    dumpSearches: dumpSearches as unknown as Registries['dumpSearches'],
    models: hiddenParticles,
    experiments,
  };
}

/** A document and what kind it is of. */
export type Found =
  | { readonly kind: 'search'; readonly document: SearchDocument }
  | { readonly kind: 'dump search'; readonly document: DumpSearchDocument }
  | { readonly kind: 'model'; readonly document: HiddenModel }
  | { readonly kind: 'experiment'; readonly document: AnyExperiment };

/** The document of that id. Throws InvalidInput with the nearest id when there is none. */
export function findDocument(id: string, registries: Registries): Found {
  const { searches, dumpSearches, models, experiments } = registries;
  if (Object.hasOwn(searches, id)) return { kind: 'search', document: searches[id] };
  if (Object.hasOwn(dumpSearches, id)) return { kind: 'dump search', document: dumpSearches[id] };
  if (Object.hasOwn(models, id)) return { kind: 'model', document: models[id] };
  if (Object.hasOwn(experiments, id)) return { kind: 'experiment', document: experiments[id] };
  const { message } = unknownName(
    '',
    'search, model or experiment',
    id,
    Object.values(registries).flatMap(Object.keys),
  );
  throw new InvalidInput('ID', `${message} See 'spillway list'.`);
}
