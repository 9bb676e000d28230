/** Fine-structure constant at zero momentum (published: CODATA 2018). */
export const ALPHA = 1 / 137.035999;
/** Fermi constant, GeV⁻² (published: Particle Data Group 2022). */
export const FERMI_CONSTANT = 1.1663788e-5;
/** Higgs vacuum expectation value, GeV: (√2 G_F)^(−1/2). */
export const HIGGS_VEV = 246.21965;
/** sin²θ_W, MS-bar at the Z (published: Particle Data Group 2022). */
export const SIN2_WEINBERG = 0.23121;

/** Moduli of CKM elements (published: Particle Data Group 2022; the products with V_t as used for b → s and s → d). */
export const CKM = {
  ud: 0.97373,
  us: 0.2243,
  ub: 3.82e-3,
  cd: 0.221,
  cs: 0.975,
  cb: 0.0408,
  /** |V_tb V_ts*| */
  tbts: 0.0415 * 0.99911,
  /** |V_ts* V_td| */
  tstd: 3.5e-4,
} as const;

/** Pseudoscalar decay constants f in GeV, f_π = 130 MeV convention (published: FLAG 2021, arXiv:2111.09849). */
export const DECAY_CONSTANT = {
  pion: 0.1302,
  kaon: 0.1557,
  D: 0.212,
  Ds: 0.2499,
  B: 0.19,
  /** HPQCD, arXiv:1207.0994 (recalled). */
  Bc: 0.427,
} as const;

/** ħc in GeV·m: cτ = ħc / Γ (published: CODATA 2018). */
export { HBAR_C } from '../../units/index.ts';
