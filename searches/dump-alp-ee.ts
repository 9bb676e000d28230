import { defineDumpSearch, fact, MeV } from 'spillway/search';
import charmEe from './charm-ee.ts';
import dumpEe from './dump-ee.ts';

const TALK = 'D. Baigarashev for NA62, Dubna, April 2024';

export default defineDumpSearch({
  ...dumpEe,
  id: 'dump-alp-ee',
  title: 'Axion-like particles to e⁺e⁻ from B → K* a in beam-dump mode',
  channel: 'B → K* a, a → e⁺e⁻',
  summary: 'The e⁺e⁻ search read as limits on BR(B → K* a) · BR(a → e⁺e⁻) for every mass and lifetime of a.',
  modelIndependent: {
    decays: ['K*'],
    masses: fact([MeV(10), MeV(4300)], 'proposal', 'from above threshold to the kinematic end of B → K* a'),
    earlier: [charmEe],
    improved: fact([MeV(10), MeV(800)], 'published', TALK),
  },
  published: { rows: {} },
});
