import { InvalidInput } from '../../schema/index.ts';
import { readNumber, readPositive } from './numbers.ts';

/** A parameter and its value: 'mu=1.5'. */
export function readAssignment(text: string): readonly [name: string, value: number] {
  const at = text.lastIndexOf('=');
  if (at < 1) throw new InvalidInput('', `found '${text}', needs a parameter and its value: mu=1.`);
  return [text.slice(0, at), readNumber(text.slice(at + 1))];
}

/** A file and what 1 of its parameter is, above zero: 'theirs.json=2.4e-11'. */
export function readScale(text: string): readonly [file: string, value: number] {
  const at = text.lastIndexOf('=');
  if (at < 1) throw new InvalidInput('', `found '${text}', needs a file and a number: theirs.json=2.4e-11.`);
  return [text.slice(0, at), readPositive(text.slice(at + 1))];
}

/** Two names with a comma between them. */
export function readPair(text: string): readonly [string, string] {
  const parts = text.split(',');
  if (parts.length !== 2 || parts.some((part) => part === ''))
    throw new InvalidInput('', `found '${text}', needs two names: a,b.`);
  return [parts[0], parts[1]];
}
