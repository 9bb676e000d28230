import { KE4_FORM_FACTORS, ke4FormFactors } from '../../form-factors/kaon-two-pion-lepton.ts';
import { particle } from '../../particles/particle-table.ts';
import { createCascade } from '../../phase-space/cascade.ts';
import { FERMI_CONSTANT } from '../../production/standard-model.ts';
import { boostToRest } from '../../vectors/four-vector.ts';
import type { MomentumColumns } from '../../vectors/momentum-columns.ts';
import { amplitudeModel } from '../amplitude-model.ts';
import type { DecayModel, DecayModelEntry } from '../decay-model.ts';

const MK = particle('K+').mass;
const MPI = particle('pi+').mass;
const ME = particle('e-').mass;

/** The five Cabibbo–Maksymowicz variables, angles by their cosines and sine. */
export interface Ke4Kinematics {
  sPi: number;
  sE: number;
  cosPi: number;
  cosE: number;
  cosPhi: number;
  sinPhi: number;
}

/** Kinematics of event `i` of products π⁺, π⁻, e⁺, ν in the kaon's rest frame. */
export function ke4Kinematics(): (products: readonly MomentumColumns[], i: number) => Ke4Kinematics {
  const state: Ke4Kinematics = { sPi: 0, sE: 0, cosPi: 0, cosE: 0, cosPhi: 1, sinPhi: 0 };
  const pair = new Float64Array(4);
  const one = new Float64Array(4);
  const two = new Float64Array(4);
  const load = (p: MomentumColumns, i: number, out: Float64Array): void => {
    out[0] = p.energy[i];
    out[1] = p.px[i];
    out[2] = p.py[i];
    out[3] = p.pz[i];
  };
  return ([plus, minus, positron, neutrino], i) => {
    load(plus, i, one);
    load(minus, i, two);
    for (let k = 0; k < 4; k++) pair[k] = one[k] + two[k];
    const p = Math.sqrt(pair[1] * pair[1] + pair[2] * pair[2] + pair[3] * pair[3]);
    state.sPi = pair[0] * pair[0] - p * p;
    boostToRest(one, pair, Math.sqrt(state.sPi), one);
    const [nx, ny, nz] = [pair[1] / p, pair[2] / p, pair[3] / p];
    load(positron, i, two);
    pair[0] = MK - pair[0];
    for (let k = 1; k < 4; k++) pair[k] = -pair[k];
    state.sE = 2 * (two[0] * neutrino.energy[i] - two[1] * neutrino.px[i] - two[2] * neutrino.py[i]);
    state.sE += ME * ME - 2 * two[3] * neutrino.pz[i];
    boostToRest(two, pair, Math.sqrt(state.sE), two);
    const alongPi = one[1] * nx + one[2] * ny + one[3] * nz;
    // the lepton pair flies against n
    const alongE = -(two[1] * nx + two[2] * ny + two[3] * nz);
    const sizePi = one[1] * one[1] + one[2] * one[2] + one[3] * one[3];
    const sizeE = two[1] * two[1] + two[2] * two[2] + two[3] * two[3];
    state.cosPi = sizePi > 0 ? alongPi / Math.sqrt(sizePi) : 1;
    state.cosE = sizeE > 0 ? alongE / Math.sqrt(sizeE) : 1;
    const ax = one[1] - alongPi * nx;
    const ay = one[2] - alongPi * ny;
    const az = one[3] - alongPi * nz;
    const bx = two[1] + alongE * nx;
    const by = two[2] + alongE * ny;
    const bz = two[3] + alongE * nz;
    const norm = Math.sqrt((ax * ax + ay * ay + az * az) * (bx * bx + by * by + bz * bz));
    state.cosPhi = norm > 0 ? (ax * bx + ay * by + az * bz) / norm : 1;
    // (a × n)·b
    const triple = (ay * nz - az * ny) * bx + (az * nx - ax * nz) * by + (ax * ny - ay * nx) * bz;
    state.sinPhi = norm > 0 ? triple / norm : 0;
    return state;
  };
}

const factors = new Float64Array(5);

/** J₅ of dΓ = G_F²V_us²(1 − z_e)σX/(2¹³π⁶m_K⁵)·J₅ ds_π ds_e dcosθ_π dcosθ_e dφ; GeV⁴, ≥ 0 up to rounding. */
export function ke4Intensity({ sPi, sE, cosPi, cosE, cosPhi, sinPhi }: Ke4Kinematics): number {
  ke4FormFactors(sPi, sE, factors);
  const [fsRe, fsIm, fp, g, h] = factors;
  const difference = MK * MK - sPi - sE;
  const x = 0.5 * Math.sqrt(Math.max(0, difference * difference - 4 * sPi * sE));
  const sigma = Math.sqrt(Math.max(0, 1 - (4 * MPI * MPI) / sPi));
  const f1Re = x * (fsRe + fp * cosPi) + 0.5 * sigma * difference * cosPi * g;
  const f1Im = x * fsIm;
  const wide = sigma * Math.sqrt(sPi * sE);
  const f2 = wide * g;
  const f3 = (wide * x * h) / (MK * MK);
  const s2 = Math.max(0, 1 - cosPi * cosPi);
  const s = Math.sqrt(s2);
  const f11 = f1Re * f1Re + f1Im * f1Im;
  const i1 = 0.25 * (f11 + 1.5 * (f2 * f2 + f3 * f3) * s2);
  const i2 = -0.25 * (f11 - 0.5 * (f2 * f2 + f3 * f3) * s2);
  const i3 = -0.25 * (f2 * f2 - f3 * f3) * s2;
  const i4 = 0.5 * f1Re * f2 * s;
  const i5 = -f1Re * f3 * s;
  const i6 = -f2 * f3 * s2;
  // F₁* F₂ has imaginary part −Im F₁·F₂
  const i7 = f1Im * f2 * s;
  const i8 = -0.5 * f1Im * f3 * s;
  const sinE2 = Math.max(0, 1 - cosE * cosE);
  const sinE = Math.sqrt(sinE2);
  const sin2E = 2 * sinE * cosE;
  const sum =
    i1 +
    i2 * (2 * cosE * cosE - 1) +
    i3 * sinE2 * (2 * cosPhi * cosPhi - 1) +
    i4 * sin2E * cosPhi +
    i5 * sinE * cosPhi +
    i6 * cosE +
    i7 * sinE * sinPhi +
    i8 * sin2E * sinPhi;
  return 2 * (1 - (ME * ME) / sE) * sum;
}

/**
 * K⁺ → π⁺π⁻e⁺ν with measured form factors F (S and P wave, ππ phases), G, H; products π⁺, π⁻, e⁺, ν.
 * |M|² = 2G_F²V_us² J₅/m_K². The Coulomb attraction of the pions (about +4 %) is left out.
 * Sources: N. Cabibbo, A. Maksymowicz, Phys. Rev. 137 (1965) B438; A. Pais, S. Treiman, Phys. Rev. 168 (1968) 1858;
 * NA48/2, arXiv:1007.4031, arXiv:1206.7065.
 */
export function kaonToTwoPionLepton(): DecayModel {
  const g = FERMI_CONSTANT * KE4_FORM_FACTORS.value.vus;
  const strength = (2 * g * g) / (MK * MK);
  const kinematics = ke4Kinematics();
  return amplitudeModel(
    {
      id: 'kaon-two-pion-lepton',
      title: 'K+ -> pi+ pi- e+ nu with measured form factors',
      references: [
        'NA48/2, Eur. Phys. J. C 70 (2010) 635, arXiv:1007.4031',
        'NA48/2, Phys. Lett. B 715 (2012) 105, arXiv:1206.7065',
        'A. Pais, S. Treiman, Phys. Rev. 168 (1968) 1858',
      ],
      decays: ['K+ -> pi+ pi- e+ nu'],
      normalisation: 'width',
    },
    createCascade(
      [MK, MPI, MPI, ME, 0],
      [
        { pair: [0, 1], sampling: 'mass' },
        { pair: [2, 3], sampling: 'mass' },
      ],
    ),
    1,
    (products, i) => strength * Math.max(0, ke4Intensity(kinematics(products, i))),
  );
}

export default [
  {
    id: 'kaon-two-pion-lepton',
    decays: ['K+ -> pi+ pi- e+ nu'],
    // width in GeV by integration of 5 million events (computed)
    create: () => ({ ...kaonToTwoPionLepton(), meanWeight: { value: 2.16963e-21, error: 1.5e-24 } }),
  },
] as const satisfies readonly DecayModelEntry[];
