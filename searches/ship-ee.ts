import { defineDumpSearch, fact, GeV } from 'spillway/search';

const SOURCE = 'SHiP at ECN3, CERN-SPSC-2023-033; geometry as in arXiv:2305.13383';

export default defineDumpSearch({
  kind: 'dump',
  id: 'ship-ee',
  title: 'SHiP as a projection: e⁺e⁻ in the decay vessel',
  channel: 'X → e⁺e⁻, SHiP',
  summary:
    'Both of a pair on the spectrometer and the calorimeter, from 6 × 10²⁰ protons of 400 GeV: a projection without losses and without background.',
  references: [SOURCE, 'arXiv:2305.13383'],
  experiment: 'ship',
  frozen: { date: '2026-11-27', record: 'docs/decisions/0019-dump-production-and-cuts.md' },
  pair: ['e+', 'e-'],
  triggers: ['any'],
  selection: {
    reach: ['entrance of the spectrometer', 'calorimeter'],
    smallestMomentum: fact(GeV(1), 'proposal', SOURCE, 'no losses but the geometry'),
    vetoes: {},
  },
  regions: { signal: fact({ shape: 'anywhere' }, 'recalled', SOURCE, 'nothing points back: one count') },
  blind: ['signal'],
  backgrounds: {
    all: {
      title: 'none, as planned',
      regions: { signal: { ...fact(0, 'proposal', SOURCE), error: 0 } },
    },
  },
  limit: { method: 'cls', level: 0.9, region: 'signal' },
  observed: { ...fact(0, 'proposal', SOURCE), events: [] },
  published: { model: 'dark-photon', rows: {} },
});
