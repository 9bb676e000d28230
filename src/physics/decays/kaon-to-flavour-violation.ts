import { integrateFixed } from '../../math/quadrature.ts';
import { branchingFraction, particle } from '../particles/index.ts';
import { breakupMomentum } from '../vectors/kaellen.ts';

/** What the virtual muon turns into beside a positron: gZ′_α(μ̄γ^αe + ēγ^αμ), or iy a(μ̄γ₅e + ēγ₅μ). */
export type FlavourViolation = 'vector' | 'pseudoscalar';

/** Masses that enter, GeV: kaon, muon, electron, hidden particle. */
interface Masses {
  readonly kaon: number;
  readonly muon: number;
  readonly electron: number;
  readonly mass: number;
}

/**
 * The spin sum S = Γ(p̸ − m_e)Γ̄ of the vertex as V̸ + s, from which come V·Q and s: for a vector, with −g_αβ + q_αq_β/m² of
 * its polarisations, V = p + 2(p·q)q/m² and s = 3m_e; for a pseudoscalar V = p and s = m_e.
 */
const VERTEX: Readonly<Record<FlavourViolation, (square: number, masses: Masses) => readonly [number, number]>> = {
  vector: (square, { electron, mass }) => {
    const positron = (square + electron * electron - mass * mass) / 2;
    const hidden = (square + mass * mass - electron * electron) / 2;
    const both = (square - electron * electron - mass * mass) / 2;
    return [positron + (2 * both * hidden) / (mass * mass), 3 * electron];
  },
  pseudoscalar: (square, { electron, mass }) => [(square + electron * electron - mass * mass) / 2, electron],
};

/**
 * Branching fraction of K⁺ → e⁺ν_μX for coupling 1, X of `mass` (GeV) coupled to muon and electron; it grows with the
 * coupling squared. The muon of K⁺ → μ⁺ν_μ is virtual: M ∝ ū(ν)(1 + γ₅)(−Q² + m_μQ̸)Γv(e)/(Q² − m_μ²), Q the sum of e⁺ and
 * X, so Σ|M|², integrated over the angle of the pair, ∝ 8 k·Q [V·Q (Q² + m_μ²) − 2s m_μQ²]/(Q² − m_μ²)². Constants of the
 * kaon cancel against the measured K⁺ → μ⁺ν. 0 where closed; NaN below m_μ − m_e, where the muon would be real. A vector's
 * current is not conserved: its rate grows as 1/m² for light ones.
 */
export function kaonToFlavourViolation(kind: FlavourViolation, mass: number): number {
  const masses = {
    kaon: particle('K+').mass,
    muon: particle('mu+').mass,
    electron: particle('e+').mass,
    mass,
  };
  const { kaon, muon, electron } = masses;
  if (!(mass > muon - electron)) return Number.NaN;
  const least = mass + electron;
  if (!(least < kaon)) return 0;
  // Quadratic at the lower end, where phase space opens as a square root.
  const width = integrateFixed(
    (t) => 2 * (kaon - least) * t * rateAt(kind, least + (kaon - least) * t * t, masses),
    0,
    1,
    128,
  );
  const open = 1 - (muon / kaon) * (muon / kaon);
  const muonic = (kaon * muon * muon * open * open) / (8 * Math.PI);
  return (branchingFraction('K+ -> mu+ nu').value * width) / muonic;
}

/** dΓ/dq over G_F²f²|V|² for coupling 1, q the mass of e⁺ and X. */
function rateAt(kind: FlavourViolation, q: number, masses: Masses): number {
  const { kaon, muon, electron, mass } = masses;
  const square = q * q;
  const neutrino = (kaon * kaon - square) / 2;
  const [along, mixed] = VERTEX[kind](square, masses);
  const off = square - muon * muon;
  const squared = (4 * neutrino * (along * (square + muon * muon) - 2 * mixed * muon * square)) / (off * off);
  const outer = breakupMomentum(kaon, 0, q) / (4 * Math.PI * kaon);
  const inner = breakupMomentum(q, electron, mass) / (4 * Math.PI * q);
  // dQ²/2π = q dq/π.
  return (squared * outer * inner * q) / (Math.PI * 2 * kaon);
}
