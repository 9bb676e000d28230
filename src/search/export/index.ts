export { csvOf } from './csv.ts';
export { type ExportTable, fileNameOf } from './export-table.ts';
export { type Exportable, exportableRun } from './exportable.ts';
export { hepDataSubmission } from './hepdata.ts';
export { checkHepData, type HepDataSubmission } from './hepdata-schema.ts';
export { tablesOfRun } from './tables-of-run.ts';
export { yamlDocuments, yamlOf } from './yaml.ts';
