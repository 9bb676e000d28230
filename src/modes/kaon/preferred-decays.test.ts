import { expect, it } from 'vitest';
import { searches } from '../../../searches/index.ts';
import { shareOfPreferredDecays } from './preferred-decays.ts';

const { selection } = searches['kaon-piminus-mumu'];

it('prefers decays in flight where pions have to become muons', () => {
  expect(shareOfPreferredDecays({ decay: 'K+ -> pi+ pi+ pi-' }, selection)).toBeGreaterThan(0);
});

it('leaves nature alone elsewhere', () => {
  expect(shareOfPreferredDecays({ decay: 'K+ -> pi+ mu+ mu-' }, selection)).toBe(0);
  expect(shareOfPreferredDecays({ decay: 'K+ -> pi+ pi- mu+ nu' }, selection)).toBe(0);
  expect(shareOfPreferredDecays({ decay: 'K+ -> pi+ pi+ pi-' }, { ...selection, identified: false })).toBe(0);
  expect(shareOfPreferredDecays({ decay: 'K+ -> pi+ pi+ pi-' }, searches['kaon-piminus-ee'].selection)).toBe(0);
});
