import type { Exportable } from '../../search/results/exportable.ts';
import { fileNameOf } from '../../search/results/table.ts';
import { type DataTable, dataTableOf } from './data-table.ts';
import { checkHepData, type HepDataSubmission } from './hepdata-schema.ts';
import { hepDataFileOf } from './hepdata-table.ts';

const CC0 = { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' };

/** A file that goes with a submission: what it is, in words and as a type that HEPData knows. */
export interface AttachedFile {
  readonly location: string;
  readonly description: string;
  readonly type?: string;
}

/** Tables as a submission that was held against the schema: one data file per table, everything under CC0. */
export function submissionOf(
  comment: string,
  tables: readonly DataTable[],
  attached: readonly AttachedFile[] = [],
): HepDataSubmission {
  const named = tables.map((table, i) => ({ table, file: `table_${i + 1}_${fileNameOf(table.name)}.yaml` }));
  const submission: HepDataSubmission = {
    head: {
      comment,
      ...(attached.length === 0 ? {} : { additional_resources: attached.map((one) => ({ ...one, license: CC0 })) }),
    },
    tables: named.map(({ table: { name, description, keywords }, file }) => ({
      name,
      description,
      keywords: Object.entries(keywords).map(([key, values]) => ({ name: key as 'phrases', values: [...values] })),
      data_file: file,
      data_license: CC0,
    })),
    files: Object.fromEntries(named.map(({ table, file }) => [file, hepDataFileOf(table)])),
  };
  checkHepData(submission);
  return submission;
}

/** A run as a HEPData submission, checked against the schema: one data file per table, its likelihood attached. */
export function hepDataSubmission(
  { title, summary, references, reaction, digest, tables }: Exportable,
  attached: readonly AttachedFile[] = [],
): HepDataSubmission {
  const keywords = {
    reactions: [reaction.replace(/->/g, '-->').slice(0, 128)],
    observables: ['BR'],
    phrases: ['simulation', 'rare decays'],
  };
  return submissionOf(
    `${title}: a fast simulation by Spillway, not a measurement. ${summary} References of the published numbers: ${references.join('; ')}. Digest of the result: ${digest}.`,
    tables.map((table) => ({ ...dataTableOf(table), keywords })),
    attached,
  );
}
