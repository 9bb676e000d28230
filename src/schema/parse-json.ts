import { withoutComments } from './comments.ts';
import { InvalidInput } from './invalid-input.ts';

/** The value in a JSON text; a byte-order mark and keys that begin with '$' are passed over. InvalidInput, with `name` and what is `needed`, otherwise. */
export function parseJson(text: string, name: string, needed: string): unknown {
  const plain = text.replace(/^\uFEFF/, '');
  try {
    return withoutComments(JSON.parse(plain));
  } catch (error) {
    if (plain.trim() === '') throw new InvalidInput(name, `is empty; needed is ${needed}`);
    const place = /position \d+|line \d+ column \d+/.exec((error as Error).message)?.[0];
    throw new InvalidInput(name, `is not JSON${place === undefined ? '' : ` (${place})`}; needed is ${needed}`);
  }
}
