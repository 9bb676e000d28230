import { defineDumpSearch } from 'spillway/search';
import charmEe from './charm-ee.ts';

export default defineDumpSearch({
  ...charmEe,
  id: 'charm-gg',
  title: 'CHARM beam dump: one or two showers, γγ',
  channel: 'X → γγ, CHARM',
  summary:
    'One or two electromagnetic showers of 5 to 50 GeV on the front of the detector, from 2.4 × 10¹⁸ protons of 400 GeV on copper.',
  pair: ['gamma', 'gamma'],
  published: { model: 'alp-photon', rows: {} },
});
