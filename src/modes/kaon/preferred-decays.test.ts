import { expect, it } from 'vitest';
import { searches } from '../../../searches/index.ts';
import { preferenceOf } from './preferred-decays.ts';

const { selection } = searches['kaon-piminus-mumu'];
const electrons = searches['kaon-piminus-ee'].selection;

it('prefers decays in flight where pions have to become muons', () => {
  expect(preferenceOf({ decay: 'K+ -> pi+ pi+ pi-' }, selection)).toEqual({ preferredDecays: 0.85 });
});

it('prefers those to electrons where pions or muons have to become electrons', () => {
  const both = { preferredDecays: 0.5, preferredElectrons: 0.25 };
  expect(preferenceOf({ decay: 'K+ -> pi+ pi+ pi-' }, electrons)).toEqual(both);
  expect(preferenceOf({ decay: 'K+ -> pi+ mu+ mu-' }, searches['kaon-piminus-mue'].selection)).toEqual(both);
});

it('prefers those of muons where nothing but a pion may be seen', () => {
  const hermetic = searches['kaon-pinunu'].selection;
  expect(preferenceOf({ decay: 'K+ -> mu+ nu' }, hermetic)).toEqual({ preferredDecays: 0.5, preferredElectrons: 0.25 });
  expect(preferenceOf({ decay: 'K+ -> pi+ pi0' }, hermetic)).toEqual({});
});

it('leaves nature alone elsewhere', () => {
  expect(preferenceOf({ decay: 'K+ -> pi+ mu+ mu-' }, selection)).toEqual({});
  expect(preferenceOf({ decay: 'K+ -> pi+ pi- mu+ nu' }, selection)).toEqual({});
  expect(preferenceOf({ decay: 'K+ -> pi+ pi+ pi-' }, { ...selection, identified: false })).toEqual({});
  expect(preferenceOf({ decay: 'K+ -> pi+ e+ e-' }, electrons)).toEqual({});
  // The one pion is read as a pion, so that an electron has to be taken for the muon.
  const { selection: leptons } = searches['kaon-pi0-mue'];
  expect(preferenceOf({ decay: 'K+ -> pi+ (pi0 -> e+ e- gamma)' }, leptons)).toEqual({});
  expect(preferenceOf({ decay: 'K+ -> pi+ pi+ pi-' }, leptons).preferredDecays).toBe(0.5);
});
