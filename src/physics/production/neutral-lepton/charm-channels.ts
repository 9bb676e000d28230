import { pseudoscalarStrength, vectorStrength } from '../../form-factors/heavy-mesons/helicities.ts';
import { dispersionModel, doublePole, pole, zSeries, zSlope } from '../../form-factors/heavy-mesons/shapes.ts';
import { MASS } from '../masses.ts';
import { CKM } from '../standard-model.ts';
import { type Channel, channel } from './channel.ts';

const cs = CKM.cs * CKM.cs;
const cd = CKM.cd * CKM.cd;
/** Nearest vector and pseudoscalar mesons of c s̄ and c d̄, GeV. */
const strangeV = 2.1122;
const strangeP = MASS.strangeD;
const lightV = 2.01026;
const lightP = MASS.chargedD;

/** D → K: FLAG 2021 (arXiv:2111.09849), with poles at D_s* and D_s0*. */
const toKaon = {
  plus: zSeries('plus', [0.7877, -0.97, -0.3], strangeV, MASS.chargedD, MASS.chargedKaon),
  zero: zSeries('zero', [0.6959, 0.775, 0.3], 2.317, MASS.chargedD, MASS.chargedKaon),
};
/** D → π: ETM, arXiv:1706.03017. */
const toPion = {
  plus: zSlope(0.6117, 1.985, 0.1314, MASS.chargedD, MASS.chargedPion),
  zero: zSlope(0.6117, 1.188, 0.0342, MASS.chargedD, MASS.chargedPion),
};
/** D_s → η, η′: arXiv:1805.08567, appendix; D⁺ → η: light-cone sum rules, about 0.36 at q² = 0. */
const toEta = { plus: doublePole(0.495, 0.198, strangeV), zero: () => 0.495 };
const toEtaPrime = { plus: doublePole(0.557, 0.198, strangeV), zero: () => 0.557 };
const lightToEta = { plus: pole(0.36, lightV), zero: () => 0.36 };
/**
 * D → K*: as measured in D⁺ → K⁻π⁺e⁺ν (BESIII, arXiv:1512.08627): A₁(0) = 0.589, V/A₁ = 1.411, A₂/A₁ = 0.788, poles at
 * 1.81 and 2.61 GeV; A₀(0) from the condition at q² = 0.
 */
const measured = { a1: 0.589, v: 0.589 * 1.411, a2: 0.589 * 0.788 };
const toKstar = {
  v: pole(measured.v, 1.81),
  a0: pole(
    ((MASS.chargedD + MASS.kstar) * measured.a1 - (MASS.chargedD - MASS.kstar) * measured.a2) / (2 * MASS.kstar),
    strangeP,
  ),
  a1: pole(measured.a1, 2.61),
  a2: pole(measured.a2, 2.61),
};
/** Other vectors: dispersion quark model (hep-ph/0001113), table of D and D_s decays. */
const toRho = dispersionModel({ v: [0.9, 0.46], a0: [0.66, 0.36], a1: [0.59, 0.5], a2: [0.49, 0.89] }, lightV, lightP);
const toPhi = dispersionModel(
  { v: [1.1, 0.26], a0: [0.73, 0.1], a1: [0.64, 0.29], a2: [0.47, 0.63] },
  strangeV,
  strangeP,
);
const strangeToKstar = dispersionModel(
  { v: [1.04, 0.24], a0: [0.67, 0.2], a1: [0.57, 0.29, 0.42], a2: [0.42, 0.58] },
  lightV,
  lightP,
);

const p = pseudoscalarStrength;
const v = vectorStrength;

/** Semileptonic decays of D⁰, D⁺ and D_s⁺ to a neutral lepton: c → s and c → d, the lowest pseudoscalar and vector mesons. */
export const charmChannels: readonly Channel[] = [
  channel('D0', 'K', MASS.chargedKaon, cs, p, toKaon),
  channel('D0', 'K*', MASS.kstar, cs, v, toKstar),
  channel('D0', 'pi', MASS.chargedPion, cd, p, toPion),
  channel('D0', 'rho', MASS.rho, cd, v, toRho),
  channel('D+', 'K', MASS.neutralKaon, cs, p, toKaon),
  channel('D+', 'K*', 0.89555, cs, v, toKstar),
  channel('D+', 'pi', MASS.neutralPion, 0.5 * cd, p, toPion),
  channel('D+', 'rho', MASS.rho, 0.5 * cd, v, toRho),
  channel('D+', 'omega', MASS.omega, 0.5 * cd, v, toRho),
  channel('D+', 'eta', MASS.eta, cd, p, lightToEta),
  channel('D_s+', 'eta', MASS.eta, cs, p, toEta),
  channel('D_s+', 'etaprime', MASS.etaPrime, cs, p, toEtaPrime),
  channel('D_s+', 'phi', MASS.phi, cs, v, toPhi),
  channel('D_s+', 'K', MASS.neutralKaon, cd, p, toPion),
  channel('D_s+', 'K*', 0.89555, cd, v, strangeToKstar),
];
