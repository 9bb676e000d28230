import { defineDumpSearch, fact, GeV } from 'spillway/search';

const SOURCE = 'Blümlein and Brunner, arXiv:1104.2747 and arXiv:1311.3870; selection as in arXiv:2201.05170';

export default defineDumpSearch({
  kind: 'dump',
  id: 'nucal-mumu',
  title: 'ν-Cal I beam dump: muon pairs, μ⁺μ⁻',
  channel: 'X → μ⁺μ⁻, ν-Cal',
  summary: 'Two muons in the detector behind the decay region, from 1.7 × 10¹⁸ protons of 70 GeV on iron.',
  references: [SOURCE, 'arXiv:1104.2747', 'arXiv:1311.3870'],
  experiment: 'nucal',
  frozen: { date: '2026-11-27', record: 'docs/decisions/0019-dump-production-and-cuts.md' },
  pair: ['mu+', 'mu-'],
  triggers: ['any'],
  selection: {
    reach: ['calorimeter'],
    smallestMomentum: fact(GeV(1), 'proposal', 'a muon that reaches the detector'),
    smallestTotal: fact(GeV(10), 'code', SOURCE),
    efficiency: fact(0.8, 'code', SOURCE),
    vetoes: {},
  },
  regions: { signal: fact({ shape: 'anywhere' }, 'recalled', SOURCE, 'nothing points back: one count') },
  blind: ['signal'],
  backgrounds: {
    all: {
      title: 'neutrino interactions, the count of showers',
      regions: { signal: { ...fact(3.5, 'unverified', SOURCE), error: 0 } },
    },
  },
  limit: { method: 'cls', level: 0.9, region: 'signal' },
  observed: { ...fact(5, 'unverified', SOURCE), events: [] },
  published: { model: 'dark-photon', limit: 'nucal-2011-dark-photon', rows: {} },
});
