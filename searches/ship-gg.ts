import { defineDumpSearch } from 'spillway/search';
import shipEe from './ship-ee.ts';

export default defineDumpSearch({
  ...shipEe,
  id: 'ship-gg',
  title: 'SHiP as a projection: γγ in the decay vessel',
  channel: 'X → γγ, SHiP',
  summary:
    'Both of a pair on the spectrometer and the calorimeter, from 6 × 10²⁰ protons of 400 GeV: a projection without losses and without background.',
  pair: ['gamma', 'gamma'],
  selection: { ...shipEe.selection, reach: ['calorimeter'] },
  published: { model: 'alp-photon', rows: {} },
});
