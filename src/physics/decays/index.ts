export { decayModel, decayModelIds } from './choose-model.ts';
export { type CompileOptions, compileDecay, type HiddenState } from './compile-decay.ts';
export type { CompiledDecay, Flight, StepNormalisation } from './compiled-decay.ts';
export { coulombFactor, relativeVelocity, sommerfeldFactor } from './coulomb.ts';
export type { DecayModel, DecayModelEntry, Reweighting } from './decay-model.ts';
export { generatedRangeFactor } from './generated-range.ts';
export { meanWeight } from './mean-weight.ts';
export { kaonToPionLeptonPair } from './models/kaon-pion-lepton-pair.ts';
export { CHAT, kaonToPionTwoPhoton, twoPhotonSpectrum } from './models/kaon-pion-two-photon.ts';
