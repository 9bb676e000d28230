const plainKey = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * A plain document as YAML 1.2, block style: words are double-quoted JSON strings, which YAML reads as they are, and
 * numbers plain. Keys that are undefined are left out. Throws RangeError for NaN and infinities.
 */
export function yamlOf(document: unknown): string {
  return `${block(document, '')}\n`;
}

/** Several documents in one text. */
export const yamlDocuments = (documents: readonly unknown[]): string =>
  documents.map((document) => `---\n${yamlOf(document)}`).join('');

function scalar(value: unknown): string | undefined {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`${value} has no place in a document`);
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return numberText(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value) && value.length === 0) return '[]';
  if (typeof value === 'object' && Object.keys(value).length === 0) return '{}';
  return undefined;
}

/** Readers of YAML 1.1 take '1e-7' for a word: a point makes it a number to all of them. */
function numberText(value: number | boolean | null): string {
  const text = String(value);
  return /^-?\d+e/.test(text) ? text.replace('e', '.0e') : text;
}

function block(value: unknown, indent: string): string {
  const simple = scalar(value);
  if (simple !== undefined) return simple;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return value.map((item) => `${indent}- ${block(item, inner).replace(/^\s+/, '')}`).join('\n');
  }
  return Object.entries(value as Record<string, unknown>)
    .filter(([, child]) => child !== undefined)
    .map(([key, child]) => {
      const name = plainKey.test(key) ? key : JSON.stringify(key);
      const text = scalar(child);
      return text === undefined ? `${indent}${name}:\n${block(child, inner)}` : `${indent}${name}: ${text}`;
    })
    .join('\n');
}
