/** What a folder of files says of itself. */
export interface CrateAbout {
  readonly name: string;
  readonly description: string;
  readonly references: readonly string[];
  readonly version: string;
  /** ISO date, '2026-11-27'. */
  readonly date: string;
}

const mediaTypes: Readonly<Record<string, string>> = {
  json: 'application/json',
  yaml: 'application/yaml',
  csv: 'text/csv',
  txt: 'text/plain',
};

/** `ro-crate-metadata.json` of a folder with these files (RO-Crate 1.1): what, from whom, under which licence. */
export function roCrateOf(
  { name, description, references, version, date }: CrateAbout,
  files: readonly string[],
): string {
  const document = {
    '@context': 'https://w3id.org/ro/crate/1.1/context',
    '@graph': [
      {
        '@id': 'ro-crate-metadata.json',
        '@type': 'CreativeWork',
        conformsTo: { '@id': 'https://w3id.org/ro/crate/1.1' },
        about: { '@id': './' },
      },
      {
        '@id': './',
        '@type': 'Dataset',
        name,
        description,
        datePublished: date,
        license: { '@id': 'https://creativecommons.org/publicdomain/zero/1.0/' },
        hasPart: files.map((file) => ({ '@id': file })),
        mentions: [{ '@id': '#spillway' }],
        citation: references,
      },
      { '@id': '#spillway', '@type': 'SoftwareApplication', name: 'Spillway', version },
      ...files.map((file) => ({
        '@id': file,
        '@type': 'File',
        name: file,
        encodingFormat: mediaTypes[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
      })),
    ],
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
