import { InvalidInput, nearestName } from '../../schema/index.ts';
import type { MakeEncoder } from './event-format.ts';
import { eventFormats } from './registry.ts';

const encoders: ReadonlyMap<string, MakeEncoder> = new Map(
  Object.values(eventFormats).flatMap(({ endings, encode }) => endings.map((ending) => [ending, encode] as const)),
);

/** The endings of event files, each of which names a format. */
export const eventFileEndings: readonly string[] = [...encoders.keys()];

/** The ending of a file's name that names its format, without '.gz' and in small letters; '' for none. */
export const endingOf = (file: string): string =>
  /\.[^./\\]*$/.exec(file.replace(/\.gz$/i, ''))?.[0].toLowerCase() ?? '';

/**
 * The encoder of generated decays for a file of that name, by its ending (capitals and a '.gz' after it do not matter).
 * `weightNames`: those of the weights that come with every block besides its own. Throws InvalidInput, with the list,
 * for another ending.
 */
export function encoderFor(file: string): MakeEncoder {
  const ending = endingOf(file);
  const make = encoders.get(ending);
  if (make !== undefined) return make;
  const near = nearestName(ending, eventFileEndings);
  const found = ending === '' ? 'the name has no ending' : `the ending '${ending}' names no format of events`;
  const hint = near === undefined ? '' : ` Did you mean '${near}'?`;
  throw new InvalidInput(file, `${found}; there are ${eventFileEndings.join(', ')}.${hint}`);
}
