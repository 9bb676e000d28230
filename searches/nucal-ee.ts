import { defineDumpSearch, fact, GeV } from 'spillway/search';

const SOURCE = 'Blümlein and Brunner, arXiv:1104.2747 and arXiv:1311.3870; selection as in arXiv:2201.05170';

export default defineDumpSearch({
  kind: 'dump',
  id: 'nucal-ee',
  title: 'ν-Cal I beam dump: electromagnetic showers, e⁺e⁻',
  channel: 'X → e⁺e⁻, ν-Cal',
  summary:
    'An electromagnetic shower above 10 GeV in the detector behind the decay region, from 1.7 × 10¹⁸ protons of 70 GeV on iron.',
  references: [SOURCE, 'arXiv:1104.2747', 'arXiv:1311.3870'],
  experiment: 'nucal',
  frozen: { date: '2026-11-27', record: 'docs/decisions/0019-dump-production-and-cuts.md' },
  pair: ['e+', 'e-'],
  triggers: ['any'],
  selection: {
    reach: ['calorimeter'],
    needs: 'any',
    smallestMomentum: fact(GeV(10), 'code', SOURCE, 'a shower; the trigger was at 3 GeV'),
    efficiency: fact(0.7, 'code', SOURCE),
    vetoes: {},
  },
  regions: { signal: fact({ shape: 'anywhere' }, 'recalled', SOURCE, 'nothing points back: one count') },
  blind: ['signal'],
  backgrounds: {
    all: {
      title: 'neutrino interactions',
      regions: { signal: { ...fact(3.5, 'recalled', SOURCE), error: 0 } },
    },
  },
  limit: { method: 'cls', level: 0.9, region: 'signal' },
  observed: { ...fact(5, 'recalled', SOURCE), events: [] },
  published: { model: 'dark-photon', limit: 'nucal-2011-dark-photon', rows: {} },
});
