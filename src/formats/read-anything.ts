import { InvalidInput } from '../schema/index.ts';
import { inflate } from './archives/inflate.ts';
import { ZipArchive } from './archives/zip.ts';
import type { ContentOf, What } from './content.ts';
import { eventFormats } from './events/registry.ts';
import type { Format } from './format.ts';
import { histogramFormats } from './histograms/registry.ts';
import { likelihoodFormats } from './likelihoods/registry.ts';
import { tableFormats } from './tables/registry.ts';
import { type Beside, largestFile, nothingBeside, UnknownFile } from './unknown-file.ts';

/** Every format by id; those with a mark of their own before columns of text, which nearly everything is. */
export const formats: Readonly<Record<string, Format>> = {
  ...likelihoodFormats,
  ...histogramFormats,
  ...eventFormats,
  ...tableFormats,
} as unknown as Readonly<Record<string, Format>>;

/** Content of any kind, with the format that it came in. */
export type AnyContent = {
  [W in What]: {
    readonly what: W;
    readonly format: string;
    readonly content: ContentOf[W];
    /** What the file said that has no place in the content. */
    readonly lost: readonly string[];
  };
}[What];

/** The formats that are read, for messages. */
export const readableFormats = (): string =>
  Object.values(formats)
    .filter(({ read }) => read !== undefined)
    .map(({ title }) => title.replace(/ \(.*/, ''))
    .join(', ');

/** The format of a file, by its content; undefined when none knows it. */
export const formatOf = (file: UnknownFile): Format | undefined =>
  Object.values(formats).find((format) => format.recognise(file));

/**
 * What is in a file, whatever it is called: likelihoods (pyhf, Combine, HistFactory XML), patchsets, histograms (UHI,
 * ROOT), tables (HEPData, CSV), events (HepMC3, Parquet, CSV, trees), plain, gzipped or in a ZIP archive. `beside` gives
 * files that the file names. Throws InvalidInput: what is wrong with the file, or that its content is not known, with
 * the list of formats.
 */
export async function readAnything(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  beside: Beside = nothingBeside,
): Promise<AnyContent> {
  const file = new UnknownFile(name, bytes, beside);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b)
    return readAnything(await inflate(bytes, 'gzip', largestFile, name), name.replace(/\.gz$/i, ''), beside);
  if (file.startsWith('PK\u0003\u0004')) return readArchive(new ZipArchive(bytes, name, largestFile), name);
  const format = formatOf(file);
  if (format?.read !== undefined) {
    const { content, lost } = await format.read(file);
    return { what: format.what, format: format.id, content, lost } as AnyContent;
  }
  if (format !== undefined) throw new InvalidInput(name, `is ${format.title}, which is written, not read.`);
  if (bytes.length === 0) throw new InvalidInput(name, 'is empty.');
  // What begins like JSON and is broken says where.
  if (file.looksLikeJson) file.json();
  throw new InvalidInput(name, `holds nothing that is known; taken are ${readableFormats()}.`);
}

/** A submission of HEPData, one file of any kind, or several tables. */
async function readArchive(archive: ZipArchive, name: string): Promise<AnyContent> {
  const { names } = archive;
  const heads = names.filter((path) => /(^|\/)submission\.yaml$/.test(path));
  const [head] = heads;
  if (heads.length > 1)
    throw new InvalidInput(name, `has ${heads.length} files submission.yaml; unpack the one that is meant.`);
  if (head !== undefined) {
    const folder = head.slice(0, head.length - 'submission.yaml'.length);
    const bytes = await archive.file(head);
    return readAnything(bytes ?? new Uint8Array(0), `${name}, ${head}`, (path) => archive.file(`${folder}${path}`));
  }
  const read: AnyContent[] = [];
  for (const path of names.filter((one) => !/(^|\/)(\.|__MACOSX)/.test(one))) {
    const bytes = await archive.file(path);
    if (bytes === null || /\.zip$/i.test(path)) continue;
    const found = formatOf(new UnknownFile(path, bytes));
    if (found?.read === undefined) continue;
    const folder = path.replace(/[^/]*$/, '');
    read.push(await readAnything(bytes, `${name}, ${path}`, (other) => archive.file(`${folder}${other}`)));
  }
  const [first, ...others] = read;
  if (first === undefined) throw new InvalidInput(name, `holds ${names.length} files, none of a known format.`);
  if (others.length === 0) return first;
  const tables = read.flatMap((one) => (one.what === 'tables' ? [one] : []));
  if (tables.length < read.length)
    throw new InvalidInput(
      name,
      `holds ${read.length} files that can be read (${read.map(({ format }) => format).join(', ')}); unpack the one that is meant.`,
    );
  return {
    what: 'tables',
    format: tables[0].format,
    content: {
      comment: '',
      tables: tables.flatMap(({ content }) => content.tables),
      attached: tables.flatMap(({ content }) => content.attached),
    },
    lost: tables.flatMap(({ lost }) => lost),
  };
}
