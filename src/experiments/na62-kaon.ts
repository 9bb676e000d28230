import { fact, GeV, MeV, MHz, metres, mm, mrad, ns, urad } from '../units/index.ts';
import type { Experiment } from './experiment.ts';
import { na62Detector } from './na62-detector.ts';
import { na62Hermetic } from './na62-hermetic.ts';

const FRAMEWORK = 'NA62 framework of 2019 (public copy: github danecross/PyNA62Analysis)';
const TRIGGER_DATABASE =
  'NA62 trigger conditions of 2018 (framework database; L1 from github NA62/na62-trigger-algorithms)';
const CEDAR_PAPER = 'arXiv:2312.17188';
const KTAG_PAPER = 'arXiv:2409.12981';
const PNN_PAPER = 'JHEP 06 (2021) 093, section 2';

const gaussian = (height: number, width: number) => ({ gaussian: { height, width } }) as const;
const exponential = (height: number, length: number) => ({ exponential: { height, rate: 1 / length } }) as const;
const line = (height: number, perMillimetre: number) => ({ line: { height, slope: perMillimetre / mm(1) } }) as const;
const certain = fact(1, 'proposal', 'several counters see a track');
const perMuon = fact(0.97, 'unverified', 'per muon');
const turnOn = fact(GeV(1.25), 'unverified', 'width of the turn-on, 1 to 1.5 GeV');

/** NA62 with its kaon beam: 75 GeV K⁺ that decay in flight in vacuum between 105 and 180 m from the target. */
export default {
  id: 'na62-kaon',
  title: 'NA62, kaons decaying in flight',
  references: ['arXiv:1703.08501', 'arXiv:2208.00897'],
  detector: na62Detector,
  beam: {
    particle: 'K+',
    momentum: fact(GeV(75), 'published', KTAG_PAPER),
    momentumSpread: fact(0.01, 'published', KTAG_PAPER),
    slopeX: fact(mrad(1.2), 'code', FRAMEWORK),
    slopeY: fact(mrad(0), 'code', FRAMEWORK),
    divergence: fact(mrad(0.11), 'recalled', PNN_PAPER),
    profile: {
      z: fact(metres(102.4), 'code', FRAMEWORK),
      halfX: fact(mm(26), 'recalled', PNN_PAPER),
      halfY: fact(mm(12), 'recalled', PNN_PAPER),
    },
    fiducial: fact([metres(105), metres(180)], 'published', CEDAR_PAPER),
    rate: fact(
      MHz(36),
      'recalled',
      'of 600 MHz beam particles; 45 of 750 MHz are nominal, 450 to 600 MHz were typical in 2016–18',
    ),
    approach: fact(mm(2), 'proposal', 'two units are the published closest approach of 4 mm', PNN_PAPER),
    spectrometer: {
      momentumResolution: fact(0.002, 'recalled', 'arXiv:1904.12837'),
      angleResolution: fact(urad(16), 'recalled', 'arXiv:1904.12837'),
      stations: fact(3, 'code', FRAMEWORK),
      stationEfficiency: fact(0.96, 'code', FRAMEWORK, '4 % of the hits of a station are lost'),
    },
    upstreamOpening: {
      z: fact(metres(101.8), 'code', FRAMEWORK, 'the last dipole before the decay volume'),
      halfX: fact(mm(100), 'code', FRAMEWORK),
      halfY: fact(mm(500), 'code', FRAMEWORK),
    },
    association: {
      approach: fact(
        [
          gaussian(0.0702, mm(1.47)),
          gaussian(0.0229, mm(2.6)),
          exponential(0.0145, mm(1 / 0.319)),
          line(3.3e-5, -1.6e-6),
        ],
        'code',
        FRAMEWORK,
      ),
      accidentalApproach: fact([gaussian(0.0122, mm(5.95)), gaussian(0.0235, mm(13.87))], 'code', FRAMEWORK),
      approachEnd: fact(mm(25), 'code', FRAMEWORK),
      taggingTime: fact([gaussian(0.027, ns(0.13)), gaussian(0.0017, ns(0.23))], 'code', FRAMEWORK),
      trackTime: fact([gaussian(0.026, ns(0.141)), gaussian(0.001, ns(0.279))], 'code', FRAMEWORK),
      window: fact(ns(0.6), 'code', FRAMEWORK),
      leastDiscriminant: fact(0.005, 'code', FRAMEWORK),
      leastLargerDiscriminant: fact(0.03, 'code', FRAMEWORK),
      closestApproach: fact(mm(4), 'recalled', PNN_PAPER),
      kaonShare: fact(0.06, 'published', CEDAR_PAPER),
    },
  },
  halo: {
    positiveRate: fact(MHz(110.93), 'code', FRAMEWORK, 'μ⁺ from π⁺ and K⁺ upstream, at nominal intensity'),
    negativeRate: fact(MHz(24.4), 'code', FRAMEWORK, 'μ⁻ from π⁻ and K⁻ upstream, at nominal intensity'),
    timeWindow: fact(ns(5), 'recalled', 'track–trigger time window of the Run 1 analyses'),
    momentumScale: fact(GeV(30), 'proposal', 'exponential momentum spectrum'),
    radiusScale: fact(mm(600), 'proposal', 'exponential in distance from the beam at the first chamber'),
    angleSpread: fact(mrad(4), 'proposal', 'direction at the first chamber'),
  },
  spill: {
    referenceRate: fact(MHz(36), 'recalled', 'of 600 MHz beam particles'),
    haloInside: fact(MHz(12.5), 'recalled', '10 to 15 MHz of muons within the detectors'),
    decayRegion: fact([metres(105), metres(238)], 'proposal', 'from the last collimator to the hodoscope'),
    decays: [
      'K+ -> mu+ nu',
      'K+ -> pi+ (pi0 -> gamma gamma)',
      'K+ -> pi+ pi+ pi-',
      'K+ -> (pi0 -> gamma gamma) e+ nu',
      'K+ -> (pi0 -> gamma gamma) mu+ nu',
      'K+ -> pi+ (pi0 -> gamma gamma) (pi0 -> gamma gamma)',
    ],
    intensitySpread: fact(0.3, 'unverified', 'of the instantaneous intensity'),
    largestIntensity: fact(2, 'published', 'CDS 2638467: up to twice the mean'),
    largeAngleThreshold: fact(MeV(50), 'proposal', 'three hits above the low threshold'),
    clusterTime: {
      constant: fact(ns(0.56), 'code', FRAMEWORK),
      inverse: fact(ns(1.53), 'code', FRAMEWORK),
      inverseRoot: fact(ns(0.233), 'code', FRAMEWORK),
    },
    windows: {
      standard: {
        largeAngle: fact(ns(5), 'code', FRAMEWORK, 'default of the matching'),
        smallAngle: fact(ns(5), 'code', FRAMEWORK, 'default of the matching'),
        charged: fact(ns(0), 'proposal', 'tracks are counted, not vetoed'),
        clusters: fact(
          [{ above: GeV(2), halfWidth: ns(5) }],
          'recalled',
          'extra clusters in time, as the threshold of the veto',
        ),
        halo: fact(ns(0), 'proposal', 'tracks are counted, not vetoed'),
      },
      hermetic: {
        largeAngle: fact(ns(3), 'code', FRAMEWORK),
        smallAngle: fact(ns(7), 'code', FRAMEWORK),
        charged: fact(ns(7), 'code', FRAMEWORK, 'multiplicity and extra tracks'),
        clusters: fact(
          [
            { above: MeV(200), halfWidth: ns(5) },
            { above: GeV(1), resolutions: 5 },
            { above: GeV(2), resolutions: 15 },
            { above: GeV(15), resolutions: 70 },
          ],
          'code',
          FRAMEWORK,
        ),
        halo: fact(ns(7), 'code', FRAMEWORK, 'muon detector and hodoscopes'),
      },
    },
  },
  hermetic: na62Hermetic,
  primitives: {
    RICH: { efficiency: fact(1, 'code', FRAMEWORK, 'two hits: always there for events with tracks') },
    CHOD: { counts: 'quadrants', atLeast: 1, efficiency: certain },
    Q1: { counts: 'quadrants', atLeast: 1, efficiency: certain },
    Q2: { counts: 'quadrants', atLeast: 2, efficiency: certain },
    QX: { counts: 'opposite quadrants', atLeast: 1, efficiency: certain },
    M1: { counts: 'muon tiles', atLeast: 1, efficiency: perMuon },
    M2: { counts: 'muon tiles', atLeast: 2, efficiency: perMuon },
    MO1: { counts: 'outer muon tiles', atLeast: 1, efficiency: perMuon },
    MO2: { counts: 'outer muon tiles', atLeast: 2, efficiency: perMuon },
    E10: { energyAbove: fact(GeV(10), 'code', TRIGGER_DATABASE), turnOn },
    E20: { energyAbove: fact(GeV(20), 'code', TRIGGER_DATABASE), turnOn },
    E30: { energyAbove: fact(GeV(30), 'code', TRIGGER_DATABASE), turnOn },
  },
  software: {
    KTAG: fact(0.98, 'recalled', 'five of eight sectors in time; above 0.95 was the requirement, arXiv:1703.08501'),
    '!LAV': fact(1, 'proposal', 'what accidental activity vetoes is simulated'),
    exotic: fact(0.955, 'unverified', 'a negative track found online: 0.94 to 0.97'),
    pnn: fact(1, 'proposal', 'not simulated: searches of this line cite its efficiency'),
  },
  triggers: {
    multiTrack: {
      title: 'MT: three tracks',
      hardware: ['RICH', 'QX'],
      software: ['KTAG', 'exotic'],
      downscaling: fact(100, 'code', TRIGGER_DATABASE),
    },
    dielectron: {
      title: 'eMT: three tracks and 20 GeV in the calorimeter',
      hardware: ['RICH', 'QX', 'E20'],
      software: ['KTAG', 'exotic'],
      downscaling: fact(8, 'code', TRIGGER_DATABASE),
    },
    dimuon: {
      title: '2μMT: three tracks and two muons',
      hardware: ['RICH', 'QX', 'MO2'],
      software: ['KTAG', 'exotic'],
      downscaling: fact(2, 'code', TRIGGER_DATABASE),
    },
    muonElectron: {
      title: 'μeMT: three tracks, a muon and 10 GeV in the calorimeter',
      hardware: ['RICH', 'QX', 'MO1', 'E10'],
      software: ['KTAG', '!LAV', 'exotic'],
      downscaling: fact(5, 'code', TRIGGER_DATABASE),
    },
    nonMuon: {
      title: 'one track, no muon',
      hardware: ['RICH', 'Q1', '!M1'],
      software: ['KTAG'],
      downscaling: fact(200, 'code', TRIGGER_DATABASE),
    },
    pnn: {
      title: 'π⁺νν̄',
      hardware: ['RICH', '!QX', '!M1', '!E30'],
      software: ['KTAG', '!LAV', 'pnn'],
      downscaling: fact(1, 'code', TRIGGER_DATABASE),
    },
    control: {
      title: 'any track',
      hardware: ['CHOD'],
      software: [],
      downscaling: fact(400, 'code', TRIGGER_DATABASE),
    },
  },
} as const satisfies Experiment;
