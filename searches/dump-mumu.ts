import { defineDumpSearch, fact, GeV, MeV, measured, metres, mm } from 'spillway/search';

const TALK = 'D. Baigarashev for NA62, Dubna, April 2024';
const PAPER = 'JHEP 09 (2023) 035, arXiv:2303.08666';
const REASON = 'the published selection is not at hand';

export default defineDumpSearch({
  kind: 'dump',
  id: 'dump-mumu',
  title: 'Dark photons to μ⁺μ⁻ in beam-dump mode',
  channel: 'A′ → μ⁺μ⁻',
  summary:
    'Two muons from one vertex in the decay volume whose momentum points back to the closed collimators, in 1.4 × 10¹⁷ protons on target of 2021.',
  references: [PAPER, TALK],
  experiment: 'na62-dump',
  frozen: { date: '2026-11-27', record: 'docs/decisions/0019-dump-production-and-cuts.md' },
  pair: ['mu+', 'mu-'],
  triggers: ['twoTracks'],
  selection: {
    reach: ['straw1', 'straw2', 'straw3', 'straw4', 'newChod', 'chod', 'calorimeter', 'muonDetector'],
    smallestMomentum: fact(GeV(10), 'recalled', PAPER, '5 to 15 GeV change the yield by 3 to 13 %'),
    vertexDistance: fact(mm(20), 'recalled', PAPER, 'about a centimetre'),
    vertexZ: fact([metres(105), metres(180)], 'recalled', PAPER),
    separation: {
      at: ['straw1', 'straw2', 'straw3', 'straw4'],
      distance: fact(mm(15), 'proposal', 'as in kaon analyses at the first chamber; docs/decisions/0019'),
    },
    vetoes: {
      antiZero: fact(0.99, 'unverified', REASON, 'no accidental signal in the hodoscope before the tank'),
      largeAngle: fact(0.99, 'unverified', REASON, 'no accidental signal in the large-angle vetoes'),
    },
  },
  regions: {
    signal: fact({ shape: 'box', z: [6, 40], distance: [0, 0.02] }, 'published', TALK),
    control: fact({ shape: 'box', z: [-7, 53], distance: [0, 0.15] }, 'recalled', PAPER, 'less the signal region'),
  },
  blind: ['signal', 'control'],
  massWindow: fact(3, 'proposal', 'nearly all of a signal; an event in it belongs to the hypothesis'),
  backgrounds: {
    combinatorial: {
      title: 'two halo muons',
      regions: {
        signal: measured(0.016, 0.002, 'published', TALK),
        control: measured(0.17, 0.02, 'published', TALK),
      },
    },
    prompt: {
      title: 'secondaries of a muon interaction',
      secondariesFrom: fact(
        [metres(102), metres(180)],
        'proposal',
        'material from the first hodoscope to the end of the decay volume',
      ),
      regions: {
        signal: { ...fact(0.0004, 'published', TALK), upperLimit: true },
        control: { ...fact(0.004, 'published', TALK), upperLimit: true },
      },
    },
    upstreamPrompt: {
      title: 'secondaries of an interaction upstream of the decay volume',
      secondariesFrom: fact([metres(80), metres(102)], 'proposal', 'collimators and magnets before the decay volume'),
      regions: {
        signal: { ...fact(0.007, 'published', TALK), upperLimit: true },
        control: { ...fact(0.069, 'published', TALK), upperLimit: true },
      },
    },
  },
  limit: { method: 'cls', level: 0.9, region: 'signal' },
  observed: {
    ...fact(1, 'published', TALK),
    events: [{ mass: fact(MeV(411), 'recalled', PAPER, 'the notch of the published contour is at 405 to 420 MeV') }],
  },
  publishedResolution: {
    distance: fact(mm(7), 'published', TALK),
    z: fact(metres(5.5), 'published', TALK),
  },
  published: {
    model: 'dark-photon',
    limit: 'na62-2024-dump-dark-photon',
    contour: fact(
      [
        [0.2152, 6.1e-7, 2.82e-6],
        [0.25, 4.15e-7, 3.08e-6],
        [0.3, 4.04e-7, 2.51e-6],
        [0.35, 4.08e-7, 2.06e-6],
        [0.4, 4.22e-7, 1.58e-6],
        [0.411, 5.5e-7, 1.34e-6],
        [0.45, 4.33e-7, 1.3e-6],
        [0.5, 4.74e-7, 1.0e-6],
        [0.5383, 5.63e-7, 7.5e-7],
      ],
      'published',
      `${PAPER}, digitised in FORESEE (arXiv:2105.07077)`,
      'digitisation error a few per cent',
    ),
    excludedMassRange: fact([0.215, 0.55], 'published', PAPER),
    checks: [
      {
        kind: 'decay probability',
        length: metres(82),
        expected: {
          value: 0.2207,
          tag: 'computed',
          source: 'exp(−81.93/82) − exp(−156.93/82)',
          agreeWithin: 1.0005,
          why: 'arithmetic; from the front of the dump, along z',
          role: 'closure',
        },
      },
    ],
    rows: {
      significance: {
        value: 2.4,
        tag: 'published',
        source: TALK,
        agreeWithin: 1.01,
        why: 'a Poisson probability; two-sided',
      },
      resolutionDistance: {
        value: mm(7),
        tag: 'published',
        source: TALK,
        unit: 'm',
        agreeWithin: 1.3,
        why: 'tracking and a beam spot that is not published',
      },
      resolutionZ: {
        value: metres(5.5),
        tag: 'published',
        source: TALK,
        unit: 'm',
        agreeWithin: 1.3,
        why: 'tracking and a beam spot that is not published',
      },
      background: {
        value: 0.016,
        error: 0.002,
        tag: 'published',
        source: TALK,
        agreeWithin: 1.35,
        why: 'pairs of halo muons with a guessed flux shape, normalised in the control region alone',
      },
      couplingEdge: {
        value: 4.04e-7,
        tag: 'published',
        source: PAPER,
        agreeWithin: 1.2,
        why: 'production model and efficiency are not published; lower edge at 0.3 GeV',
      },
    },
  },
});
