export { exportableRun } from '../../modes/kaon/exportable.ts';
export { tablesOfRun } from '../../modes/kaon/tables.ts';
export type { Exportable } from '../../search/results/exportable.ts';
export { type ExportTable, fileNameOf } from '../../search/results/table.ts';
export { csvOf } from './csv.ts';
export { hepDataSubmission } from './hepdata.ts';
export { checkHepData, type HepDataSubmission } from './hepdata-schema.ts';
export { yamlDocuments, yamlOf } from './yaml.ts';
