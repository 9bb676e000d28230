import { join } from 'node:path';
import {
  csvOf,
  type Exportable,
  fileNameOf,
  hepDataSubmission,
  yamlDocuments,
  yamlOf,
} from '../../formats/tables/index.ts';
import { makeFolder, writeWhole } from './write-file.ts';

export const exportFormats = ['pyhf', 'hepdata', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What was written, and where the count in a likelihood comes from. */
export interface Exported {
  readonly files: readonly string[];
  readonly note: string;
}

/**
 * Writes a finished run to a folder: its likelihood as a pyhf workspace, a HEPData submission, or CSV tables. Nothing
 * masked is in them. Throws InvalidInput when the folder cannot be written.
 */
export async function exportRun(content: Exportable, format: ExportFormat, out: string): Promise<Exported> {
  const files = filesOf(content, format);
  await makeFolder(out);
  const written: string[] = [];
  for (const [name, text] of Object.entries(files)) {
    const path = join(out, name);
    await writeWhole(path, [text]);
    written.push(path);
  }
  const { tables, blind, likelihood } = content;
  const masked = blind ? 'masked counts of the closed box are left out' : 'the box is open';
  return { files: written, note: format === 'pyhf' ? likelihood.note : `${tables.length} tables; ${masked}` };
}

function filesOf(content: Exportable, format: ExportFormat): Record<string, string> {
  const { search, tables, likelihood } = content;
  if (format === 'pyhf') return { [`${search}.json`]: `${JSON.stringify(likelihood.workspace, undefined, 2)}\n` };
  if (format === 'csv')
    return Object.fromEntries(tables.map((table) => [`${fileNameOf(table.name)}.csv`, csvOf(table)]));
  const { head, tables: entries, files } = hepDataSubmission(content);
  return {
    'submission.yaml': yamlDocuments([head, ...entries]),
    ...Object.fromEntries(Object.entries(files).map(([name, file]) => [name, yamlOf(file)])),
  };
}
