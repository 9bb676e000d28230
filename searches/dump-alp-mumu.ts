import { defineDumpSearch, fact, MeV } from 'spillway/search';
import charmMumu from './charm-mumu.ts';
import dumpMumu from './dump-mumu.ts';

const TALK = 'D. Baigarashev for NA62, Dubna, April 2024';

export default defineDumpSearch({
  ...dumpMumu,
  id: 'dump-alp-mumu',
  title: 'Axion-like particles to μ⁺μ⁻ from B → K a in beam-dump mode',
  channel: 'B → K a, a → μ⁺μ⁻',
  summary: 'The μ⁺μ⁻ search read as limits on BR(B → K a) · BR(a → μ⁺μ⁻) for every mass and lifetime of a.',
  modelIndependent: {
    decays: ['K'],
    masses: fact([MeV(212), MeV(4700)], 'proposal', 'from threshold to the kinematic end of B → K a'),
    earlier: [charmMumu],
    improved: fact([MeV(212), MeV(280)], 'published', TALK, 'earlier experiments improved below 280 MeV'),
  },
  published: {
    checks: [
      {
        kind: 'best limit',
        mass: MeV(250),
        expected: {
          value: 4e-8,
          tag: 'computed',
          source: 'geometry alone, with 2.3 events allowed, independent of this code',
          agreeWithin: 2,
          why: 'spectra of B mesons differ by as much; the published map is a picture without numbers',
        },
      },
    ],
    rows: {},
  },
});
