import { csvEncoder, readCsv } from './csv-table.ts';
import { decayTableEncoder } from './decay-table.ts';
import { defineEventFormat } from './event-format.ts';

export default defineEventFormat({
  id: 'event-csv',
  title: 'table of events as CSV (columns event, weight, …)',
  what: 'rows',
  endings: ['.csv'],
  recognise: ({ head }) => /^"?event"?,"?weight/.test(head),
  read: (file) => ({ content: readCsv(file.text(), file.name), lost: [] }),
  write(rows, name) {
    const encoder = csvEncoder(rows);
    const notes = Object.keys(rows.notes).map((note) => `the note '${note}'`);
    return { files: { [`${name}.csv`]: [...encoder.start(), ...encoder.add(rows), ...encoder.finish()] }, lost: notes };
  },
  encode: (tree, weightNames, about) => decayTableEncoder(csvEncoder, tree, weightNames, about),
});
