import { InvalidInput, unknownName } from '../../schema/index.ts';
import { HBAR_C, SPEED_OF_LIGHT } from '../../units/index.ts';
import type { Particle } from './particle.ts';
import { type ParticleName, type ParticleRow, particleData } from './particle-data.ts';

/** Particles by name, in the table's order. Never changed: `withParticles` makes a new one. */
export type ParticleTable = ReadonlyMap<string, Particle>;

function fromRow(row: ParticleRow, anti: boolean): Particle {
  const sign = anti ? -1 : 1;
  const ctau = row.lifetime
    ? row.lifetime.value * SPEED_OF_LIGHT
    : row.width
      ? HBAR_C / row.width.value
      : Number.POSITIVE_INFINITY;
  return Object.freeze({
    name: anti ? row.antiparticle : row.name,
    antiparticle: anti ? row.name : row.antiparticle,
    pdgId: sign * row.pdgId,
    charge: sign === 1 || row.charge === 0 ? row.charge : -row.charge,
    mass: row.mass.value,
    ctau,
    ...(row.flavour === undefined ? {} : { lepton: { flavour: row.flavour, number: sign as 1 | -1 } }),
    numbers: {
      mass: row.mass,
      ...(row.lifetime ? { lifetime: row.lifetime } : {}),
      ...(row.width ? { width: row.width } : {}),
    },
  });
}

function build(): ParticleTable {
  const table = new Map<string, Particle>();
  for (const row of particleData as readonly ParticleRow[]) {
    table.set(row.name, fromRow(row, false));
    if (row.antiparticle !== row.name) table.set(row.antiparticle, fromRow(row, true));
  }
  return table;
}

/**
 * The built-in table: masses and widths of the 2024 Review of Particle Physics. K0 and K0bar have no lifetime of their
 * own: their `ctau` is Infinity, so that nothing decays them unasked; choose K_S or K_L. 'nu' and 'nubar' stand for a
 * neutrino whose flavour does not matter and carry the electron neutrino's PDG number.
 */
export const particles: ParticleTable = build();

/** The particle of that name. Throws InvalidInput with the nearest name when there is none. */
export function particle(name: ParticleName): Particle;
export function particle(name: string, table: ParticleTable): Particle;
export function particle(name: string, table: ParticleTable = particles): Particle {
  const found = table.get(name);
  if (found === undefined) throw unknownName('particle', 'particle', name, [...table.keys()]);
  return found;
}

/** A particle to add: what a user knows of it. The antiparticle is itself unless named. */
export interface ParticleEntry {
  readonly name: string;
  /** GeV, ≥ 0. */
  readonly mass: number;
  /** Units of e; 0 unless given. */
  readonly charge?: number;
  /** cτ in metres; 0 (decays where it is made) unless given. */
  readonly ctau?: number;
  readonly antiparticle?: string;
  readonly pdgId?: number;
  readonly lepton?: Particle['lepton'];
  readonly source?: string;
}

/**
 * A new table with further particles; an existing name is replaced (for instance by another mass). A charged entry
 * with another name for its antiparticle adds both. Throws InvalidInput for an empty name, a name with blanks or
 * parentheses, a mass or cτ that is negative or not a number, or a charge that is not a whole number.
 */
export function withParticles(table: ParticleTable, extra: readonly ParticleEntry[]): ParticleTable {
  const extended = new Map(table);
  for (const entry of extra) {
    const { name, mass, charge = 0, ctau = 0, antiparticle = name, pdgId = 0 } = entry;
    const where = `particle '${name}'`;
    for (const label of [name, antiparticle])
      if (!/^[^\s()!]+$/.test(label) || label.includes('->'))
        throw new InvalidInput(where, "a name has no blanks, parentheses, exclamation marks or '->'");
    if (!(mass >= 0 && mass < Number.POSITIVE_INFINITY))
      throw new InvalidInput(where, `mass must be a number ≥ 0 in GeV, found ${mass}`);
    if (!(ctau >= 0)) throw new InvalidInput(where, `cτ must be ≥ 0 metres, found ${ctau}`);
    if (!Number.isInteger(charge)) throw new InvalidInput(where, `charge must be a whole number, found ${charge}`);
    if (charge !== 0 && antiparticle === name)
      throw new InvalidInput(where, 'a charged particle needs the name of its antiparticle');
    const source = entry.source ?? 'given by the user';
    const numbers = { mass: { value: mass, error: 0, source, tag: 'proposal' as const } };
    const lepton = entry.lepton;
    const common = { mass, ctau, numbers };
    extended.set(name, { name, antiparticle, pdgId, charge, ...common, ...(lepton ? { lepton } : {}) });
    if (antiparticle === name) continue;
    const conjugate = lepton ? { lepton: { flavour: lepton.flavour, number: -lepton.number as 1 | -1 } } : {};
    const opposite = charge === 0 ? 0 : -charge;
    extended.set(antiparticle, {
      name: antiparticle,
      antiparticle: name,
      pdgId: pdgId === 0 ? 0 : -pdgId,
      charge: opposite,
      ...common,
      ...conjugate,
    });
  }
  return extended;
}
