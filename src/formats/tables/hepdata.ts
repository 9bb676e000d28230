import type { Exportable } from '../../search/results/exportable.ts';
import { type ExportTable, fileNameOf } from '../../search/results/table.ts';
import { checkHepData, type HepDataFile, type HepDataSubmission } from './hepdata-schema.ts';

const units = (unit: string | undefined) => (unit === undefined || unit === '' ? {} : { units: unit });

function dataFile({ independent, dependent }: ExportTable): HepDataFile {
  return {
    independent_variables: independent.map(({ name, unit, values }) => ({
      header: { name, ...units(unit) },
      values: values.map((value) =>
        value !== null && typeof value === 'object' ? { low: value.low, high: value.high } : { value: value ?? '-' },
      ),
    })),
    dependent_variables: dependent.map(({ name, unit, values, errors, qualifier }) => ({
      header: { name, ...units(unit) },
      ...(qualifier === undefined ? {} : { qualifiers: [{ name: 'origin', value: qualifier }] }),
      values: values.map((value, i) => {
        const error = errors?.[i] ?? null;
        // An absent number is a dash, as the format has it.
        return typeof value === 'number' && error !== null
          ? { value, errors: [{ symerror: error, label: 'total' }] }
          : { value: value ?? '-' };
      }),
    })),
  };
}

/** A run as a HEPData submission, checked against the schema: one data file per table. */
export function hepDataSubmission({
  title,
  summary,
  references,
  reaction,
  digest,
  tables,
}: Exportable): HepDataSubmission {
  const named = tables.map((table, i) => ({ table, file: `table_${i + 1}_${fileNameOf(table.name)}.yaml` }));
  const submission: HepDataSubmission = {
    head: {
      comment: `${title}: a fast simulation by Spillway, not a measurement. ${summary} References of the published numbers: ${references.join('; ')}. Digest of the result: ${digest}.`,
    },
    tables: named.map(({ table, file }) => ({
      name: table.name,
      description: table.description,
      keywords: [
        { name: 'reactions', values: [reaction.replace(/->/g, '-->').slice(0, 128)] },
        { name: 'observables', values: ['BR'] },
        { name: 'phrases', values: ['simulation', 'rare decays'] },
      ],
      data_file: file,
    })),
    files: Object.fromEntries(named.map(({ table, file }) => [file, dataFile(table)])),
  };
  checkHepData(submission);
  return submission;
}
