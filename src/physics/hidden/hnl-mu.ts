import { neutralLepton } from './neutral-lepton/model.ts';

/** Heavy neutral lepton that mixes with ν_mu alone. */
export default neutralLepton('mu', 'hnl-mu', 'BC7');
