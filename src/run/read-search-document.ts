import { dumpQuestion } from '../modes/dump/search-schema.ts';
import { kaonQuestion } from '../modes/kaon/search-schema.ts';
import { checkDocument, InvalidInput, unknownName } from '../schema/index.ts';

import { parseJson } from '../schema/parse-json.ts';
import { keyOf, nameNotAllowed } from '../schema/shapes.ts';
import type { AnySearch } from '../search/any-search.ts';

/**
 * The search in a JSON text, of whichever kind: `"kind": "dump"` says that it is one behind a dump. Quantities may be
 * numbers in native units or texts such as '75 GeV'. Throws InvalidInput with `name` and everything that does not fit:
 * keys, types, units, ranges, the experiment; what only hangs together in a whole is checked when it is planned.
 */
export const readSearchDocument = (text: string, name: string): AnySearch =>
  searchIn(parseJson(text, name, 'a search as one JSON object'), name);

/** The search that a value of JSON is. Throws as `readSearchDocument`. */
export function searchIn(document: unknown, name: string): AnySearch {
  const kind = keyOf(document, 'kind') ?? 'kaon';
  if (kind !== 'dump' && kind !== 'kaon')
    throw new InvalidInput(`${name}.kind`, nameNotAllowed('kind of search', kind, ['kaon', 'dump']));
  const { search, experiments } = kind === 'dump' ? dumpQuestion : kaonQuestion;
  const whole =
    typeof document === 'object' && document !== null && !Array.isArray(document) ? { kind, ...document } : document;
  const read = checkDocument<AnySearch>(search, whole, name);
  if (!Object.hasOwn(experiments, read.experiment))
    throw unknownName(`${name}.experiment`, 'experiment', read.experiment, Object.keys(experiments));
  return read;
}
