import { GeV, MeV, metres, mm } from '../../units/index.ts';

const PLAUSIBLE = 'cuts of the kind that arXiv:2311.01837 has (proposal)';

/** Cuts of the analyses of one charged pion and two photons that make up the whole kaon. */
export const trackAndPhotonPairCuts = {
  'vertex in the decay volume': { observable: 'vertexZ', between: [metres(105), metres(170)], source: PLAUSIBLE },
  'track meets the beam': {
    observable: 'vertexChiSquare',
    below: 25,
    source: 'closest approach below 10 mm (proposal)',
  },
  'π momentum above 10 GeV': { observable: 'smallestMomentum', of: ['tracks'], above: GeV(10), source: PLAUSIBLE },
  'π momentum below 40 GeV': { observable: 'largestMomentum', of: ['tracks'], below: GeV(40), source: PLAUSIBLE },
  'photons above 4 GeV': { observable: 'smallestMomentum', of: ['gamma'], above: GeV(4), source: PLAUSIBLE },
  'photons apart': { observable: 'separationCalorimeter', of: ['gamma'], above: mm(200), source: PLAUSIBLE },
  'photons away from the track': { observable: 'separationCalorimeter', above: mm(150), source: PLAUSIBLE },
  'total momentum': { observable: 'momentumExcess', between: [GeV(-3), GeV(3)], source: PLAUSIBLE },
  'kaon mass': { observable: 'mass', between: [MeV(485.677), MeV(501.677)], source: PLAUSIBLE },
} as const;
