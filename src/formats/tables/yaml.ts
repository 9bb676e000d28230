import {
  type CreateNodeOptions,
  type DocumentOptions,
  type SchemaOptions,
  stringify,
  type ToStringOptions,
} from 'yaml';

/** Readers of YAML 1.1 take '1e-7' for a word: a point makes it a number to all of them. */
function numberText(value: number): string {
  const text = String(value);
  return /^-?\d+e/.test(text) ? text.replace('e', '.0e') : text;
}

const options: DocumentOptions & SchemaOptions & CreateNodeOptions & ToStringOptions = {
  defaultKeyType: 'PLAIN',
  defaultStringType: 'QUOTE_DOUBLE',
  aliasDuplicateObjects: false,
  lineWidth: 0,
  customTags: (tags) => [
    {
      tag: 'tag:yaml.org,2002:float',
      default: true,
      identify: (value) => typeof value === 'number',
      test: /^[-+]?\d+\.\d+e[-+]?\d+$/,
      resolve: Number,
      stringify: ({ value }) => numberText(value as number),
    },
    ...tags,
  ],
};

/**
 * A plain document as YAML 1.2, block style: words double-quoted, numbers plain, no aliases. Keys that are undefined
 * are left out. Throws RangeError for NaN and infinities.
 */
export function yamlOf(document: unknown): string {
  const finite = (_key: unknown, value: unknown): unknown => {
    if (typeof value === 'number' && !Number.isFinite(value))
      throw new RangeError(`${value} has no place in a document`);
    return value;
  };
  return stringify(document, finite, options);
}

/** Several documents in one text. */
export const yamlDocuments = (documents: readonly unknown[]): string =>
  documents.map((document) => `---\n${yamlOf(document)}`).join('');
