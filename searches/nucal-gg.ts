import { defineDumpSearch } from 'spillway/search';
import nucalEe from './nucal-ee.ts';

export default defineDumpSearch({
  ...nucalEe,
  id: 'nucal-gg',
  title: 'ν-Cal I beam dump: electromagnetic showers, γγ',
  channel: 'X → γγ, ν-Cal',
  summary:
    'An electromagnetic shower above 10 GeV in the detector behind the decay region, from 1.7 × 10¹⁸ protons of 70 GeV on iron.',
  pair: ['gamma', 'gamma'],
  published: { model: 'alp-photon', rows: {} },
});
