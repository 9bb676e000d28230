import { ALPHA } from '../production/standard-model.ts';
import { alpModel } from './alp.ts';

/** ALP with a photon coupling alone. */
export default alpModel(
  {
    id: 'alp-photon',
    title: 'Axion-like particle coupled to photons',
    benchmark: 'BC9',
    references: ['arXiv:1901.09966', 'arXiv:1512.03069'],
    coupling: {
      symbol: 'g_aγγ',
      unit: 'GeV⁻¹',
      definition: 'L ⊃ −(g_aγγ/4) a F_μν F̃^μν with F̃ = ½εF; f_γ of BC9 is 1/g_aγγ',
      range: { min: 1e-8, max: 1e-2 },
    },
    assumptions: [
      'Primakoff conversion of photons from π⁰ and η only; photons deeper in the shower and quasi-real photons of the proton are left out.',
      'No coupling to leptons: dilepton searches do not see it.',
    ],
  },
  // g = (α/π) c_γγ/f, so that the coupling is g_aγγ itself.
  { photon: Math.PI / ALPHA, lepton: 0, quark: 0, gluon: 0 },
);
