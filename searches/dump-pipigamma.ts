import { defineDumpSearch, fact, GeV, measured, metres, mm } from 'spillway/search';

const GEOMETRY = 'ALPINIST (arXiv:2201.05170), selection for NA62';
const PAPER = 'EPJC 85 (2025), arXiv:2502.04241';
const RECORD = 'docs/decisions/0019-dump-production-and-cuts.md';
const UNKNOWN = 'no signal in 1.4 × 10¹⁷ protons; counts and cuts are not at hand';

export default defineDumpSearch({
  kind: 'dump',
  id: 'dump-pipigamma',
  title: 'Two charged pions and a photon in beam-dump mode',
  channel: 'X → π⁺π⁻γ',
  summary:
    'Two charged pions from one vertex in the decay volume and a photon on the calorimeter; the momentum of all three points back to the closed collimators. Of the later public result only that no signal was seen is at hand.',
  references: [PAPER, 'arXiv:2201.05170'],
  experiment: 'na62-dump',
  frozen: { date: '2026-11-27', record: RECORD },
  pair: ['pi+', 'pi-'],
  triggers: ['twoTracks'],
  selection: {
    reach: ['straw1', 'straw2', 'straw3', 'straw4', 'newChod', 'chod', 'calorimeter'],
    smallestMomentum: fact(GeV(5), 'code', GEOMETRY),
    vertexDistance: fact(mm(20), 'proposal', 'as for leptons'),
    vertexZ: fact([metres(105), metres(180)], 'proposal', 'as for leptons'),
    separation: {
      at: ['straw1', 'straw2', 'straw3', 'straw4'],
      distance: fact(mm(15), 'proposal', RECORD),
    },
    photon: {
      at: 'calorimeter',
      smallestEnergy: fact(GeV(1), 'code', GEOMETRY, 'as for two photons'),
      distance: fact(metres(0.1), 'code', GEOMETRY, 'as between two photons'),
    },
    vetoes: {
      antiZero: fact(0.99, 'unverified', UNKNOWN, 'no accidental signal in the hodoscope before the tank'),
      largeAngle: fact(0.95, 'unverified', UNKNOWN, 'hadronic and accidental signals in the large-angle vetoes'),
    },
  },
  regions: {
    signal: fact({ shape: 'ellipse', z: 23, semiZ: 23, semiDistance: 0.04 }, 'proposal', 'as for e⁺e⁻'),
  },
  blind: ['signal'],
  massWindow: fact(3, 'proposal', 'nearly all of a signal; an event in it belongs to the hypothesis'),
  backgrounds: {
    all: {
      title: 'halo muons with a photon, K⁰ → π⁺π⁻π⁰: not at hand',
      regions: { signal: measured(0, 0, 'unverified', UNKNOWN) },
    },
  },
  limit: { method: 'cls', level: 0.9, region: 'signal' },
  observed: { ...fact(0, 'recalled', PAPER, 'no signal'), events: [] },
  published: { model: 'alp-gluon', rows: {} },
});
