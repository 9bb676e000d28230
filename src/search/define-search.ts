import type { ParticleName } from '../physics/index.ts';
import type { DecaySample, HiddenParticle } from './decay-sample.ts';
import type { ExperimentId, KaonSearchBody, SearchDocument } from './kaon-search.ts';

type Bare<W extends string> = W extends `(${infer Inner}` ? Bare<Inner> : W extends `${infer Inner})` ? Bare<Inner> : W;
type Words<S extends string> = S extends `${infer Head} ${infer Tail}` ? Bare<Head> | Words<Tail> : Bare<S>;
type Hidden<S extends string> = Exclude<Words<S>, ParticleName | '->' | '' | '!charge'>;

/**
 * A decay, checked by the compiler: every name in the string must be a known particle, or be described in `hidden`.
 * `decay('K+ -> pi+ (a -> e+ e-) (a -> e+ e-)', { a: { mass: MeV(17), lifetime: 'prompt' } })`
 */
export function decay<const S extends string>(
  text: S,
  ...rest: [Hidden<S>] extends [never] ? [] : [hidden: { readonly [K in Hidden<S>]: HiddenParticle }]
): DecaySample {
  const hidden = rest[0] as Readonly<Record<string, HiddenParticle>> | undefined;
  return hidden === undefined ? { decay: text } : { decay: text, hidden };
}

/** A search, checked by the compiler against the experiment's triggers, the observables' dimensions and its own regions. */
export function defineSearch<const E extends ExperimentId, const R extends string>(
  document: KaonSearchBody<E, R>,
): SearchDocument<E, R> {
  return { ...document, kind: 'kaon' };
}
