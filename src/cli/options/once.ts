import { InvalidInput } from '../../schema/index.ts';
import { shortText } from '../../schema/value-in-words.ts';
import type { Options } from './option.ts';

/**
 * Throws InvalidInput where an option that may be given several times is given twice about the same thing: one of the two
 * would be lost without a word.
 */
export function requireOnce(options: Options, values: Readonly<Record<string, unknown>>): void {
  for (const [name, { kind, about }] of Object.entries(options)) {
    const given = values[name];
    if (kind !== 'many' || about === undefined || !Array.isArray(given)) continue;
    const subjects = given.map((value) => about(value as never));
    const doubled = subjects.find((subject, i) => subjects.indexOf(subject) < i);
    if (doubled !== undefined) throw new InvalidInput(name, `says '${shortText(doubled)}' twice; leave one out.`);
  }
}
