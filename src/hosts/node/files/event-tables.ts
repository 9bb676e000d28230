import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { EventTable } from '../../../events/event-table.ts';
import { csvEncoder, readCsv } from '../../../formats/events/csv-table.ts';
import { type HepmcEvent, readHepmc3 } from '../../../formats/events/hepmc3-reader.ts';
import { parquetEncoder, readParquet } from '../../../formats/events/parquet-table.ts';
import { InvalidInput } from '../../../schema/index.ts';
import { diskError } from './disk-error.ts';
import { writeWhole } from './write-file.ts';

async function bytesOf(file: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    throw diskError(file, 'read', error);
  }
}

/** Writes a table as .parquet or .csv, whole or not at all. Throws InvalidInput for another ending or a bad disk. */
export async function writeEventTable(file: string, table: EventTable): Promise<void> {
  checkTableEnding(file);
  const encoder = file.toLowerCase().endsWith('.csv') ? csvEncoder(table) : parquetEncoder(table);
  await writeWhole(file, [...encoder.start(), ...encoder.add(table), ...encoder.finish()]);
}

/**
 * Reads a table of events: Parquet (.parquet) or comma-separated values (.csv). Throws InvalidInput for another ending,
 * a file that cannot be read or is not whole, and anything in it that is not a number.
 */
export async function readEventTable(file: string): Promise<EventTable> {
  checkTableEnding(file);
  const bytes = await bytesOf(file);
  if (file.toLowerCase().endsWith('.csv')) return readCsv(new TextDecoder().decode(bytes), file);
  return readParquet(bytes.buffer, file);
}

/** All events of a HepMC3 text file, in GeV and metres. Throws InvalidInput when it is not one, or not whole. */
export async function readHepmc3File(file: string): Promise<readonly HepmcEvent[]> {
  return readHepmc3(new TextDecoder().decode(await bytesOf(file)), file).events;
}

function checkTableEnding(file: string): void {
  if (!/\.(parquet|csv)$/i.test(file))
    throw new InvalidInput(file, `tables are read and written as .parquet or .csv; '${basename(file)}' is neither.`);
}
