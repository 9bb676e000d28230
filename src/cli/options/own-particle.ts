import { InvalidInput } from '../../schema/index.ts';
import { quantityOf } from './quantities.ts';

/** A particle of one's own: name, mass (GeV), proper lifetime c·τ (m). */
export interface OwnParticle {
  readonly name: string;
  readonly mass: number;
  readonly lifetime: number | 'prompt';
}

const form = "needs e.g. 'A: mass 20MeV, lifetime 1ns' (or 'lifetime prompt').";

/** Reads 'A: mass 20MeV, lifetime 1ns'; without a lifetime it is prompt. */
export function readOwnParticle(text: string): OwnParticle {
  const [, name, rest] = /^\s*([A-Za-z][\w'+-]*)\s*:\s*(.*)$/.exec(text) ?? [];
  if (name === undefined) throw new InvalidInput('', `found '${text}', ${form}`);
  const given = new Map<string, string>();
  for (const part of rest.split(',')) {
    const [, key, value] = /^\s*(mass|lifetime)\s+(\S+)\s*$/.exec(part) ?? [];
    if (key === undefined || given.has(key)) throw new InvalidInput('', `found '${part.trim()}', ${form}`);
    given.set(key, value);
  }
  const mass = given.get('mass');
  if (mass === undefined) throw new InvalidInput('', `'${name}' has no mass; ${form}`);
  const lifetime = given.get('lifetime') ?? 'prompt';
  return {
    name,
    mass: zeroOrMore(quantityOf('energy')(mass), `mass ${mass}`),
    lifetime: lifetime === 'prompt' ? lifetime : zeroOrMore(quantityOf('length')(lifetime), `lifetime ${lifetime}`),
  };
}

function zeroOrMore(value: number, typed: string): number {
  if (value < 0) throw new InvalidInput('', `found '${typed}', which is below zero; ${form}`);
  return value;
}
