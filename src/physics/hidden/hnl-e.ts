import { neutralLepton } from './neutral-lepton/model.ts';

/** Heavy neutral lepton that mixes with ν_e alone. */
export default neutralLepton('e', 'hnl-e', 'BC6');
