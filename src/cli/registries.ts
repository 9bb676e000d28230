import type { AnyExperiment } from '../experiments/experiment.ts';
import type { HiddenModel } from '../physics/hidden/hidden-model.ts';
import { InvalidInput, unknownName } from '../schema/index.ts';
import type { AnySearch } from '../search/any-search.ts';
import type { PublishedLimit } from '../search/published-limit.ts';

/** Every document there is, by id. */
export interface Registries {
  readonly searches: Readonly<Record<string, AnySearch>>;
  readonly models: Readonly<Record<string, HiddenModel>>;
  readonly experiments: Readonly<Record<string, AnyExperiment>>;
}

/** Loads the generated registries. */
export async function loadRegistries(): Promise<Registries> {
  const [{ searches }, { hiddenParticles }, { experiments }] = await Promise.all([
    import('../../searches/index.ts'),
    import('../physics/hidden/index.ts'),
    import('../experiments/index.ts'),
  ]);
  return { searches: searches as unknown as Registries['searches'], models: hiddenParticles, experiments };
}

/** Every published limit. */
export async function loadLimits(): Promise<PublishedLimit[]> {
  const { publishedLimits } = await import('../../limits/index.ts');
  return Object.values(publishedLimits);
}

/** A document and what kind it is of. */
export type Found =
  | { readonly kind: 'search'; readonly document: AnySearch }
  | { readonly kind: 'model'; readonly document: HiddenModel }
  | { readonly kind: 'experiment'; readonly document: AnyExperiment };

/** The document of that id. Throws InvalidInput with the nearest id when there is none. */
export function findDocument(id: string, registries: Registries): Found {
  const { searches, models, experiments } = registries;
  if (Object.hasOwn(searches, id)) return { kind: 'search', document: searches[id] };
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

/** What to do with an id that is a document, but no search. */
const INSTEAD: Readonly<Record<Exclude<Found['kind'], 'search'>, (id: string) => string>> = {
  model: (id) => `is a model; it is excluded by searches: spillway exclude ${id} --searches ID,ID.`,
  experiment: (id) => `is an experiment; read it with: spillway describe ${id}.`,
};

/** The search of that id, of any kind. Throws InvalidInput with the nearest id, or with what another document is for. */
export function searchCalled(id: string, { searches, models, experiments }: Registries): AnySearch {
  if (Object.hasOwn(searches, id)) return searches[id];
  const kind = Object.hasOwn(models, id) ? 'model' : Object.hasOwn(experiments, id) ? 'experiment' : undefined;
  if (kind !== undefined) throw new InvalidInput('ID', `'${id}' ${INSTEAD[kind](id)}`);
  const { message } = unknownName('', 'search', id, Object.keys(searches));
  throw new InvalidInput('ID', `${message} See 'spillway list searches'.`);
}
