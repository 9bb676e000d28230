import { neutralLepton } from './hnl.ts';

/** Heavy neutral lepton that mixes with ν_tau alone. */
export default neutralLepton('tau', 'hnl-tau', 'BC8');
