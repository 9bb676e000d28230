import { defineDumpSearch, fact, GeV, measured, metres } from 'spillway/search';

const GEOMETRY = 'ALPINIST (arXiv:2201.05170), selection for NA62';
const RECORD = 'docs/decisions/0019-dump-production-and-cuts.md';
const PLAN = 'nothing published: a search that is planned';

export default defineDumpSearch({
  kind: 'dump',
  id: 'dump-gg',
  title: 'Two photons in beam-dump mode',
  channel: 'X → γγ',
  summary:
    'Two photons on the calorimeter and nothing else; the dump is taken for their origin and the mass of the hypothesis gives the decay point. A plan: no count is published.',
  references: ['D. Baigarashev for NA62, Dubna, April 2024', 'arXiv:2201.05170'],
  experiment: 'na62-dump',
  frozen: { date: '2026-11-27', record: RECORD },
  pair: ['gamma', 'gamma'],
  triggers: ['calorimeter'],
  selection: {
    reach: ['calorimeter'],
    smallestMomentum: fact(GeV(1), 'code', GEOMETRY),
    smallestTotal: fact(GeV(3), 'code', GEOMETRY),
    decayVolume: fact([metres(102), metres(241)], 'code', GEOMETRY, 'neutral: up to the calorimeter'),
    clusters: {
      at: 'calorimeter',
      distance: fact(metres(0.1), 'code', GEOMETRY),
      z: fact([metres(102), metres(241)], 'proposal', RECORD),
      centre: fact(metres(1), 'proposal', RECORD, 'the particle comes from the dump'),
    },
    vetoes: {
      antiZero: fact(0.99, 'unverified', PLAN, 'no accidental signal in the hodoscope before the tank'),
      largeAngle: fact(0.99, 'unverified', PLAN, 'no accidental signal in the large-angle vetoes'),
    },
  },
  regions: { signal: fact({ shape: 'anywhere' }, 'proposal', RECORD, 'one count; the mass is the hypothesis') },
  blind: ['signal'],
  backgrounds: {
    all: {
      title: 'photons of halo muons and of K⁰ in the tank',
      regions: { signal: measured(0, 0, 'unverified', PLAN) },
    },
  },
  limit: { method: 'cls', level: 0.9, region: 'signal' },
  observed: { ...fact(0, 'unverified', PLAN), events: [] },
  published: { model: 'alp-photon', rows: {} },
});
