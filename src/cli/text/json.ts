import { InvalidInput } from '../../schema/index.ts';

/**
 * Throws InvalidInput, naming their paths, when numbers of a document that leaves are not finite: an absent number is
 * `null` with a `reason` beside it, and that is for the command to say.
 */
export function requireFinite(document: object): void {
  const paths: string[] = [];
  findNonFinite(document, '', paths);
  if (paths.length === 0) return;
  throw new InvalidInput(
    'result',
    `no finite number comes out at ${paths.join(', ')}; the numbers that went in are too large, too small or too far apart.`,
  );
}

/** The document as JSON text, indented, with a final newline. */
export function jsonText(document: object): string {
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function findNonFinite(value: unknown, path: string, found: string[]): void {
  if (typeof value === 'number' && !Number.isFinite(value)) found.push(path);
  if (typeof value !== 'object' || value === null || found.length > 3) return;
  for (const [key, child] of Object.entries(value)) findNonFinite(child, path === '' ? key : `${path}.${key}`, found);
}
