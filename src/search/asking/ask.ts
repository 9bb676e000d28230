import { checkDocument, InvalidInput, unknownName } from '../../schema/index.ts';
import { keyOf, type Schema } from '../../schema/shapes.ts';
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
  const changed = changedBySettings({ ...unchanged, experiment: experiments[unchanged.experiment] }, settings);
  const search = checkDocument(kind.search, { ...changed.document, experiment: unchanged.experiment }, where);
  const experiment = checkDocument(kind.experiment, changed.document['experiment'], 'experiment');
  const after = { ...search, experiment };
  return {
    search,
    unchanged,
    experiment,
    settings: changed.settings.map(({ path, from }) => ({ path, from, to: valueAt(after, path, changed.document) })),
  };
}

/** The value at a path that `settings` resolved, looked up by the keys that the changed document has. */
function valueAt(after: object, path: string, changed: object): unknown {
  let value: unknown = after;
  let shape: unknown = changed;
  let rest = path;
  while (rest !== '') {
    const key = Object.keys(shape as object)
      .filter((name) => rest === name || rest.startsWith(`${name}.`))
      .sort((a, b) => b.length - a.length)[0];
    if (key === undefined) throw new InvalidInput(`--set ${path}`, 'leads nowhere');
    shape = (shape as Record<string, unknown>)[key];
    value = (value as Record<string, unknown>)[key];
    rest = rest.slice(key.length + 1);
  }
  return value;
}
