import { decay, defineSearch, fact, MeV } from 'spillway/search';
import munuee from './kaon-munuee.ts';

const TALK = 'D. Baigarashev for NA62, Dubna, April 2024';

const range = { from: MeV(110), to: MeV(490), step: MeV(10) };
/** What all hypotheses share: the signal region counts, whatever the mass. */
const scan = {
  kind: 'mass scan',
  window: 'signal region',
  simulated: { every: 2, eventsFactor: 0.05, candidates: 400 },
  resolution: { halfRange: MeV(10), bins: 100 },
  toys: 0,
} as const;
const NOT_SUFFICIENT =
  'The publication states that the result is not sufficient to constrain models of new physics with Majorana neutrinos, axion-like particles and Z′: other searches exclude such couplings further. These limits are shown for what they are.';

/** The limit on the decay without a resonance is that of the search itself. */
const { limit: _, ...shared } = munuee;

/** The same candidates as in K⁺ → μ⁻νe⁺e⁺, read as the decay of a particle on its mass shell. */
export default defineSearch({
  ...shared,
  id: 'kaon-munuee-onshell',
  channel: 'K⁺ → μ⁻νe⁺e⁺ by a particle on its mass shell',
  title: 'K⁺ → μ⁻νe⁺e⁺ by a Majorana neutrino, an axion-like particle or a Z′',
  summary:
    'The search for K⁺ → μ⁻νe⁺e⁺ read as the production of a particle on its mass shell: a Majorana neutrino, an axion-like particle or a Z′ with flavour-violating couplings. Limits on the product of the branching fractions against the mass.',
  frozen: { date: '2026-11-24', record: 'docs/decisions/0016-munuee-on-shell.md' },
  checks: {},
  backgrounds: Object.fromEntries(
    Object.entries(munuee.backgrounds).map(([name, sample]) => [name, { ...sample, eventsFactor: 0.5 }]),
  ),
  analyses: {
    'Majorana neutrino, lepton number violated': {
      ...scan,
      masses: { N: range },
      sample: {
        ...decay('K+ -> e+ (N -> e+ mu- nu)', { N: { mass: MeV(250), lifetime: 'prompt' } }),
        models: ['hnl-e-to-e-mu-violating'],
      },
      statement: NOT_SUFFICIENT,
    },
    'Majorana neutrino, lepton flavour violated': {
      ...scan,
      masses: { M: range },
      sample: {
        ...decay('K+ -> e+ (M -> mu- e+ nu)', { M: { mass: MeV(250), lifetime: 'prompt' } }),
        models: ['hnl-e-to-mu-e-conserving'],
      },
      statement: NOT_SUFFICIENT,
    },
    'axion-like particle': {
      ...scan,
      masses: { a: range },
      sample: {
        ...decay('K+ -> e+ nu (a -> mu- e+)', { a: { mass: MeV(250), lifetime: 'prompt' } }),
        models: ['kaon-e-neutrino-scalar'],
      },
      statement: NOT_SUFFICIENT,
    },
    'Z′': {
      ...scan,
      masses: { Z: range },
      sample: {
        ...decay('K+ -> e+ nu (Z -> mu- e+)', { Z: { mass: MeV(250), lifetime: 'prompt' } }),
        models: ['flat'],
      },
      statement: `The amplitude is uniform in phase space. ${NOT_SUFFICIENT}`,
    },
  },
  published: { observed: fact(0, 'published', TALK), rows: {} },
});
