import { type Fact, fact, HBAR_C } from '../../../units/index.ts';
import { particle } from '../../particles/index.ts';
import type { DecayingMeson } from './fractions.ts';

const PDG = 'Particle Data Group, Phys. Rev. D 110 (2024) 030001';
const SPEED_OF_LIGHT = 2.99792458e8;

/** Mass (GeV) and lifetime (s) of the B_c meson. */
export const charmedB: Fact<{ mass: number; lifetime: number }> = fact(
  { mass: 6.27447, lifetime: 0.51e-12 },
  'published',
  PDG,
);

/** Mesons that make neutral leptons. */
export const mothers = {
  D0: particle('D0'),
  'D+': particle('D+'),
  'D_s+': particle('D_s+'),
  'B+': particle('B+'),
  B0: particle('B0'),
  B_s0: particle('B_s0'),
  'B_c+': { mass: charmedB.value.mass, ctau: charmedB.value.lifetime * SPEED_OF_LIGHT },
} as const satisfies Record<string, DecayingMeson>;
export type MotherName = keyof typeof mothers;

/** Masses (GeV) of excited mesons that no table of ours has. */
export const excitedMass = fact({ 'D*+': 2.01026, 'D*0': 2.00685, 'D_s*+': 2.1122 } as const, 'published', PDG);

/** Total width of a meson, GeV. */
export const totalWidth = ({ ctau }: DecayingMeson): number => HBAR_C / ctau;
