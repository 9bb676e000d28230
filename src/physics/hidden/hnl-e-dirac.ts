import { neutralLepton } from './neutral-lepton/model.ts';

/** Heavy neutral lepton that mixes with ν_e alone and is not its own antiparticle: half the width of a Majorana one. */
export default neutralLepton('e', 'hnl-e-dirac', 'BC6', 'dirac');
