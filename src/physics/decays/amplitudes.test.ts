import { describe, expect, it } from 'vitest';
import { twoPhotonAmplitudes } from '../form-factors/kaon-pion-two-photon.ts';
import { KAON_THREE_PION_CONSTANTS, type KaonThreePionSet } from '../form-factors/kaon-three-pion-constants.ts';
import {
  PION_LEPTON_FORM_FACTOR,
  pionLeptonFormFactor,
  pionLoopImaginary,
  pionLoopReal,
} from '../form-factors/pion-lepton.ts';
import { twoPhotonLoops } from '../form-factors/pion-two-photon-loops.ts';
import type { MomentumColumns } from '../vectors/momentum-columns.ts';
import fixture from './amplitudes.fixture.json' with { type: 'json' };
import { decayModel } from './choose-model.ts';
import type { DecayModel } from './decay-model.ts';
import { fourElectronCurrent } from './four-electron-current.ts';
import { kaonToPionElectronNeutrinoPhoton } from './models/kaon-pion-lepton-neutrino-photon.ts';

const columns = (momentum: readonly number[]): MomentumColumns => ({
  energy: Float64Array.of(momentum[0]),
  px: Float64Array.of(momentum[1]),
  py: Float64Array.of(momentum[2]),
  pz: Float64Array.of(momentum[3]),
});

function modelOf(id: string, hiddenMass?: number): DecayModel {
  // the whole of phase space, which no registered model covers
  if (id === 'kaon-pion-e-neutrino-photon-unlimited')
    return kaonToPionElectronNeutrinoPhoton(id, { energy: 1e-9, angle: 0 });
  return decayModel(id, hiddenMass);
}

/** Known up to a constant on our side or on the fixture's. */
const proportional = /neutrino-pair$|^hnl-(e|mu)-to/;

describe('squared amplitudes against explicit Dirac matrices', () => {
  it.each(fixture.squared)('$model', ({ model: id, points, hiddenMass }) => {
    const model = modelOf(id, hiddenMass);
    const ratios = points.map(({ momenta, squared }) => model.squared!(momenta.map(columns), 0) / squared);
    const reference = model.normalisation === 'proportional' && proportional.test(id) ? ratios[0] : 1;
    // Momenta of 1e-16 cancel in invariants of light pairs: 1e-7 is what binary64 leaves for m_e² against m_K².
    for (const ratio of ratios) expect(Math.abs(ratio / reference - 1)).toBeLessThan(1e-7);
    expect(model.normalisation === 'proportional').toBe(proportional.test(id));
  });

  it('conserve the current of four electrons', () => {
    const row = fixture.squared.find(({ model }) => model === 'kaon-pion-four-electron')!;
    const amplitudes = new Float64Array(32);
    for (const { momenta } of row.points) {
      const electrons = momenta.slice(1).map(columns);
      const sum = (n: Float64Array) => {
        fourElectronCurrent()(electrons, 0, n, amplitudes);
        return amplitudes.reduce((total, a) => total + Math.abs(a), 0);
      };
      const q = Float64Array.from([0, 1, 2, 3], (k) => momenta.slice(1).reduce((total, p) => total + p[k], 0));
      expect(sum(q)).toBeLessThan(1e-9 * sum(Float64Array.of(q[0], 0, 0, 0)));
    }
  });
});

describe('form factors against mpmath', () => {
  it.each(fixture.loops)('loop functions at x = $x', ({ x, F, R, chi }) => {
    const out = new Float64Array(4);
    twoPhotonLoops(x, out);
    [F[0], F[1], R[0], R[1]].forEach((value, k) => {
      expect(Math.abs(out[k] - value)).toBeLessThan(2e-14 * Math.abs(value) + 1e-15);
    });
    expect(Math.abs(pionLoopReal(x) - chi[0])).toBeLessThan(2e-9 * Math.abs(chi[0]) + 1e-14);
    expect(Math.abs(pionLoopImaginary(x) - chi[1])).toBeLessThan(1e-14);
  });

  it.each(fixture.twoPhotons)('K → πγγ at z = $z, y = $y, $set', ({ set, z, y, chat, amplitudes }) => {
    const out = new Float64Array(5);
    const constants = set === 'p4' ? undefined : KAON_THREE_PION_CONSTANTS[set as KaonThreePionSet].value;
    twoPhotonAmplitudes(z, y, constants, out);
    out[0] -= (2.202e-6 * chat) / (2 * Math.PI * 137.035999);
    const size = Math.hypot(amplitudes[0], amplitudes[1]);
    amplitudes.forEach((value, k) => {
      expect(Math.abs(out[k] - value)).toBeLessThan(k === 4 ? 1e-11 * value : 1e-10 * size);
    });
  });

  it.each(fixture.formFactorW)('W(z = $z)', ({ z, value }) => {
    const out = new Float64Array(2);
    pionLeptonFormFactor(z, PION_LEPTON_FORM_FACTOR, out);
    expect(Math.hypot(out[0] - value[0], out[1] - value[1])).toBeLessThan(1e-11 * Math.hypot(value[0], value[1]));
  });

  it('O(p⁶) becomes O(p⁴) for constants of the leading order', () => {
    const [lower, higher] = [new Float64Array(5), new Float64Array(5)];
    const constants = { alpha1: 2.202e-6 / 3, alpha3: 0, beta1: 0, beta3: 0, gamma3: 0, zeta1: 0, xi1: 0 };
    const r = (0.13957039 / 0.493677) ** 2;
    for (const z of [0.01, 0.1, 0.3, 0.33, 0.5]) {
      twoPhotonAmplitudes(z, 0.05, undefined, lower);
      twoPhotonAmplitudes(z, 0.05, { ...constants, beta1: -2.202e-6 * r }, higher);
      for (let k = 0; k < 5; k++) expect(Math.abs(higher[k] - lower[k])).toBeLessThan(1e-13 * Math.abs(lower[0]));
    }
  });
});
