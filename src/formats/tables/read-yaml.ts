import { LineCounter, parseAllDocuments } from 'yaml';
import { InvalidInput } from '../../schema/index.ts';

/** Aliases of one document, those inside of aliased parts counted each time: a bomb has millions. */
const mostAliases = 10_000;
const mostLetters = 64 * 1024 * 1024;
const mostNodes = 20_000_000;
const deepest = 200;

/**
 * The documents of a YAML 1.2 text as plain data. Throws InvalidInput, with line and column, for what is no YAML, keys
 * that are given twice, nesting beyond 200 levels, more than 10 000 aliases, and the key '__proto__'.
 */
export function readYaml(text: string, where: string): unknown[] {
  if (text.length > mostLetters)
    throw new InvalidInput(where, `has ${text.length} letters; at most ${mostLetters} of YAML are read.`);
  // The parser follows nesting with the stack: what is far deeper than allowed is refused before.
  if (opened(text) > deepest) throw new InvalidInput(where, `is nested deeper than ${deepest} levels.`);
  const lines = new LineCounter();
  try {
    const documents = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
    if (!Array.isArray(documents)) return [];
    return documents.map((document) => {
      const [error] = document.errors;
      if (error !== undefined) {
        const { line, col } = lines.linePos(error.pos[0]);
        const problem = error.message.split('\n')[0].replace(/\.$/, '').slice(0, 200);
        throw new InvalidInput(where, `line ${line}, column ${col}: ${problem}.`);
      }
      const value: unknown = document.toJS({ maxAliasCount: mostAliases });
      checkPlain(value, where);
      return value;
    });
  } catch (error) {
    if (error instanceof InvalidInput) throw error;
    if (error instanceof ReferenceError)
      throw new InvalidInput(where, `has more than ${mostAliases} aliases, as bombs have.`);
    if (error instanceof RangeError) throw new InvalidInput(where, `is nested deeper than ${deepest} levels.`);
    throw new InvalidInput(
      where,
      `is not YAML (${error instanceof Error ? error.message.split('\n')[0] : 'unreadable'}).`,
    );
  }
}

/** The most brackets and dashes of lists that are open at once, quotes not heeded. */
function opened(text: string): number {
  let most = 0;
  let depth = 0;
  let dashes = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x5b || c === 0x7b) most = Math.max(most, ++depth);
    else if (c === 0x5d || c === 0x7d) depth = Math.max(0, depth - 1);
    else if (c === 0x0a) dashes = 0;
    else if (c === 0x2d && text.charCodeAt(i + 1) === 0x20) most = Math.max(most, ++dashes);
  }
  return most;
}

/** Refuses the key '__proto__', and what is too deep or too large, aliases written out. */
function checkPlain(document: unknown, where: string): void {
  let nodes = 0;
  const walk = (value: unknown, depth: number): void => {
    if (++nodes > mostNodes)
      throw new InvalidInput(where, `has more than ${mostNodes} values with aliases written out.`);
    if (depth > deepest) throw new InvalidInput(where, `is nested deeper than ${deepest} levels.`);
    if (typeof value !== 'object' || value === null) return;
    if (Object.hasOwn(value, '__proto__')) throw new InvalidInput(where, "the key '__proto__' is refused.");
    for (const child of Object.values(value)) walk(child, depth + 1);
  };
  walk(document, 0);
}
