export { decayModel, decayModelIds } from './choose-model.ts';
export { type CompileOptions, compileDecay, type HiddenState } from './compile-decay.ts';
export type { CompiledDecay, Flight, StepNormalisation } from './compiled-decay.ts';
export type { DecayModel, DecayModelEntry, Reweighting } from './decay-model.ts';
