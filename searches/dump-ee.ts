import { defineDumpSearch, fact, GeV, MeV, metres, mm } from 'spillway/search';
import dumpMumu from './dump-mumu.ts';

const TALK = 'D. Baigarashev for NA62, Dubna, April 2024';
const PAPER = 'Phys. Rev. Lett. 133 (2024) 111802, arXiv:2312.12055';
const REASON = 'the published selection is not at hand';

export default defineDumpSearch({
  kind: 'dump',
  id: 'dump-ee',
  title: 'Dark photons to e⁺e⁻ in beam-dump mode',
  channel: 'A′ → e⁺e⁻',
  summary:
    'Two electrons from one vertex in the decay volume whose momentum points back to the closed collimators, in 1.4 × 10¹⁷ protons on target of 2021.',
  references: [PAPER, TALK],
  experiment: 'na62-dump',
  frozen: { date: '2026-11-27', record: 'docs/decisions/0019-dump-production-and-cuts.md' },
  pair: ['e+', 'e-'],
  triggers: ['twoTracks'],
  selection: {
    reach: ['straw1', 'straw2', 'straw3', 'straw4', 'newChod', 'chod', 'calorimeter'],
    smallestMomentum: fact(GeV(10), 'recalled', 'arXiv:2303.08666', 'as for muons'),
    vertexDistance: fact(mm(20), 'recalled', 'arXiv:2303.08666', 'as for muons'),
    vertexZ: fact([metres(105), metres(180)], 'recalled', PAPER),
    separation: {
      at: ['straw1', 'straw2', 'straw3', 'straw4'],
      distance: fact(mm(15), 'proposal', 'as in kaon analyses at the first chamber; docs/decisions/0019'),
    },
    vetoes: {
      antiZero: fact(0.99, 'unverified', REASON, 'no accidental signal in the hodoscope before the tank'),
      largeAngle: fact(0.95, 'unverified', REASON, 'bremsstrahlung and accidental signals in the large-angle vetoes'),
    },
  },
  regions: {
    signal: fact(
      { shape: 'ellipse', z: 23, semiZ: 23, semiDistance: 0.04 },
      'recalled',
      PAPER,
      'centre as in the talk; semi-axes recalled',
    ),
    control: fact({ shape: 'box', z: [-4, 50], distance: [0, 0.15] }, 'recalled', PAPER, 'less the signal region'),
  },
  blind: ['signal', 'control'],
  massWindow: fact(3, 'proposal', 'nearly all of a signal; an event in it belongs to the hypothesis'),
  backgrounds: {
    all: {
      title: 'secondaries of muon interactions, mostly',
      regions: {
        signal: { ...fact(9.4e-3, 'published', TALK), up: 20.6e-3, down: 7.2e-3 },
        control: { ...fact(9.7e-3, 'published', TALK), up: 21.3e-3, down: 7.3e-3 },
      },
    },
  },
  limit: { method: 'cls', level: 0.9, region: 'signal' },
  observed: { ...fact(0, 'published', TALK), events: [] },
  publishedResolution: {
    distance: fact(mm(7), 'published', TALK, 'for μ⁺μ⁻'),
    z: fact(metres(5.5), 'published', TALK, 'for μ⁺μ⁻'),
  },
  published: {
    model: 'dark-photon',
    limit: 'na62-2024-dump-dark-photon',
    contour: fact(
      [
        [0.005, 4.56e-6, 3.07e-4],
        [0.01, 1.49e-6, 1.6e-4],
        [0.0196, 8.85e-7, 8e-5],
        [0.05, 5.5e-7, 3.2e-5],
        [0.0722, 4.82e-7, null],
        [0.1032, 5.88e-7, 1.4e-5],
        [0.2246, 4.58e-7, 4.3e-6],
        [0.295, 4.7e-7, 2.56e-6],
        [0.4, 5.1e-7, 1.44e-6],
        [0.4824, 7.3e-7, 7.3e-7],
      ],
      'published',
      `${PAPER}, digitised in FORESEE (arXiv:2105.07077)`,
      'digitisation error a few per cent',
    ),
    excludedMassRange: fact([0.05, 0.6], 'published', PAPER, 'improves on earlier limits, both channels combined'),
    combinedWith: [dumpMumu],
    checks: [
      {
        kind: 'power of protons',
        mass: MeV(50),
        expected: {
          value: -0.25,
          tag: 'computed',
          source: 'yield ∝ coupling² in production and in the decay probability of long lives',
          agreeWithin: 1.02,
          why: 'holds where decay lengths are far longer than the experiment',
        },
      },
    ],
    rows: {
      couplingEdge: {
        value: 4.7e-7,
        tag: 'published',
        source: PAPER,
        agreeWithin: 1.2,
        why: 'production model and efficiency are not published; lower edge at 0.295 GeV',
      },
    },
  },
});
