import { expect, it } from 'vitest';
import { parquetEncoder } from '../../src/formats/events/parquet-table.ts';
import { readLikelihood } from '../../src/formats/likelihoods/read-likelihood.ts';
import { readAnything } from '../../src/formats/read-anything.ts';
import { EventRandom, streamKey } from '../../src/math/random/index.ts';
import { InvalidInput } from '../../src/schema/index.ts';
import { beside, companions, histograms, joined, packed, samples, submission, zipOf } from './samples.ts';

/** `node scripts/mutated-inputs.mjs` asks for many more. */
const COUNT = Number(process.env['MUTATED_INPUTS'] ?? 3000);

const splices = [
  '',
  '\0',
  '"',
  '[',
  '{',
  '&a ',
  '*a',
  '__proto__',
  '"__proto__":{"polluted":1},',
  '1e999',
  '-',
  'NaN',
  '\n',
  ',',
  '<',
  '>',
  '%',
  '99999999999999999999',
  '\uFEFF',
  '- ',
  'imax',
  '$PROCESS',
  '→',
];

const table = {
  fields: [{ name: 'x', unit: '', integer: false }],
  notes: {},
  rows: 3,
  columns: [Float64Array.of(1, 2, 3)],
};
const encoder = parquetEncoder(table);

it(`${COUNT} mutated files are read or refused in a sentence, by what they are and as likelihoods`, async () => {
  const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
  const files = [
    ...samples.map(([, , text]) => encode(text)),
    joined([...encoder.start(), ...encoder.add(table), ...encoder.finish()]),
    await packed(histograms),
    zipOf({ 'submission.yaml': submission, 'table1.yaml': companions['table1.yaml'] }),
  ];
  const random = new EventRandom(streamKey(14, 'mutated inputs'));
  const faults: string[] = [];
  for (let i = 0; i < COUNT; i++) {
    random.start(i);
    const pick = (n: number): number => Math.floor(random.uniform() * n);
    let bytes = files[pick(files.length)];
    for (let change = pick(3); change >= 0; change--) {
      const at = pick(bytes.length + 1);
      const kind = pick(4);
      if (kind === 0) bytes = bytes.slice(0, at);
      else if (kind === 1) bytes = joined([bytes.slice(0, at), encode(splices[pick(splices.length)]), bytes.slice(at)]);
      else if (kind === 2) bytes = joined([bytes.slice(0, at), bytes.slice(at + pick(20))]);
      else if (bytes.length > 0) {
        bytes = bytes.slice();
        bytes[Math.min(at, bytes.length - 1)] = pick(256);
      }
    }
    const started = performance.now();
    for (const read of [readAnything, readLikelihood])
      await read(bytes, 'file', beside).catch((error: unknown) => {
        const fine = error instanceof InvalidInput && !/undefined|\[object/.test(error.message);
        if (!fine) faults.push(`${i}: ${error instanceof Error ? error.stack?.slice(0, 300) : String(error)}`);
      });
    if (performance.now() - started > 20_000) faults.push(`${i}: too long`);
    if (faults.length > 12) break;
  }
  expect(faults).toEqual([]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
}, 3_600_000);
