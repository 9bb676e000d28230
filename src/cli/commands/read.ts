import { type ContentSummary, summaryOf } from '../../formats/content-summary.ts';
import { formats, readAnything } from '../../formats/read-anything.ts';
import { besideFile, fileOf, readBytes } from '../../hosts/node/files/read-bytes.ts';
import { defineCommand } from '../command.ts';
import { tableText } from '../text/table.ts';

/** What `read` gives. */
export interface ReadDocument extends ContentSummary {
  readonly file: string;
  readonly title: string;
}

const mostParts = 40;

export const readCommand = defineCommand({
  examples: ['read workspace.json', 'read HEPData-ins1797041-v1-yaml.zip --json'],
  details:
    'Says what a file is, by its content, and what is in it: pyhf workspaces and patchsets, Combine cards, HistFactory ' +
    'XML, histograms (UHI, ROOT), HEPData tables and submissions (folder, ZIP, YAML, CSV), columns of text, Parquet, ' +
    'HepMC3; gzipped or not.',
  arguments: [{ name: 'FILE', brief: 'A file, or the folder of a HEPData submission', kind: 'required' }],
  options: {},
  run: async (_, [given]): Promise<ReadDocument> => {
    const file = await fileOf(given);
    const summary = summaryOf(await readAnything(await readBytes(file), file, besideFile(file)));
    return { file, title: formats[summary.format].title, ...summary };
  },
  print: ({ file, title, what, contents, notes, lost, use }) =>
    [
      `${file}: ${what}, ${title}`,
      '',
      tableText(contents.slice(0, mostParts).map(({ name, kind, size }) => [kind, name, size])),
      ...(contents.length > mostParts ? [`… ${contents.length - mostParts} more (--json lists them)`] : []),
      ...notes.map((note) => `Note: ${note}`),
      ...(lost.length === 0 ? [] : ['', `Not taken over: ${lost.join('; ')}`]),
      ...(use.length === 0 ? [] : ['', ...use.map((line) => `spillway ${line.replace('FILE', file)}`)]),
    ].join('\n'),
});
