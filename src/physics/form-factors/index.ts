export { KAON_PION_SLOPES, type KaonPionSlopes, scalarFormFactor, vectorFormFactor } from './kaon-pion-current.ts';
export { OCTET_STRENGTH, twoPhotonAmplitudes } from './kaon-pion-two-photon.ts';
export {
  KAON_THREE_PION_CONSTANTS,
  type KaonThreePionConstants,
  type KaonThreePionSet,
} from './kaon-three-pion-constants.ts';
export {
  PION_LEPTON_FORM_FACTOR,
  type PionLeptonFormFactor,
  pionLeptonFormFactor,
  pionLeptonSpectrum,
} from './pion-lepton.ts';
