import { expect, test } from 'vitest';
import { allocateCandidateBlock } from '../../events/candidate-block.ts';
import { candidateTable } from '../../events/candidate-table.ts';
import { columnOf } from '../../events/event-table.ts';
import { parquetEncoder, readParquet } from './parquet-table.ts';

test('selected candidates go to Parquet, block by block, and come back to the same bits', async () => {
  const block = allocateCandidateBlock(4, [
    { role: 'mu-', mass: 0.1056583755, charge: -1 },
    { role: 'e+', mass: 0.51099895e-3, charge: 1 },
  ]);
  const table = candidateTable(block, { search: 'a search' });
  const encoder = parquetEncoder(table.head);
  const chunks = encoder.start();
  const expected: number[][] = [];
  for (const [firstEvent, count] of [
    [0, 3],
    [1024, 0],
    [2048, 4],
  ]) {
    block.count = count;
    for (let i = 0; i < count; i++) {
      block.row[i] = 10 * i;
      block.weight[i] = 1 / (firstEvent + i + 3);
      block.weightLow[i] = block.weight[i] / 2;
      block.weightHigh[i] = block.weight[i] * 2;
      block.vertex.z[i] = 100 + i / 3;
      block.particles[1].momentum.px[i] = -i / 7;
      block.particles[0].calorimeterX[i] = i / 9;
      block.muonTiles[i] = i;
      const { weight, weightLow, weightHigh, vertex, particles, muonTiles } = block;
      expected.push([
        firstEvent + 10 * i,
        weight[i],
        weightLow[i],
        weightHigh[i],
        vertex.z[i],
        particles[1].momentum.px[i],
        particles[0].calorimeterX[i],
        muonTiles[i],
      ]);
    }
    chunks.push(...encoder.add(table.rows(firstEvent)));
  }
  chunks.push(...encoder.finish());
  const bytes = Uint8Array.from(chunks.flatMap((chunk) => [...(chunk as Uint8Array)]));
  const read = await readParquet(bytes.buffer);
  expect(read.rows).toBe(7);
  expect(read.notes).toEqual({ search: 'a search' });
  expect(read.fields).toEqual(table.head.fields);
  const names = [
    'event',
    'weight',
    'weight_low',
    'weight_high',
    'vertex_z',
    'e+_px',
    'mu-_calorimeter_x',
    'muon_tiles',
  ];
  names.forEach((name, k) => {
    expect([...columnOf(read, name)]).toEqual(expected.map((row) => row[k]));
  });
});
