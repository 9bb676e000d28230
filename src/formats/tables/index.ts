import type { ExportTable } from '../../search/results/table.ts';
import { csvOf as csvOfTable } from './csv-of-table.ts';
import { dataTableOf } from './data-table.ts';

export { exportableRun } from '../../modes/kaon/exportable.ts';
export { tablesOfRun } from '../../modes/kaon/tables.ts';
export type { Exportable } from '../../search/results/exportable.ts';
export { type ExportTable, fileNameOf } from '../../search/results/table.ts';
export { checkHepData, type HepDataSubmission } from './hepdata-schema.ts';
export { hepDataSubmission } from './hepdata-submission.ts';
export { yamlDocuments, yamlOf } from './yaml.ts';

/** A table of a run as CSV. */
export const csvOf = (table: ExportTable): string => csvOfTable(dataTableOf(table));
