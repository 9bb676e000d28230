import { decayTableEncoder } from './decay-table.ts';
import { defineEventFormat } from './event-format.ts';
import { parquetEncoder, readParquet } from './parquet-table.ts';

export default defineEventFormat({
  id: 'parquet',
  title: 'Apache Parquet (columns of numbers)',
  what: 'rows',
  endings: ['.parquet'],
  recognise: (file) => file.startsWith('PAR1'),
  read: async (file) => ({ content: await readParquet(file.bytes.slice().buffer, file.name), lost: [] }),
  write(rows, name) {
    const encoder = parquetEncoder(rows);
    return {
      files: { [`${name}.parquet`]: [...encoder.start(), ...encoder.add(rows), ...encoder.finish()] },
      lost: [],
    };
  },
  encode: (tree, weightNames, about) => decayTableEncoder(parquetEncoder, tree, weightNames, about),
});
