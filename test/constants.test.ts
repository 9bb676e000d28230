import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { massOf } from '../src/search/index.ts';
import { root } from './architecture/source-files.ts';

const texts = ['src', 'searches', 'limits'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .map((path) => ({ path: `${folder}/${path}`, text: readFileSync(join(root, folder, path), 'utf8') })),
);
const filesWith = (pattern: RegExp) => texts.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

it.each([
  ['fine-structure constant', /137\.0359|0\.0072973/, 'src/physics/production/standard-model.ts'],
  ['mass of the charged kaon', /493\.?677/, 'src/physics/particles/particle-data.ts'],
  ['mass of the charged pion', /139\.?570/, 'src/physics/particles/particle-data.ts'],
  ['mass of the muon', /105\.?65837/, 'src/physics/particles/particle-data.ts'],
  ['speed of light', /299_?792_?458/, 'src/units/quantity.ts'],
  ['ħc', /1\.97326/, 'src/units/quantity.ts'],
])('the %s stands once', (_, pattern, path) => {
  expect(filesWith(pattern)).toEqual([path]);
});

it('searches take masses from the table of particles', () => {
  // Particle Data Group 2024, GeV.
  expect(massOf('K+')).toBe(0.493677);
  expect(massOf('pi0')).toBeCloseTo(0.1349768, 7);
});
