import * as v from 'valibot';
import { InvalidInput } from '../../schema/index.ts';

const number = v.pipe(v.number(), v.finite());
const word = v.union([v.string(), number]);
const header = v.strictObject({ name: v.string(), units: v.optional(v.string()) });
const error = v.union([
  v.strictObject({ symerror: word, label: v.optional(v.string()) }),
  v.strictObject({ asymerror: v.strictObject({ minus: word, plus: word }), label: v.optional(v.string()) }),
]);

/** A data file: independent and dependent variables. */
const dataSchema = v.strictObject({
  independent_variables: v.array(
    v.strictObject({
      header,
      values: v.array(
        v.union([
          v.strictObject({ value: word }),
          v.strictObject({ low: number, high: number, value: v.optional(number) }),
        ]),
      ),
    }),
  ),
  dependent_variables: v.array(
    v.strictObject({
      header,
      qualifiers: v.optional(v.array(v.strictObject({ name: v.string(), value: word, units: v.optional(v.string()) }))),
      values: v.array(v.strictObject({ value: word, errors: v.optional(v.array(error)) })),
    }),
  ),
});

const short = (most: number) => v.pipe(v.string(), v.maxLength(most));
const license = v.strictObject({ name: short(256), url: short(256), description: v.optional(v.string()) });
const resources = v.array(
  v.strictObject({
    location: short(256),
    description: v.string(),
    type: v.optional(short(64)),
    license: v.optional(license),
  }),
);

/** A table's entry in submission.yaml. */
const tableSchema = v.strictObject({
  name: short(64),
  location: v.optional(short(256)),
  description: v.string(),
  keywords: v.array(
    v.strictObject({
      name: v.picklist(['cmenergies', 'observables', 'reactions', 'phrases']),
      values: v.array(v.union([short(128), number])),
    }),
  ),
  data_file: v.string(),
  data_license: v.optional(license),
  additional_resources: v.optional(resources),
  related_to_table_dois: v.optional(v.array(v.string())),
  data_schema: v.optional(v.string()),
  table_doi: v.optional(v.string()),
});

/** The first document of submission.yaml. */
const submissionSchema = v.looseObject({
  comment: v.optional(v.string()),
  additional_resources: v.optional(resources),
});

export type HepDataFile = v.InferOutput<typeof dataSchema>;
export type HepDataTable = v.InferOutput<typeof tableSchema>;
export type HepDataHead = v.InferOutput<typeof submissionSchema>;

/** A submission: the head, the entries of its tables and their data files by name. */
export interface HepDataSubmission {
  readonly head: HepDataHead;
  readonly tables: readonly HepDataTable[];
  readonly files: Readonly<Record<string, HepDataFile>>;
}

function checked<S extends v.GenericSchema>(schema: S, document: unknown, where: string): v.InferOutput<S> {
  const result = v.safeParse(schema, document);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = v.getDotPath(issue);
  throw new InvalidInput(
    path === null ? where : `${where}: ${path}`,
    issue.received === 'undefined' ? 'this key is missing' : issue.message,
  );
}

/** A data file, held against the schema, all its variables equally long. Throws InvalidInput with the path. */
export function checkHepDataFile(document: unknown, where: string): HepDataFile {
  const file = checked(dataSchema, document, where);
  const lengths = [...file.independent_variables, ...file.dependent_variables].map(({ values }) => values.length);
  if (lengths.some((length) => length !== lengths[0]))
    throw new InvalidInput(where, `its variables have ${lengths.join(', ')} values`);
  return file;
}

/** A table's entry in submission.yaml, held against the schema. */
export const checkHepDataEntry = (document: unknown, where: string): HepDataTable =>
  checked(tableSchema, document, where);

/** The head of submission.yaml, held against the schema. */
export const checkHepDataHead = (document: unknown, where: string): HepDataHead =>
  checked(submissionSchema, document, where);

/**
 * Holds a submission against the rules of HEPData's schema 1.1.1 (github.com/HEPData/hepdata-validator) and those that
 * its checks add: table names are unique, each data file is there and listed once, all variables of a table have the
 * same number of values. Throws InvalidInput with the path of the first thing that is wrong.
 */
export function checkHepData({ head, tables, files }: HepDataSubmission): void {
  checked(submissionSchema, head, 'submission.yaml');
  const names = new Set<string>();
  const listed = new Set<string>();
  for (const table of tables) {
    checked(tableSchema, table, `submission.yaml, '${String(table.name)}'`);
    if (names.has(table.name)) throw new InvalidInput('submission.yaml', `the table '${table.name}' is there twice`);
    if (listed.has(table.data_file)) throw new InvalidInput('submission.yaml', `${table.data_file} is listed twice`);
    names.add(table.name);
    listed.add(table.data_file);
    const file = files[table.data_file];
    if (file === undefined) throw new InvalidInput('submission.yaml', `${table.data_file} does not exist`);
    checkHepDataFile(file, table.data_file);
  }
  for (const name of Object.keys(files))
    if (!listed.has(name)) throw new InvalidInput(name, 'is in no table of submission.yaml');
}
