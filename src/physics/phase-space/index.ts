export { type Cascade, type CascadeTree, createCascade, type MassSampling } from './cascade.ts';
export { flatPhaseSpace } from './flat.ts';
export type { PhaseSpaceGenerator } from './generator.ts';
export { THREE_BODY_UNIFORMS, threeBodyPhaseSpace } from './three-body.ts';
export { threeBodyDecays } from './three-body-kernel.ts';
export { type ThreeBodyStream, threeBodyStream } from './three-body-stream.ts';
export { TWO_BODY_UNIFORMS, twoBodyPhaseSpace } from './two-body.ts';
