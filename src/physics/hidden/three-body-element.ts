import { pionsPhotonElement } from './axion/pions-photon.ts';

/** What the matrix element of a decay to a pair and a third product makes of phase space. */
export interface ThreeBodyElement {
  /** Squared element at a mass of the pair (GeV), up to a constant. */
  readonly ofPairMass: (pairMass: number) => number;
  /** How the first of the pair flies about the third, in the rest frame of the pair. */
  readonly angle: 'isotropic' | 'sine squared';
}

/** Elements by final state (pair, then third product) of a particle of that mass; what is not here is phase space. */
const elements: Readonly<Record<string, (mass: number) => ThreeBodyElement>> = {
  'pi+ pi- gamma': (mass) => ({
    ofPairMass: (pairMass) => pionsPhotonElement(mass, pairMass * pairMass),
    angle: 'sine squared',
  }),
};

/** The element of a final state at a mass (GeV); undefined where the decay is taken as phase space. */
export const threeBodyElement = (state: string, mass: number): ThreeBodyElement | undefined =>
  Object.hasOwn(elements, state) ? elements[state](mass) : undefined;
