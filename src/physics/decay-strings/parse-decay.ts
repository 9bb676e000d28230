import { InvalidInput } from '../../schema/index.ts';
import type { Particle } from '../particles/particle.ts';
import { type ParticleTable, particle, particles } from '../particles/particle-table.ts';
import { type Decay, type DecayNode, finalStateOf, type QuantumNumberChanges } from './decay.ts';
import { canonicalDecay } from './print-decay.ts';

const CHARGE_MARKER = '!charge';
const MAXIMUM_DEPTH = 16;

/** Reads one 'parent -> products' from `tokens`, starting at `position.at`. */
function readDecay(
  tokens: readonly string[],
  position: { at: number },
  table: ParticleTable,
  where: string,
  depth: number,
): DecayNode {
  if (depth > MAXIMUM_DEPTH) throw new InvalidInput(where, `decays are nested deeper than ${MAXIMUM_DEPTH}`);
  const parentName = tokens[position.at++];
  if (parentName === undefined || parentName === '(' || parentName === ')' || parentName === '->')
    throw new InvalidInput(where, `a decay starts with its parent, found '${parentName ?? 'the end'}'`);
  const parent = particle(parentName, table);
  const arrow = tokens[position.at++];
  if (arrow !== '->')
    throw new InvalidInput(where, `expected '->' after '${parentName}', found '${arrow ?? 'the end'}'`);
  const products: DecayNode[] = [];
  for (let token = tokens[position.at]; token !== undefined && token !== ')'; token = tokens[position.at]) {
    position.at++;
    if (token === '->') throw new InvalidInput(where, `a second '->' must stand in parentheses`);
    if (token === '(') {
      products.push(readDecay(tokens, position, table, where, depth + 1));
      if (tokens[position.at++] !== ')') throw new InvalidInput(where, `a '(' is not closed`);
    } else products.push({ particle: particle(token, table), products: [] });
  }
  if (products.length === 0) throw new InvalidInput(where, `'${parentName} ->' has no products`);
  if (products.length === 1)
    throw new InvalidInput(where, `'${parentName} ->' has one product; a decay has two or more`);
  return { particle: parent, products };
}

const signed = (n: number): string => (n > 0 ? `+${n}` : `${n}`);

function checkNode(node: DecayNode, where: string, chargeFree: boolean): void {
  if (node.products.length === 0) return;
  const names = node.products.map((product) => product.particle.name).join(' ');
  const charge = node.products.reduce((sum, product) => sum + product.particle.charge, 0);
  if (charge !== node.particle.charge && !chargeFree)
    throw new InvalidInput(
      where,
      `charge is not conserved: ${node.particle.name} has ${signed(node.particle.charge)}, ${names} have ` +
        `${signed(charge)} together (write '${CHARGE_MARKER}' in front of the decay if this is meant)`,
    );
  const mass = node.products.reduce((sum, product) => sum + product.particle.mass, 0);
  if (mass >= node.particle.mass)
    throw new InvalidInput(
      where,
      `${node.particle.name} (${node.particle.mass} GeV) is too light to decay to ${names} (${mass} GeV together)`,
    );
  for (const product of node.products) checkNode(product, where, chargeFree);
}

function changesOf(parent: Particle, finalState: readonly Particle[]): QuantumNumberChanges {
  const sum = (number: (p: Particle) => number) =>
    finalState.reduce((total, p) => total + number(p), 0) - number(parent);
  const flavoured = (flavour: string) => sum((p) => (p.lepton?.flavour === flavour ? p.lepton.number : 0));
  return {
    charge: sum((p) => p.charge),
    lepton: sum((p) => p.lepton?.number ?? 0),
    electron: flavoured('e'),
    muon: flavoured('mu'),
    tau: flavoured('tau'),
    unstated: finalState.filter((p) => p.lepton?.flavour === 'any').length,
  };
}

function identicalProducts(root: DecayNode): number[][] {
  const groups = new Map<string, number[]>();
  let position = 0;
  for (const product of root.products) {
    const positions = groups.get(product.particle.name);
    if (positions === undefined) groups.set(product.particle.name, [position]);
    else positions.push(position);
    position++;
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/**
 * Reads a decay such as 'K+ -> pi+ (pi0 -> e+ e- gamma)': names of `table` separated by blanks, products that decay
 * further in parentheses, to any depth up to 16. Charge must be conserved in every step unless the text starts with
 * '!charge'; lepton numbers are reported in `changes`, not enforced; a step whose products are together as heavy as
 * its parent or heavier is refused. Throws InvalidInput with the text, what was found and the nearest name.
 */
export function parseDecay(text: string, table: ParticleTable = particles): Decay {
  const shown = text.length > 120 ? `${text.slice(0, 117)}...` : text;
  const where = `decay '${shown}'`;
  if (text.length > 1000) throw new InvalidInput(where, `a decay has at most 1000 characters, found ${text.length}`);
  const tokens = text.replace(/->|→/g, ' -> ').replace(/[()]/g, ' $& ').split(/\s+/).filter(Boolean);
  const chargeFree = tokens[0] === CHARGE_MARKER;
  const position = { at: chargeFree ? 1 : 0 };
  const root = readDecay(tokens, position, table, where, 0);
  if (position.at < tokens.length) throw new InvalidInput(where, `'${tokens[position.at]}' after the end of the decay`);
  checkNode(root, where, chargeFree);
  const finalState = finalStateOf(root);
  return {
    root,
    finalState,
    canonical: canonicalDecay(root),
    changes: changesOf(root.particle, finalState),
    identical: identicalProducts(root),
  };
}
