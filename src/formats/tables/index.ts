export { csvOf } from './csv.ts';
export { type ExportTable, fileNameOf } from '../../search/results/table.ts';
export { type Exportable, exportableRun } from '../../modes/kaon/exportable.ts';
export { hepDataSubmission } from './hepdata.ts';
export { checkHepData, type HepDataSubmission } from './hepdata-schema.ts';
export { tablesOfRun } from '../../modes/kaon/tables.ts';
export { yamlDocuments, yamlOf } from './yaml.ts';
