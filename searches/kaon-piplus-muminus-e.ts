import {
  branchingRatio,
  closedKinematics,
  decay,
  defineSearch,
  fact,
  GeV,
  publishedBackground,
  threeTrackCuts,
} from 'spillway/search';
import piminusMue from './kaon-piminus-mue.ts';

const TALK = 'D. Baigarashev for NA62, Dubna, April 2024';
const PAPER = 'PRL 127 (2021) 131802, arXiv:2105.06759';

/** Everything but the charges is as in K⁺ → π⁻μ⁺e⁺, which the same publication reports. */
export default defineSearch({
  ...piminusMue,
  id: 'kaon-piplus-muminus-e',
  title: 'Lepton-flavour violation in K⁺ → π⁺μ⁻e⁺',
  channel: 'K⁺ → π⁺μ⁻e⁺',
  summary:
    'Three tracks π⁺μ⁻e⁺ from one vertex with the momentum of the beam and the mass of the kaon, in the 2017–2018 data, normalised to a published effective number of kaon decays from K⁺ → π⁺π⁺π⁻.',
  signal: decay('K+ -> pi+ mu- e+'),
  selection: {
    ...piminusMue.selection,
    tracks: ['pi+', 'mu-', 'e+'],
    cuts: {
      ...threeTrackCuts,
      'positron below 45 GeV': { observable: 'largestMomentum', of: ['e+'], below: GeV(45), source: 'record 0004' },
      ...closedKinematics,
    },
  },
  backgrounds: {
    ...piminusMue.backgrounds,
    'K⁺ → π⁺π⁺π⁻': {
      ...decay('K+ -> pi+ pi+ pi-'),
      eventsFactor: 4,
      branchingRatio: branchingRatio('K+ -> pi+ pi+ pi-'),
      published: publishedBackground(0.84, 0.34, PAPER),
    },
    'K⁺ → π⁺e⁺e⁻': { ...decay('K+ -> pi+ e+ e-'), branchingRatio: branchingRatio('K+ -> pi+ e+ e-') },
    'K⁺ → μ⁺νe⁺e⁻': {
      ...decay('K+ -> mu+ nu e+ e-'),
      branchingRatio: branchingRatio('K+ -> mu+ nu e+ e-'),
      published: publishedBackground(0.05, 0.03, PAPER),
    },
    'K⁺ → π⁺π⁻e⁺ν': {
      ...decay('K+ -> pi+ pi- e+ nu'),
      branchingRatio: branchingRatio('K+ -> pi+ pi- e+ nu'),
      published: publishedBackground(0.03, 0.01, PAPER),
    },
  },
  published: {
    observed: fact(2, 'published', TALK),
    earlierLimit: fact(5.2e-10, 'published', TALK, 'PDG 2019'),
    improvement: fact(8, 'published', TALK),
    rows: {
      acceptance: {
        value: 0.0621,
        tag: 'recalled',
        source: PAPER,
        agreeWithin: 1.5,
        why: 'absolute: kaon tagging, pile-up and timing losses are not simulated',
      },
      ses: {
        value: 1.44e-11,
        error: 0.05e-11,
        tag: 'recalled',
        source: PAPER,
        agreeWithin: 1.5,
        why: 'as the acceptance',
      },
      background: {
        value: 0.92,
        error: 0.34,
        tag: 'published',
        source: TALK,
        agreeWithin: 2,
        why: 'mis-identification maps are known to a factor of several',
      },
      limit: { value: 6.6e-11, tag: 'published', source: TALK, agreeWithin: 1.5, why: 'as the acceptance' },
    },
  },
});
