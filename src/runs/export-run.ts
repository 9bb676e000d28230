import { join } from 'node:path';
import {
  csvOf,
  fileNameOf,
  hepDataSubmission,
  tablesOfRun,
  workspaceOfRun,
  yamlDocuments,
  yamlOf,
} from '../search/export/index.ts';
import type { RunPlan } from '../search/plan/run-plan.ts';
import type { RunDocument } from '../search/result/run-document.ts';
import { makeFolder, writeWhole } from './node/write-file.ts';

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
export async function exportRun(plan: RunPlan, run: RunDocument, format: ExportFormat, out: string): Promise<Exported> {
  const { files, note } = contentsOf(plan, run, format);
  await makeFolder(out);
  const written: string[] = [];
  for (const [name, text] of Object.entries(files)) {
    const path = join(out, name);
    await writeWhole(path, [text]);
    written.push(path);
  }
  return { files: written, note };
}

function contentsOf(
  plan: RunPlan,
  run: RunDocument,
  format: ExportFormat,
): { files: Record<string, string>; note: string } {
  if (format === 'pyhf') {
    const { workspace, count } = workspaceOfRun(run);
    const source =
      count.from === 'run'
        ? `the count of this run, ${run.data.kind}`
        : 'the published count; the box of this run is closed';
    return {
      files: { [`${run.search}.json`]: `${JSON.stringify(workspace, undefined, 2)}\n` },
      note: `observed ${count.observed}: ${source}; mu = 1 is a branching ratio of ${run.ses.value.toPrecision(4)}`,
    };
  }
  const tables = tablesOfRun(plan, run);
  const note = `${tables.length} tables; ${run.blind ? 'masked bins of the closed box are empty' : 'the box is open'}`;
  if (format === 'csv') {
    return { files: Object.fromEntries(tables.map((table) => [`${fileNameOf(table.name)}.csv`, csvOf(table)])), note };
  }
  const { head, tables: entries, files } = hepDataSubmission(plan, run, tables);
  return {
    files: {
      'submission.yaml': yamlDocuments([head, ...entries]),
      ...Object.fromEntries(Object.entries(files).map(([name, file]) => [name, yamlOf(file)])),
    },
    note,
  };
}
