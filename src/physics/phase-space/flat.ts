import { InvalidInput } from '../../schema/index.ts';
import { checkMasses, type PhaseSpaceGenerator } from './generator.ts';
import { greatestFlatWeight } from './greatest-weight.ts';
import { nBodyDecay } from './n-body.ts';
import { nBodyDecays } from './n-body-kernel.ts';
import { THREE_BODY_UNIFORMS } from './three-body.ts';
import { threeBodyDecays } from './three-body-kernel.ts';
import { TWO_BODY_UNIFORMS, twoBodyPhaseSpace } from './two-body.ts';

/**
 * A generator flat in Lorentz-invariant n-body phase space, n = 2…6, for [M, m1, … mn] in GeV. Two bodies exactly,
 * three with the invariant mass of (1 2) uniform, more with the weights of GENBOD. Throws InvalidInput for another n or a
 * closed decay.
 */
export function flatPhaseSpace(masses: readonly number[]): PhaseSpaceGenerator {
  checkMasses(masses);
  const bodies = masses.length - 1;
  if (bodies < 2 || bodies > 6) throw new InvalidInput('phase space', `2 to 6 products are possible, found ${bodies}`);
  const frozen = [...masses];
  const greatestWeight = () => greatestFlatWeight(frozen);
  if (bodies > 3) {
    const decay = nBodyDecay(frozen);
    return { masses: frozen, uniformsPerEvent: decay.uniforms, greatestWeight, generate: nBodyDecays(decay) };
  }
  return {
    masses: frozen,
    uniformsPerEvent: bodies === 2 ? TWO_BODY_UNIFORMS : THREE_BODY_UNIFORMS,
    greatestWeight,
    generate(draws, count, products, weight) {
      if (bodies === 2) twoBodyPhaseSpace(draws, count, frozen, products, weight);
      else threeBodyDecays(draws, count, frozen, products, weight);
    },
  };
}
