import {
  branchingRatio,
  closedKinematics,
  decay,
  defineSearch,
  fact,
  GeV,
  MeV,
  publishedBackground,
  threeTrackCuts,
} from 'spillway/search';
import piminusMue from './kaon-piminus-mue.ts';

const TALK = 'D. Baigarashev for NA62, Dubna, April 2024';
const PAPER = 'PRL 127 (2021) 131802, arXiv:2105.06759';

/** The π⁺μ⁻e⁺ sample of the same publication, with the μ⁻e⁺ pair at the mass of the π⁰. */
export default defineSearch({
  ...piminusMue,
  id: 'kaon-pi0-mue',
  title: 'Lepton-flavour violation in π⁰ → μ⁻e⁺',
  channel: 'π⁰ → μ⁻e⁺',
  summary:
    'K⁺ → π⁺π⁰ with π⁰ → μ⁻e⁺: three tracks with the momentum of the beam and the mass of the kaon, μ⁻e⁺ at the mass of the π⁰, in the 2017–2018 data; tagged π⁰ from a published effective number of kaon decays.',
  signal: { ...decay('K+ -> pi+ (pi0 -> mu- e+)'), parentFraction: branchingRatio('K+ -> pi+ pi0') },
  selection: {
    ...piminusMue.selection,
    tracks: ['pi+', 'mu-', 'e+'],
    cuts: {
      ...threeTrackCuts,
      'positron below 45 GeV': { observable: 'largestMomentum', of: ['e+'], below: GeV(45), source: 'record 0004' },
      ...closedKinematics,
      'at the π⁰': { observable: 'mass', of: ['mu-', 'e+'], between: [MeV(132.9768), MeV(136.9768)], source: PAPER },
    },
  },
  backgrounds: {
    ...piminusMue.backgrounds,
    'K⁺ → π⁺π⁺π⁻': {
      ...decay('K+ -> pi+ pi+ pi-'),
      eventsFactor: 4,
      branchingRatio: branchingRatio('K+ -> pi+ pi+ pi-'),
      published: publishedBackground(0.22, 0.15, PAPER),
    },
    'K⁺ → π⁺e⁺e⁻': { ...decay('K+ -> pi+ e+ e-'), branchingRatio: branchingRatio('K+ -> pi+ e+ e-') },
    'K⁺ → μ⁺νe⁺e⁻': {
      ...decay('K+ -> mu+ nu e+ e-'),
      branchingRatio: branchingRatio('K+ -> mu+ nu e+ e-'),
      published: publishedBackground(0.01, 0.01, PAPER),
    },
    'K⁺ → π⁺π⁻e⁺ν': { ...decay('K+ -> pi+ pi- e+ nu'), branchingRatio: branchingRatio('K+ -> pi+ pi- e+ nu') },
  },
  published: {
    observed: fact(0, 'published', TALK),
    earlierLimit: fact(3.4e-9, 'published', TALK, 'PDG 2019'),
    improvement: fact(11, 'published', TALK),
    rows: {
      acceptance: {
        value: 0.0311,
        tag: 'recalled',
        source: PAPER,
        agreeWithin: 1.5,
        why: 'absolute: kaon tagging, pile-up and timing losses are not simulated',
      },
      ses: {
        value: 1.39e-10,
        error: 0.09e-10,
        tag: 'recalled',
        source: PAPER,
        agreeWithin: 1.5,
        why: 'as the acceptance',
      },
      background: {
        value: 0.23,
        error: 0.15,
        tag: 'published',
        source: TALK,
        agreeWithin: 2,
        why: 'mis-identification maps are known to a factor of several',
      },
      limit: { value: 3.2e-10, tag: 'published', source: TALK, agreeWithin: 1.5, why: 'as the acceptance' },
    },
  },
});
