import { neutralLepton } from './hnl.ts';

/** Heavy neutral lepton that mixes with ν_mu alone. */
export default neutralLepton('mu', 'hnl-mu', 'BC7');
