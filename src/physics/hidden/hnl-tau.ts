import { neutralLepton } from './neutral-lepton/model.ts';

/** Heavy neutral lepton that mixes with ν_tau alone. */
export default neutralLepton('tau', 'hnl-tau', 'BC8');
