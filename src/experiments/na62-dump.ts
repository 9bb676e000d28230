import { fact, GeV, MeV, metres, mm } from '../units/index.ts';
import { type DumpExperiment, detectorPlanes, ringPlanes } from './dump-experiment.ts';
import { na62Detector } from './na62-detector.ts';

const TALK = 'D. Baigarashev for NA62, Dubna, April 2024';
const GEOMETRY = 'ALPINIST (arXiv:2201.05170), geometry of NA62';
const KAON_PAPER = 'arXiv:2312.17188';
const PER_TRACK = 'in the efficiency per track, which was found from whole analyses';
const GUESS = 'no number published; the shape decides ratios only';

/** NA62 with the collimators closed: 400 GeV protons end in 3.2 m of copper and iron, 80 m before the decay volume. */
export default {
  kind: 'dump',
  id: 'na62-dump',
  title: 'NA62 as a beam dump',
  references: ['arXiv:2303.08666', 'arXiv:2312.12055', 'arXiv:1703.08501'],
  taken: fact('2021', 'published', 'arXiv:2303.08666'),
  beam: {
    momentum: fact(GeV(400), 'published', TALK),
    protons: fact(1.4e17, 'published', TALK),
    protonsError: fact(0.2, 'published', TALK, 'secondary-emission monitor'),
    x: fact(metres(0), 'code', GEOMETRY),
    y: fact(mm(-22), 'code', GEOMETRY),
    spot: fact(mm(7), 'unverified', 'of the order of the published σ(CDA_TAX) = 7 mm; tracking alone gives 2.5 mm'),
  },
  dump: {
    frontFace: fact(metres(23.07), 'code', GEOMETRY),
    length: fact(metres(3.2), 'published', TALK, '0.8 m of copper, then iron'),
    interactionLength: fact(metres(0.153), 'published', 'Particle Data Group: nuclear interaction length of copper'),
    target: fact(
      { massNumber: 63.546, atomicNumber: 29, radiationLength: 128.6 },
      'published',
      'Particle Data Group: copper, where nearly all protons interact',
    ),
  },
  decayVolume: fact([metres(105), metres(180)], 'published', KAON_PAPER),
  magnet: na62Detector.magnet,
  planes: detectorPlanes(na62Detector),
  apertures: ringPlanes('largeAngle', na62Detector.vetoes.largeAngle),
  tracker: na62Detector.straw,
  calorimeter: na62Detector.calorimeter,
  halo: {
    positiveRate: fact(1e5, 'unverified', GUESS, 'per second of beam'),
    negativeRate: fact(1e5, 'unverified', GUESS, 'per second of beam'),
    momentumScale: fact(GeV(25), 'unverified', GUESS),
    radius: fact(metres(1), 'unverified', GUESS),
    sourceZ: fact(metres(23), 'unverified', 'muons come from the dump and are swept aside on the way'),
    angleSpread: fact(2e-3, 'unverified', 'deflection in the sweeping magnets, which hides where a muon came from'),
    secondaryTransverse: fact(MeV(300), 'unverified', GUESS, 'typical of hadronic secondaries'),
    sourceSize: fact(metres(0.1), 'unverified', GUESS),
  },
  triggers: {
    twoTracks: {
      title: 'H2: two tracks in the hodoscope',
      efficiency: fact(1, 'proposal', PER_TRACK),
      downscaling: fact(1, 'recalled', 'arXiv:2303.08666'),
    },
    oneTrack: {
      title: 'Q1: any track in the hodoscope',
      efficiency: fact(0.99, 'recalled', 'arXiv:2303.08666'),
      downscaling: fact(20, 'recalled', 'arXiv:2303.08666'),
    },
    calorimeter: {
      title: 'control: energy in the calorimeter',
      efficiency: fact(0.99, 'recalled', 'arXiv:2303.08666'),
      downscaling: fact(1, 'unverified', TALK),
    },
  },
  twoTrackTile: fact({ plane: 'newChod', x: 0.134, y: 0.108 }, 'unverified', 'size of a central hodoscope tile'),
  trackEfficiency: na62Detector.analysisEfficiency,
  identification: {
    mu: fact(1, 'proposal', PER_TRACK),
    e: fact(1, 'proposal', PER_TRACK),
    pi: fact(1, 'proposal', PER_TRACK),
    gamma: fact(0.98, 'recalled', 'a calorimeter cluster'),
  },
} as const satisfies DumpExperiment;
