import { SPECIES } from '../../events/response-block.ts';
import { exp, log } from '../../math/elementary.ts';
import { branchingFraction, particle } from '../../physics/particles/index.ts';

const MUON = SPECIES.indexOf('mu');
const ELECTRON = SPECIES.indexOf('e');

/** A particle that may decay before the calorimeter, and to what its charged daughter is. */
export interface FlyingParticle {
  readonly parent: 'pi+' | 'K+' | 'mu+';
  readonly channels: readonly Channel[];
}

/** One way to decay; what the channels leave of 1 leaves no track. */
interface Channel {
  /** The charged daughter, as an index in SPECIES. */
  readonly species: number;
  readonly fraction: number;
  /** Momentum of the daughter in the rest frame (GeV); `uniform` gives numbers in (0, 1). */
  readonly momentum: (uniform: () => number) => number;
  readonly mass: number;
}

function twoBody(parent: 'pi+' | 'K+', lepton: 'mu+' | 'e+'): Channel {
  const M = particle(parent).mass;
  const { mass } = particle(lepton);
  const momentum = (M * M - mass * mass) / (2 * M);
  const { value: fraction } = branchingFraction(`${parent} -> ${lepton} nu`);
  return { species: lepton === 'mu+' ? MUON : ELECTRON, fraction, mass, momentum: () => momentum };
}

/** Energy of the electron of an unpolarised muon, over the largest: density 2x²(3 − 2x) (Michel, ρ = ¾, massless electron). */
export function drawMichelShare(uniform: () => number): number {
  for (;;) {
    // Density 3x², kept with (3 − 2x)/3.
    const x = exp(log(uniform()) / 3);
    if (uniform() * 3 < 3 - 2 * x) return x;
  }
}

const muonMass = particle('mu+').mass;
const electronMass = particle('e+').mass;
const largest = (muonMass * muonMass - electronMass * electronMass) / (2 * muonMass);

const pion: FlyingParticle = { parent: 'pi+', channels: [twoBody('pi+', 'mu+'), twoBody('pi+', 'e+')] };
const kaon: FlyingParticle = { parent: 'K+', channels: [twoBody('K+', 'mu+'), twoBody('K+', 'e+')] };
const muon: FlyingParticle = {
  parent: 'mu+',
  channels: [
    {
      species: ELECTRON,
      fraction: 1,
      mass: electronMass,
      momentum: (uniform) => largest * drawMichelShare(uniform),
    },
  ],
};

/** Particles that decay in flight, by name. */
export const FLYING: Readonly<Record<string, FlyingParticle>> = {
  'pi+': pion,
  'pi-': pion,
  'K+': kaon,
  'K-': kaon,
  'mu+': muon,
  'mu-': muon,
};

/** Draws how a particle decays: as nature does, or, in a preferring event, to an electron in a given share of the decays. */
export class ChannelChoice {
  /** The daughter (index in SPECIES; −1: no track), its momentum and energy in the rest frame (GeV). */
  species = -1;
  momentum = 0;
  energy = 0;
  /** Probability of this way in a preferring event over the natural one. */
  preference = 1;
  readonly #channels: readonly Channel[];
  readonly #electrons: number;
  readonly #natural: number;

  /** `electrons`: share of the decays of a preferring event that go to an electron; 0: as nature has it. */
  constructor(channels: readonly Channel[], electrons = 0) {
    this.#channels = channels;
    this.#natural = channels.reduce((sum, { species, fraction }) => sum + (species === ELECTRON ? fraction : 0), 0);
    this.#electrons = this.#natural > 0 && this.#natural < 1 ? electrons : 0;
  }

  draw(prefers: boolean, uniform: () => number): void {
    const natural = this.#natural;
    const electrons = this.#electrons;
    const share = prefers && electrons > 0 ? electrons : natural;
    const toElectron = natural === 1 || uniform() < share;
    if (electrons > 0) this.preference = toElectron ? electrons / natural : (1 - electrons) / (1 - natural);
    this.species = -1;
    let rest = toElectron ? 0 : uniform() * (1 - natural);
    for (const { species, fraction, momentum, mass } of this.#channels) {
      if ((species === ELECTRON) !== toElectron) continue;
      rest -= fraction;
      if (rest >= 0) continue;
      this.species = species;
      this.momentum = momentum(uniform);
      this.energy = Math.sqrt(this.momentum * this.momentum + mass * mass);
      return;
    }
  }
}
