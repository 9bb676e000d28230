import { type AsyncBuffer, parquetMetadataAsync, parquetRead, type SchemaElement } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import {
  checkRows,
  type EventTable,
  type TableField,
  type TableHead,
  type TableRows,
} from '../../events/event-table.ts';
import { InvalidInput } from '../../schema/index.ts';
import type { Chunk, Encoder } from './encoder.ts';

/** Rows of one row group: what a reader takes at a time. */
const groupRows = 65536;
const unitsKey = 'units';
/** A broken head may claim any number of rows. */
const mostCells = 2 ** 28;

/** A writer whose bytes are taken away after every row group, so that memory does not grow with the file. */
class DrainedWriter extends ByteWriter {
  drain(): Chunk[] {
    const bytes = new Uint8Array(this.buffer.slice(0, this.index));
    this.index = 0;
    return bytes.length === 0 ? [] : [bytes];
  }
}

function schemaOf(fields: readonly TableField[]): SchemaElement[] {
  return [
    { name: 'events', num_children: fields.length },
    ...fields.map(
      ({ name, integer }): SchemaElement => ({
        name,
        type: integer ? 'INT64' : 'DOUBLE',
        repetition_type: 'REQUIRED',
      }),
    ),
  ];
}

/**
 * A table as Apache Parquet, uncompressed: columns DOUBLE, or INT64 for whole numbers, all required. The key-value
 * metadata holds the units as JSON under 'units' (column → unit) and every note under its own name. Row groups of
 * 65 536 rows.
 */
export function parquetEncoder(head: TableHead): Encoder<TableRows> {
  const { fields, notes } = head;
  const units = Object.fromEntries(fields.map(({ name, unit }) => [name, unit]));
  const sink = new DrainedWriter();
  const writer = new ParquetWriter({
    writer: sink,
    schema: schemaOf(fields),
    codec: 'UNCOMPRESSED',
    statistics: false,
    kvMetadata: Object.entries({ [unitsKey]: JSON.stringify(units), ...notes }).map(([key, value]) => ({ key, value })),
    createdBy: 'spillway',
  });
  const reals = fields.map(({ integer }) => new Float64Array(integer ? 0 : groupRows));
  const integers = fields.map(({ integer }) => new BigInt64Array(integer ? groupRows : 0));
  let filled = 0;
  const flush = (): void => {
    if (filled === 0) return;
    writer.write({
      columnData: fields.map(({ name, integer }, k) => ({
        name,
        data: integer ? integers[k].subarray(0, filled) : reals[k].subarray(0, filled),
        encoding: 'PLAIN',
        offsetIndex: false,
      })),
      rowGroupSize: groupRows,
    });
    filled = 0;
  };
  return {
    start: () => sink.drain(),
    add(table) {
      checkRows(head, table);
      for (let done = 0; done < table.rows; ) {
        const part = Math.min(groupRows - filled, table.rows - done);
        fields.forEach(({ integer }, k) => {
          const from = table.columns[k];
          if (integer) for (let i = 0; i < part; i++) integers[k][filled + i] = BigInt(from[done + i]);
          else for (let i = 0; i < part; i++) reals[k][filled + i] = from[done + i];
        });
        filled += part;
        done += part;
        if (filled === groupRows) flush();
      }
      return sink.drain();
    },
    finish() {
      flush();
      writer.finish();
      return sink.drain();
    },
  };
}

function fieldOf({ name, type }: SchemaElement, units: Readonly<Record<string, unknown>>, where: string): TableField {
  if (type === undefined || !['DOUBLE', 'FLOAT', 'INT32', 'INT64'].includes(type))
    throw new InvalidInput(where, `column '${name ?? ''}' is ${type ?? 'nested'}; only columns of numbers are read.`);
  const unit = units[name];
  return { name, unit: typeof unit === 'string' ? unit : '', integer: type.startsWith('INT') };
}

interface ReadChunk {
  readonly columnName: string;
  readonly columnData: ArrayLike<unknown>;
  readonly rowStart: number;
}

function unitsOf(text: string | undefined): Record<string, unknown> {
  try {
    const units: unknown = JSON.parse(text ?? '{}');
    return typeof units === 'object' && units !== null ? { ...units } : {};
  } catch {
    return {};
  }
}

/**
 * Reads a Parquet file of number columns, such as `parquetEncoder` writes (uncompressed or Snappy). `where` names the
 * file in messages. Throws InvalidInput for a file that is not whole or not Parquet, for columns of other types, for
 * gaps, NaN and infinities, and for whole numbers beyond 2^53.
 */
export async function readParquet(bytes: ArrayBuffer, where = 'Parquet'): Promise<EventTable> {
  const file: AsyncBuffer = { byteLength: bytes.byteLength, slice: (start, end) => bytes.slice(start, end) };
  const broken = (error: unknown) =>
    new InvalidInput(
      where,
      `not a whole Parquet file (${error instanceof Error && error.name === 'Error' && !error.message.includes('undefined') ? error.message : 'its structure is broken'}).`,
    );
  const metadata = await parquetMetadataAsync(file).catch((error: unknown) => {
    throw broken(error);
  });
  const { schema, key_value_metadata: pairs = [] } = metadata;
  const { [unitsKey]: unitsText, ...notes } = Object.fromEntries(pairs.map(({ key, value }) => [key, value ?? '']));
  const fields = schema.slice(1).map((element) => fieldOf(element, unitsOf(unitsText), where));
  const rows = Number(metadata.num_rows);
  if (!(rows >= 0 && rows * fields.length <= mostCells))
    throw new InvalidInput(where, `says that it has ${rows} rows.`);
  const columns = fields.map(() => new Float64Array(rows));
  const index = new Map(fields.map(({ name }, k) => [name, k]));
  const problems: InvalidInput[] = [];
  const onChunk = ({ columnName, columnData, rowStart }: ReadChunk) => {
    const column = columns[index.get(columnName)!];
    for (let i = 0; i < columnData.length; i++) {
      const found = columnData[i];
      const value = typeof found === 'number' || typeof found === 'bigint' ? Number(found) : Number.NaN;
      const exact = typeof found === 'bigint' ? Number.isSafeInteger(value) : Number.isFinite(value);
      if (!exact && problems.length === 0)
        problems.push(
          new InvalidInput(
            where,
            `column '${columnName}', row ${rowStart + i + 1}: ${found ?? 'no value'} is no number.`,
          ),
        );
      column[rowStart + i] = value;
    }
  };
  await parquetRead({ file, metadata, onChunk }).catch((error: unknown) => {
    throw broken(error);
  });
  if (problems.length > 0) throw problems[0];
  return { fields, notes, rows, columns };
}
