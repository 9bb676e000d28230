export { type Decay, type DecayNode, finalStateOf, type QuantumNumberChanges } from './decay.ts';
export { parseDecay } from './parse-decay.ts';
export { canonicalDecay, printDecay } from './print-decay.ts';
