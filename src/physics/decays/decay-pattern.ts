import type { DecayNode } from '../decay-strings/decay.ts';

/** A decay as a model names it: particle names, 'nu' for any neutrino, 'X' for a hidden particle. */
export interface DecayPattern {
  readonly parent: string;
  readonly products: readonly (string | DecayPattern)[];
}

/** Reads 'K+ -> e+ (X -> mu- e+ nu)'. For the models' own texts only: no checks of its own. */
export function parsePattern(text: string): DecayPattern {
  const tokens = text.replace(/[()]/g, ' $& ').trim().split(/\s+/);
  let at = 0;
  const read = (): DecayPattern => {
    const parent = tokens[at];
    at += 2;
    const products: (string | DecayPattern)[] = [];
    for (; at < tokens.length && tokens[at] !== ')'; at++) {
      if (tokens[at] === '(') {
        at++;
        products.push(read());
      } else products.push(tokens[at]);
    }
    return { parent, products };
  };
  return read();
}

/** Where the products of a pattern are found in a decay. */
export interface PatternMatch {
  /** One node per leaf of the pattern, in its order. */
  readonly leaves: readonly DecayNode[];
  /** Mass of the hidden particle that 'X' stands for, GeV; NaN when there is none. */
  readonly hiddenMass: number;
}

/** Particles that 'X' may stand for. */
export type IsHidden = (name: string) => boolean;

function sameParticle(wanted: string, node: DecayNode, conjugate: boolean, isHidden: IsHidden): boolean {
  const { particle } = node;
  if (wanted === 'X') return isHidden(particle.name);
  if (wanted === 'nu') return particle.lepton !== undefined && particle.charge === 0;
  return (conjugate ? particle.antiparticle : particle.name) === wanted;
}

function matchNode(
  pattern: DecayPattern,
  node: DecayNode,
  conjugate: boolean,
  isHidden: IsHidden,
  found: { leaves: DecayNode[]; hiddenMass: number },
): boolean {
  if (node.products.length !== pattern.products.length) return false;
  if (!sameParticle(pattern.parent, node, conjugate, isHidden)) return false;
  if (pattern.parent === 'X') found.hiddenMass = node.particle.mass;
  const free = [...node.products];
  for (const wanted of pattern.products) {
    const name = typeof wanted === 'string' ? wanted : wanted.parent;
    const index = free.findIndex((child) => sameParticle(name, child, conjugate, isHidden));
    if (index < 0) return false;
    const [child] = free.splice(index, 1);
    if (name === 'X') found.hiddenMass = child.particle.mass;
    if (typeof wanted === 'string') found.leaves.push(child);
    else if (!matchNode(wanted, child, conjugate, isHidden, found)) return false;
  }
  return true;
}

/** How `pattern` describes the decay of `node`, or its charge conjugate; undefined when it does not. */
export function matchPattern(pattern: DecayPattern, node: DecayNode, isHidden: IsHidden): PatternMatch | undefined {
  for (const conjugate of [false, true]) {
    const found = { leaves: [] as DecayNode[], hiddenMass: Number.NaN };
    if (matchNode(pattern, node, conjugate, isHidden, found)) return found;
  }
  return undefined;
}
