export { fillNormalPair, fillUniformPair, fillUniforms, pairsPerKey } from './columns.ts';
export { EventRandom } from './event-random.ts';
export { drawPoisson } from './poisson.ts';
export { type StreamKey, streamKey } from './stream-key.ts';
export { threefry2x32 } from './threefry.ts';
