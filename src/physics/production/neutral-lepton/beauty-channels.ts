import { fact } from '../../../units/index.ts';
import { pseudoscalarStrength, vectorStrength } from '../../form-factors/heavy-mesons/helicities.ts';
import { dispersionModel, heavyQuarkModel, zSeries } from '../../form-factors/heavy-mesons/shapes.ts';
import { MASS } from '../masses.ts';
import { type Channel, channel } from './channel.ts';
import { excitedMass } from './mothers.ts';

/** From exclusive decays, which these form factors belong to; the averages with inclusive decays are 3 % larger. */
const exclusive = fact(
  { cb: 0.0394, ub: 3.7e-3 },
  'published',
  'Particle Data Group 2022, review of |V_cb| and |V_ub|',
);
const cb = exclusive.value.cb * exclusive.value.cb;
const ub = exclusive.value.ub * exclusive.value.ub;
const excited = excitedMass.value;
const Bstar = 5.3247;
const none = Number.POSITIVE_INFINITY;

/** B → D: FLAG 2021 (arXiv:2111.09849), without poles; B_s → D_s by SU(3). */
const toD = {
  plus: zSeries('plus', [0.896, -7.94, 51.4], none, MASS.chargedB, MASS.neutralD),
  zero: zSeries('zero', [0.7821, -3.28], none, MASS.chargedB, MASS.neutralD),
};
/** B → D*: HFLAV 2021 (arXiv:2206.07501) with h_A1(1) of the lattice; R₀ of arXiv:1203.2654; B_s → D_s* by SU(3). */
const toDstar = heavyQuarkModel(
  { h: 0.904, slope: 1.122, r1: 1.27, r2: 0.852, r0: 1.14 },
  MASS.chargedB,
  excited['D*0'],
);
/** B → π: FLAG 2021, pole at B*. */
const toPion = {
  plus: zSeries('plus', [0.404, -0.68, -0.86], Bstar, MASS.neutralB, MASS.chargedPion),
  zero: zSeries('zero', [0.49, -1.61, -0.5072], none, MASS.neutralB, MASS.chargedPion),
};
/** B_s → K: FLAG 2021, poles at B* and B*(0⁺). */
const toKaon = {
  plus: zSeries('plus', [0.374, -0.672, 0.07, 1.34], Bstar, 5.36693, MASS.chargedKaon),
  zero: zSeries('zero', [0.2203, 0.089, 0.24], 5.68, 5.36693, MASS.chargedKaon),
};
/** Light vectors: dispersion quark model (hep-ph/0001113). */
const toRho = dispersionModel(
  { v: [0.31, 0.59], a0: [0.3, 0.54], a1: [0.26, 0.73, 0.1], a2: [0.24, 1.4, 0.5] },
  Bstar,
  MASS.chargedB,
);
const toKstar = dispersionModel(
  { v: [0.38, 0.66, 0.3], a0: [0.37, 0.6, 0.16], a1: [0.29, 0.86, 0.6], a2: [0.26, 1.32, 0.54] },
  Bstar,
  MASS.chargedB,
);

const p = pseudoscalarStrength;
const v = vectorStrength;

/** Semileptonic decays of B⁺, B⁰ and B_s⁰ to a neutral lepton: b → c and b → u, the lowest pseudoscalar and vector mesons. */
export const beautyChannels: readonly Channel[] = [
  channel('B+', 'D', MASS.neutralD, cb, p, toD),
  channel('B+', 'D*', excited['D*0'], cb, v, toDstar),
  channel('B+', 'pi', MASS.neutralPion, 0.5 * ub, p, toPion),
  channel('B+', 'rho', MASS.rho, 0.5 * ub, v, toRho),
  channel('B+', 'omega', MASS.omega, 0.5 * ub, v, toRho),
  channel('B0', 'D', MASS.chargedD, cb, p, toD),
  channel('B0', 'D*', excited['D*+'], cb, v, toDstar),
  channel('B0', 'pi', MASS.chargedPion, ub, p, toPion),
  channel('B0', 'rho', MASS.rho, ub, v, toRho),
  channel('B_s0', 'D', MASS.strangeD, cb, p, toD),
  channel('B_s0', 'D*', excited['D_s*+'], cb, v, toDstar),
  channel('B_s0', 'K', MASS.chargedKaon, ub, p, toKaon),
  channel('B_s0', 'K*', MASS.kstar, ub, v, toKstar),
];
