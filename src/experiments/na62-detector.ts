import { fact, GeV, metres, mm, urad } from '../units/index.ts';
import type { Detector, Fact, ProbabilityMap, VetoRing } from './detector-types.ts';

/** NA62 analysis software as publicly visible in 2019; facts only. */
const FRAMEWORK = 'NA62 framework of 2019 (public copy: github danecross/PyNA62Analysis)';
const DETECTOR_PAPER = 'NA62 detector paper, JINST 12 (2017) P05025, arXiv:1703.08501';
const ANALYSES = 'resolutions quoted in the NA62 Run 1 analyses, e.g. arXiv:1905.07770, arXiv:2105.06759';

const code = <const T>(value: T, note?: string): Fact<T> => fact(value, 'code', FRAMEWORK, note);
const recalled = <const T>(value: T, source: string, note?: string): Fact<T> => fact(value, 'recalled', source, note);

const ring = (z: number, inner: number, outer: number): VetoRing => ({
  z: metres(z),
  innerRadius: mm(inner),
  outerRadius: mm(outer),
});

/** A map that does not depend on momentum, with its band. */
const constant = (central: number, low: number, high: number): ProbabilityMap => ({
  momentum: [0, 75],
  central: [central, central],
  low: [low, low],
  high: [high, high],
});

/**
 * NA62 downstream of the decay volume: one description for kaon and dump mode. z is measured from the T10 target,
 * x towards the Jura, y up. Fiducial apertures are those of the experiment's own acceptance tool.
 */
export const na62Detector: Detector = {
  straw: {
    trackChiSquare: recalled(20, 'track χ² below 20 to 30 in the three-track analyses'),
    z: code([metres(183.508), metres(194.066), metres(204.459), metres(218.885)]),
    holeCentreX: code([mm(101.2), mm(114.4), mm(92.4), mm(52.8)]),
    holeHalfWidth: code(mm(63.8), 'straw-free band in each of the four views x, y, u, v'),
    outerRadius: code(mm(1000)),
    momentumResolution: { constant: recalled(0.003, ANALYSES), slope: recalled(0.00005, ANALYSES, 'per GeV') },
    angleResolution: {
      scattering: fact(577e-6, 'computed', 'fit to 60 µrad at 10 GeV and 20 µrad at 50 GeV (arXiv:1703.08501)'),
      constant: fact(urad(16.3), 'computed', 'fit to 60 µrad at 10 GeV and 20 µrad at 50 GeV (arXiv:1703.08501)'),
    },
    positionResolution: recalled(mm(0.13), DETECTOR_PAPER, 'per coordinate of a chamber'),
    thickness: recalled(0.0045, DETECTOR_PAPER, '1.8 % in all, per chamber a quarter'),
    atomicNumber: fact(7, 'proposal', 'Mylar, argon and carbon dioxide; enters as a logarithm'),
    chamberEfficiency: fact(
      0.979,
      'computed',
      `(0.1192/0.1536)^(1/12): tracks of the K⁺ → π⁺π⁺π⁻ reference in four, and in three or four chambers, ${FRAMEWORK}`,
    ),
  },
  magnet: {
    z: code(metres(196.995)),
    kick: code(GeV(0.27), 'on-axis field integral 0.9007 T·m; px changes by −kick × charge'),
  },
  rich: {
    z: code(metres(219.445)),
    centreX: code(mm(34)),
    innerRadius: code(mm(100)),
    outerRadius: code(mm(1100)),
  },
  newChod: {
    z: code(metres(238.1315)),
    centreX: code(mm(0)),
    innerRadius: code(mm(140)),
    outerRadius: code(mm(1070)),
  },
  chod: { z: code(metres(239.009)), centreX: code(mm(0)), innerRadius: code(mm(130)), outerRadius: code(mm(1100)) },
  calorimeter: {
    z: code(metres(241.093)),
    innerRadius: code(mm(150)),
    apothem: code(mm(1130)),
    energyResolution: {
      stochastic: recalled(0.048, ANALYSES),
      noise: recalled(0.11, ANALYSES),
      constant: recalled(0.009, ANALYSES),
    },
    positionResolution: recalled(mm(1), DETECTOR_PAPER),
    clusterEfficiency: fact(0.9925, 'unverified', 'clusters next to a dead cell are dropped: 0.5 to 1 %'),
    mergingDistance: fact(mm(60), 'proposal', 'three cells of 20 mm'),
    electronLeast: recalled(0.9, ANALYSES, 'least E/p of an electron'),
    minimumIonisingEnergy: recalled(GeV(0.56), '27 radiation lengths of liquid krypton'),
    pionIonisingFraction: recalled(0.3, 'about one interaction length of krypton'),
    hadronicMaximum: fact(0.85, 'proposal', 'the E/p cut that defines a pion'),
  },
  muonDetector: {
    z: code(metres(246.8)),
    innerRadius: code(mm(103)),
    halfWidth: code(mm(1320)),
    innerTilesHalfWidth: code(mm(220)),
    scattering: code(0.53, '530 mm·GeV/p per coordinate; the chambers do not contain it'),
    efficiency: recalled(0.995, ANALYSES),
    momentumThreshold: fact(GeV(3), 'recalled', 'range in LKr, MUV1, MUV2 and 80 cm of iron'),
  },
  vetoes: {
    largeAngle: code([
      ...[121.363, 128.973, 136.583, 144.193, 151.803].map((z) => ring(z, 536.5, 906.5)),
      ...[165.313, 172.823, 180.333].map((z) => ring(z, 767.5, 1137.5)),
      ...[192.709, 203.102, 217.528].map((z) => ring(z, 980, 1350)),
      ring(238.313, 1070, 1440),
    ]),
    largeAngleThreshold: recalled(GeV(0.2), DETECTOR_PAPER),
    largeAngleInefficiency: recalled(1e-4, DETECTOR_PAPER, 'above threshold; design'),
    smallAngle: {
      z: code(metres(239.655)),
      centreX: code(mm(12)),
      innerRadius: code(mm(0)),
      outerRadius: code(mm(145), 'the ring calorimeter, and behind its hole the small-angle calorimeter'),
    },
    smallAngleInefficiency: recalled(1e-4, DETECTOR_PAPER, 'above 5 GeV; design'),
    clusterThreshold: recalled(GeV(2), ANALYSES, 'extra in-time LKr clusters above this are vetoed'),
    clusterInefficiency: recalled(1e-3, DETECTOR_PAPER, 'at a few GeV; 1e-5 above 10 GeV'),
  },
  identification: {
    e: {
      e: fact(constant(0.95, 0.93, 0.97), 'recalled', ANALYSES, '0.9 < E/p < 1.1 and ring likelihood'),
      mu: fact(
        constant(2e-7, 2e-8, 2e-6),
        'unverified',
        'E/p < 0.2 for one electron in 10⁴, times a chance muon-detector signal (2e-3)',
      ),
      pi: fact(constant(4e-3, 2e-3, 1e-2), 'unverified', ANALYSES, 'E/p < 0.85: bremsstrahlung and cracks'),
    },
    mu: {
      e: fact(
        constant(5e-8, 1e-8, 5e-7),
        'unverified',
        'catastrophic bremsstrahlung (5e-6) and ring likelihood (1e-2)',
      ),
      mu: fact(constant(0.98, 0.97, 0.99), 'recalled', ANALYSES, 'E/p < 0.2 and an in-time muon-detector signal'),
      pi: fact(constant(5e-3, 3e-3, 1e-2), 'recalled', ANALYSES, 'muon detector silent'),
    },
    pi: {
      // E/p between 0.9 and 1.1 for one pion in 100, times the ring likelihood: a tail of 3e-3 (band 1e-3 to 1e-2)
      // plus the overlap of the rings at half their distance (radius resolution 5.5 mm / √13.5, focal length 17.02 m).
      e: fact(
        {
          momentum: [0, 35, 40, 45, 50, 55, 60, 65, 75],
          central: [3e-5, 3e-5, 3.7e-5, 9e-5, 2.6e-4, 5e-4, 8.4e-4, 1.2e-3, 1.8e-3],
          low: [1e-5, 1e-5, 1.7e-5, 7e-5, 2.4e-4, 4.8e-4, 8.2e-4, 1.2e-3, 1.8e-3],
          high: [1e-4, 1e-4, 1.1e-4, 1.6e-4, 3.3e-4, 5.7e-4, 9.1e-4, 1.3e-3, 1.9e-3],
        },
        'recalled',
        `${ANALYSES}; ring radii and hits from ${FRAMEWORK}`,
      ),
      mu: fact(constant(5e-3, 3e-3, 1e-2), 'unverified', ANALYSES, 'punch-through; decays are simulated'),
      pi: fact(constant(0.95, 0.93, 0.97), 'recalled', ANALYSES, 'E/p < 0.85 and a silent muon detector'),
    },
  },
  trackEfficiency: fact(0.9715, 'computed', 'tuned once: K⁺ → π⁺π⁺π⁻ reference acceptance 0.1536', '± 0.0003'),
  // Published over geometrical acceptance of six three-track analyses: 0.475, 0.57, 0.5, 0.475, 0.38, 0.49.
  analysisEfficiency: fact(
    0.782,
    'computed',
    'cube root of the mean (0.478) of published over geometrical acceptances: π⁺ee, π⁺μμ, π⁻μμ, π⁻ee, π⁻μe, π⁺μe',
    '0.72 to 0.83; docs/decisions/0019-dump-production-and-cuts.md',
  ),
};
