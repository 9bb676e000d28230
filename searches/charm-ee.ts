import { defineDumpSearch, fact, GeV } from 'spillway/search';

const SOURCE = 'CHARM, Phys. Lett. B 157 (1985) 458; selection as in arXiv:2201.05170';

export default defineDumpSearch({
  kind: 'dump',
  id: 'charm-ee',
  title: 'CHARM beam dump: one or two showers, e⁺e⁻',
  channel: 'X → e⁺e⁻, CHARM',
  summary:
    'One or two electromagnetic showers of 5 to 50 GeV on the front of the detector, from 2.4 × 10¹⁸ protons of 400 GeV on copper.',
  references: [SOURCE, 'arXiv:2201.05170'],
  experiment: 'charm',
  frozen: { date: '2026-11-27', record: 'docs/decisions/0019-dump-production-and-cuts.md' },
  pair: ['e+', 'e-'],
  triggers: ['any'],
  selection: {
    reach: ['calorimeter'],
    smallestMomentum: fact(GeV(5), 'code', SOURCE),
    needs: 'only',
    largestMomentum: fact(GeV(50), 'code', SOURCE, 'each shower on the front'),
    efficiency: fact(0.51, 'code', SOURCE),
    vetoes: {},
  },
  regions: { signal: fact({ shape: 'anywhere' }, 'recalled', SOURCE, 'nothing points back: one count') },
  blind: ['signal'],
  backgrounds: {
    all: {
      title: 'none expected',
      regions: { signal: { ...fact(0, 'recalled', SOURCE), error: 0 } },
    },
  },
  limit: { method: 'cls', level: 0.9, region: 'signal' },
  observed: { ...fact(0, 'recalled', SOURCE), events: [] },
  published: { model: 'dark-photon', limit: 'charm-2012-dark-photon', rows: {} },
});
