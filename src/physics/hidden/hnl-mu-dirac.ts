import { neutralLepton } from './neutral-lepton/model.ts';

/** Heavy neutral lepton that mixes with ν_μ alone and is not its own antiparticle: half the width of a Majorana one. */
export default neutralLepton('mu', 'hnl-mu-dirac', 'BC7', 'dirac');
