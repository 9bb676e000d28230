import { checkDocument, unknownName } from '../../schema/index.ts';
import { quantityAt } from '../../schema/schema-at.ts';
import { keyOf, type Schema } from '../../schema/shapes.ts';
import { type DimensionName, UNITS } from '../../units/quantity-text.ts';
import { changedBySettings, type Setting } from './settings.ts';

/** What a kind of search knows of its documents: their schema, and the experiments that they can be done at. */
export interface AskedKind<Search, Experiment> {
  readonly search: Schema<Search>;
  readonly experiment: Schema<Experiment>;
  readonly experiments: Readonly<Record<string, unknown>>;
}

/** A search and its experiment as they were asked for, whole, in native units. */
export interface AskedSearch<Search, Experiment> {
  readonly search: Search;
  /** The search before its settings. */
  readonly unchanged: Search;
  readonly experiment: Experiment;
  readonly settings: readonly Setting[];
}

/** What a document is called in refusals: its id where it has one. */
export function nameOf(document: unknown, otherwise = 'search'): string {
  const id = keyOf(document, 'id');
  return typeof id === 'string' && id !== '' && id.length <= 80 ? id : otherwise;
}

/**
 * The search that a document asks for, with settings 'path=value', those below 'experiment.' for its experiment. Throws
 * InvalidInput, before anything is simulated, with every key, type, name, unit and range that does not fit, in the
 * document as it was given and as it is after the settings.
 */
export function askedSearch<Search extends { readonly experiment: string }, Experiment>(
  document: unknown,
  settings: readonly string[],
  kind: AskedKind<Search, Experiment>,
): AskedSearch<Search, Experiment> {
  const where = nameOf(document);
  const unchanged = checkDocument(kind.search, document, where);
  const { experiments } = kind;
  if (!Object.hasOwn(experiments, unchanged.experiment))
    throw unknownName(`${where}.experiment`, 'experiment', unchanged.experiment, Object.keys(experiments));
  const whole = { ...unchanged, experiment: experiments[unchanged.experiment] };
  const dimensionAt = ([first, ...rest]: readonly string[]) =>
    dimensionNamed(
      first === 'experiment'
        ? quantityAt(kind.experiment, whole.experiment, rest)
        : quantityAt(kind.search, unchanged, [first, ...rest]),
    );
  const changed = changedBySettings(whole, settings, dimensionAt);
  const search = checkDocument(kind.search, { ...changed.document, experiment: unchanged.experiment }, where);
  const experiment = checkDocument(kind.experiment, changed.document['experiment'], 'experiment');
  const after = { ...search, experiment };
  const valueAt = (keys: readonly string[]): unknown =>
    keys.reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>>)[key], after);
  return {
    search,
    unchanged,
    experiment,
    settings: changed.settings.map(({ path, keys, from }) => ({ path, from, to: valueAt(keys) })),
  };
}

/** A dimension of the unit system by its name. */
const dimensionNamed = (name: string | undefined): DimensionName | undefined =>
  Object.values(UNITS).find(({ dimension }) => dimension === name)?.dimension;
