import { fact, metres, mm } from '../units/index.ts';
import type { BandedEfficiency, Hermetic } from './hermetic.ts';

const FRAMEWORK = 'NA62 framework of 2019 (public copy: github danecross/PyNA62Analysis)';
const DESIGN = 'NA62 technical design, NA62-10-07 (2010)';

const banded = (central: number, low: number, high: number): BandedEfficiency => ({ central, low, high });

/** Vetoes and identification of NA62 for one pion and nothing else; docs/decisions/0036-pinunu-backgrounds.md. */
export const na62Hermetic: Hermetic = {
  photons: {
    largeAngle: fact(
      {
        energy: [0.02, 0.05, 0.1, 0.2],
        central: [1, 0.1, 1e-2, 1e-4],
        low: [0.3, 1e-2, 1e-3, 1e-5],
        high: [1, 1, 0.1, 1e-3],
      },
      'recalled',
      DESIGN,
      '10⁻⁴ above 0.2 GeV (electrons of 0.2 GeV in lead glass: 1.2·10⁻⁴, arXiv:0711.3398); below unverified',
    ),
    calorimeter: fact(
      {
        energy: [0.1, 0.3, 1, 4, 6.5, 8.75, 12],
        central: [1, 0.1, 1e-2, 1e-3, 1e-4, 5e-5, 8e-6],
        low: [0.3, 1e-2, 1e-3, 3.3e-4, 3.3e-5, 1.7e-5, 2.7e-6],
        high: [1, 1, 0.1, 3e-3, 3e-4, 1.5e-4, 2.4e-5],
      },
      'recalled',
      DESIGN,
      'bins 2.5, 5.5, 7.5, 10 GeV, from data of 2006; below 2.5 GeV unverified',
    ),
    smallAngle: fact(
      {
        energy: [0.3, 1, 2.5, 5],
        central: [1, 0.1, 1e-2, 1e-4],
        low: [0.3, 1e-2, 1e-3, 1e-5],
        high: [1, 1, 0.1, 1e-3],
      },
      'recalled',
      DESIGN,
      '10⁻⁴ above 5 GeV (electrons of 25 GeV: 3·10⁻⁵); below unverified',
    ),
  },
  charged: {
    segmentChambers: fact(2, 'code', FRAMEWORK, 'segments before the magnet'),
    trackChambers: fact(3, 'code', FRAMEWORK, 'tracks in three or four chambers'),
    chamber: fact(banded(0.979, 0.97, 0.99), 'computed', 'as the chambers of the detector; band unverified'),
    largeAngle: fact(banded(0.99, 0.97, 0.997), 'unverified', 'a minimum-ionising particle in lead glass'),
    plane: fact(banded(0.99, 0.97, 0.997), 'unverified', 'arXiv:1703.08501: above 99 % for the hodoscopes'),
    smallAngle: fact(banded(0.95, 0.85, 0.983), 'unverified', 'a charged particle in the ring calorimeter'),
    smallAngleInnerRadius: fact(mm(70), 'published', 'na62.web.cern.ch: 7 to 14 cm'),
    sideCounter: fact(
      { z: metres(237.358), centreX: mm(2245), halfX: mm(700), halfY: mm(700) },
      'code',
      FRAMEWORK,
      'MUV0',
    ),
    side: fact(banded(0.95, 0.85, 0.983), 'unverified', 'plastic scintillator'),
  },
  ring: {
    focalLength: fact(metres(17.02), 'code', FRAMEWORK),
    fullRadius: fact(mm(190), 'code', FRAMEWORK),
    fullHits: fact(13.5, 'code', FRAMEWORK),
    hitResolution: fact(mm(5.5), 'code', FRAMEWORK, '1.5 mm on the radius of a full ring'),
    found: fact(
      banded(0.92, 0.85, 1),
      'unverified',
      'pion efficiency 0.64 to 0.75 (recalled) with 0.75 of the calorimeters',
    ),
    likelihoodRatio: fact(0.05, 'code', FRAMEWORK),
    tail: fact(banded(2e-3, 1e-3, 3e-3), 'recalled', 'muons taken for pions by the ring: 2 to 3·10⁻³'),
  },
  pion: {
    pi: fact(banded(0.75, 0.72, 0.78), 'published', 'JHEP 11 (2023) 138'),
    mu: fact(
      banded(1.2e-5, 0.8e-5, 1.8e-5),
      'published',
      'JHEP 11 (2023) 138: 1.2·10⁻⁵ for 75 % of the pions, 15 to 40 GeV',
    ),
    e: fact(banded(1e-3, 1e-4, 1e-2), 'unverified', 'E/p below 0.8'),
  },
};
