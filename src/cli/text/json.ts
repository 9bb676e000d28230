/**
 * The document as JSON text, indented, with a final newline. Throws when a number is not finite, naming its path: an
 * absent number is `null` with a `reason` beside it, and that is for the command to say.
 */
export function jsonText(document: object): string {
  const paths: string[] = [];
  findNonFinite(document, '', paths);
  if (paths.length > 0) throw new Error(`the result is not finite at ${paths.join(', ')}`);
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function findNonFinite(value: unknown, path: string, found: string[]): void {
  if (typeof value === 'number' && !Number.isFinite(value)) found.push(path);
  if (typeof value !== 'object' || value === null || found.length > 3) return;
  for (const [key, child] of Object.entries(value)) findNonFinite(child, path === '' ? key : `${path}.${key}`, found);
}
