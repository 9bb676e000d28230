import { expect, it } from 'vitest';
import { searches } from '../../../../../searches/index.ts';
import { kaonReading } from '../../../../interpretation/kaon-readings/index.ts';
import type { SearchDocument } from '../../../../search/kaon-search.ts';
import type { MassScan } from '../../../../search/sections/mass-scan.ts';
import { analysisOf } from '../index.ts';
import { scanSamples } from './samples.ts';

const search = searches['kaon-pis'] as unknown as SearchDocument;
const { prepare } = kaonReading('kaon-pis', 'dark-photon');
const scan = prepare(search.analyses?.['masses'] as MassScan);
const check = (section: MassScan) => analysisOf(section, 'test').check(section, search, 'test');

it('simulates lifetimes of one particle with the other mass as it is fixed', () => {
  expect(() => check(scan)).not.toThrow();
  const lived = scanSamples(scan, search, 1000).filter(({ name }) => name.includes('cτ'));
  expect(lived).toHaveLength(15);
  for (const { hidden } of lived) expect(hidden?.['S']).toEqual({ mass: 0.2, lifetime: 'prompt' });
  const [prompt, , , , longest] = lived.filter(({ hidden }) => hidden?.['A'].mass === 0.05);
  expect(prompt.hidden?.['A'].lifetime).toBe('prompt');
  expect(longest.hidden?.['A'].lifetime).toBe(1);
});

it('refuses lifetimes where the other mass is scanned too', () => {
  const { S } = scan.masses;
  const both = { ...scan, masses: { ...scan.masses, S: { ...S, to: 0.3 as typeof S.to } } };
  expect(() => check(both)).toThrow('others fixed');
});
