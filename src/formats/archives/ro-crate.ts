/** What a folder of files says of itself. */
export interface CrateAbout {
  readonly name: string;
  readonly description: string;
  readonly references: readonly string[];
  readonly version: string;
  /** ISO date, '2026-11-27'. */
  readonly date: string;
  /** What the parameter of a likelihood among the files stands for, by file. */
  readonly meanings?: Readonly<Record<string, CrateMeaning>>;
}

/** What the parameter of a likelihood stands for, its value at μ = 1, and where the count in it comes from. */
export interface CrateMeaning {
  readonly parameter: string;
  readonly unit: number;
  readonly count: string;
}

const mediaTypes: Readonly<Record<string, string>> = {
  json: 'application/json',
  yaml: 'application/yaml',
  csv: 'text/csv',
  txt: 'text/plain',
};

/** `ro-crate-metadata.json` of a folder with these files (RO-Crate 1.1): what, from whom, under which licence. */
export function roCrateOf(
  { name, description, references, version, date, meanings = {} }: CrateAbout,
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
        ...(Object.hasOwn(meanings, file) ? { variableMeasured: { '@id': `#mu of ${file}` } } : {}),
      })),
      ...Object.entries(meanings).map(([file, { parameter, unit, count }]) => ({
        '@id': `#mu of ${file}`,
        '@type': 'PropertyValue',
        propertyID: 'mu',
        name: parameter,
        value: unit,
        description: 'The value of the named quantity at mu = 1.',
        measurementTechnique: `count: ${count}`,
      })),
    ],
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** What a crate says of the parameter of a likelihood in one of its files; undefined where it says nothing. */
export function meaningInCrate(crate: unknown, file: string): CrateMeaning | undefined {
  const graph = isObject(crate) ? crate['@graph'] : undefined;
  if (!Array.isArray(graph)) return undefined;
  const found = graph.find((entry) => isObject(entry) && entry['@id'] === `#mu of ${file}`);
  if (!isObject(found)) return undefined;
  const { name, value, measurementTechnique } = found;
  if (typeof name !== 'string' || typeof value !== 'number' || !(value > 0)) return undefined;
  const count = typeof measurementTechnique === 'string' ? measurementTechnique.replace(/^count: /, '') : 'run';
  return { parameter: name, unit: value, count };
}
