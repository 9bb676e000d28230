import { neutralLepton } from './neutral-lepton/model.ts';

/** Heavy neutral lepton that mixes with ν_τ alone and is not its own antiparticle: half the width of a Majorana one. */
export default neutralLepton('tau', 'hnl-tau-dirac', 'BC8', 'dirac');
