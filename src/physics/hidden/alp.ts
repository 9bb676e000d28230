import { log } from '../../math/elementary.ts';
import { type Fact, fact } from '../../units/index.ts';
import { type BeautyDecay, beautyMechanism } from '../production/beauty-decays.ts';
import { type HeavyQuarkSchemeName, schemeFactor } from '../production/heavy-quarks.ts';
import { inheritedSpectrum } from '../production/inherited-spectrum.ts';
import { ELEMENTARY_MASS, MASS } from '../production/masses.ts';
import type { Mechanism } from '../production/mechanism.ts';
import { mesonsPerProton } from '../production/meson-multiplicities.ts';
import { mesonSpectrum } from '../production/meson-spectrum.ts';
import { photonMechanism } from '../production/photon-conversion.ts';
import { requireMeasuredBeam } from '../production/spectrum.ts';
import { ALPHA, CKM, HIGGS_VEV, SIN2_WEINBERG } from '../production/standard-model.ts';
import { type OutsideValidity, outsideValidity } from '../production/validity.ts';
import { totalWidths } from './decay-table.ts';
import type { HiddenModel, ProductionSet, Widths } from './hidden-model.ts';
import { leptonPairs, pseudoscalarToLeptons } from './lepton-pair-width.ts';

/**
 * Couplings of an axion-like particle for overall strength 1/f = 1 GeV⁻¹, in the convention of arXiv:2012.12272:
 * c_GG (α_s/4π)(a/f) GG̃ + c_γγ (α/4π)(a/f) FF̃ + Σ (c_ff/2)(∂_μ a/f) f̄γ^μγ⁵f, F̃ = ½εF.
 */
export interface AlpCouplings {
  readonly photon: number;
  readonly lepton: number;
  readonly quark: number;
  readonly gluon: number;
}

/** (m_d − m_u)/(m_d + m_u). */
const ISOSPIN_BREAKING = (ELEMENTARY_MASS.down - ELEMENTARY_MASS.up) / (ELEMENTARY_MASS.down + ELEMENTARY_MASS.up);
/** F_π = 92 MeV. */
const PION_DECAY_CONSTANT = 0.0921;
const PI0 = MASS.neutralPion;
/** Scale from which the flavour-changing coupling runs. */
export const LOOP_SCALE: Fact = fact(1000, 'proposal', 'the 1 TeV of arXiv:1901.09966');

/** g_aγγ of −¼ g a FF̃ (GeV⁻¹) for c_γγ/f in GeV⁻¹: (α/π)|c_γγ|/f. */
export function photonCoupling(cOverF: number): number {
  return (ALPHA / Math.PI) * Math.abs(cOverF);
}

/** Γ(a → γγ) = g² m³/64π, GeV. */
export function alpToPhotons(mass: number, g: number): number {
  return (g * g * mass * mass * mass) / (64 * Math.PI);
}

/**
 * Effective c_γγ of a gluon coupling: −c_GG [1.92 + m²/(m_π⁰² − m²) (m_d − m_u)/(m_d + m_u)] (arXiv:1708.00443). For
 * masses below 0.4 GeV and not within 5 % of the π⁰; η and η′ mixing neglected.
 */
export function photonsFromGluons(mass: number, gluon: number): number {
  const m2 = mass * mass;
  return -gluon * (1.92 + (m2 / (PI0 * PI0 - m2)) * ISOSPIN_BREAKING);
}

/** Mixing angle of a with π⁰ per c_GG/f (GeV): F_π (m_d − m_u)/(m_d + m_u) m²/(m² − m_π⁰²). */
export function pionMixing(mass: number): number {
  const m2 = mass * mass;
  return (PION_DECAY_CONSTANT * ISOSPIN_BREAKING * m2) / (m2 - PI0 * PI0);
}

/**
 * Flavour-changing coupling h_bs of L = h_bs a s̄_L b_R for a universal c_ff/f = 1 GeV⁻¹, that is g_Y = v: the leading
 * logarithm α g_Y m_b m_t² |V_tb V_ts| / (4π m_W² s_W² v) ln(Λ²/m_t²) (recalled, arXiv:1810.11336; unverified).
 */
export function alpFlavourChange(): number {
  const { bottom, top, W } = ELEMENTARY_MASS;
  const scale = LOOP_SCALE.value;
  return (
    ((ALPHA_AT_W * bottom * top * top * CKM.tbts) / (4 * Math.PI * W * W * SIN2_WEINBERG)) *
    log((scale * scale) / (top * top))
  );
}
const ALPHA_AT_W = 1 / 128;

const mixing = (gluon: number): Mechanism => ({
  id: 'pi0 mixing',
  title: 'mixing with π⁰',
  couplingPower: 2,
  references: ['arXiv:1708.00443'],
  spectrum(mass, target) {
    const angle = gluon * pionMixing(mass);
    const near = nearPion(this.id, mass);
    return (
      near ??
      requireMeasuredBeam(this.id, target) ??
      inheritedSpectrum(this.id, mesonSpectrum('pi0'), mass, mesonsPerProton('pythia-total', 'pi0'), angle * angle)
    );
  },
});

function nearPion(where: string, mass: number): OutsideValidity | undefined {
  if (Math.abs(mass - PI0) > 0.05 * PI0) return undefined;
  return outsideValidity(where, 'mass', mass, { min: 1.05 * PI0, max: 3 * PI0 }, 'too close to the π⁰');
}

const GAUGE_LIMIT = 3 * MASS.neutralPion;
/** Decays to hadrons are not described; they matter little for a universal fermion coupling below this mass. */
const FERMION_LIMIT = 1;

export interface AlpModelText extends Pick<HiddenModel, 'id' | 'title' | 'references' | 'coupling' | 'assumptions'> {
  readonly benchmark?: string;
  readonly defaultProduction?: string;
}

/**
 * An axion-like particle with any mixture of couplings; its one free coupling multiplies all of them. A user's own
 * mixture is one file with `export default alpModel({…}, {…})`.
 */
export function alpModel(text: AlpModelText, couplings: AlpCouplings): HiddenModel {
  const { photon, lepton, quark, gluon } = couplings;
  const max = gluon === 0 && photon === 0 ? FERMION_LIMIT : gluon !== 0 ? GAUGE_LIMIT : 2;
  const least = photon === 0 && gluon === 0 ? 2 * MASS.electron : 1e-3;
  const photons = (mass: number) => photonCoupling(photon + (gluon === 0 ? 0 : photonsFromGluons(mass, gluon)));
  const mechanisms: Mechanism[] = [];
  if (quark !== 0)
    for (const decay of ['K', 'K*'] as BeautyDecay[])
      mechanisms.push(beautyMechanism(decay, quark * alpFlavourChange()));
  if (gluon !== 0) mechanisms.push(mixing(gluon));
  if (photon !== 0 || gluon !== 0) mechanisms.push(photonMechanism(photons));
  const all = (title: string, scheme: HeavyQuarkSchemeName): ProductionSet => ({
    title,
    weights: (_, { massNumber }) =>
      Object.fromEntries(
        mechanisms.map(({ id }) => [id, id.startsWith('B ->') ? schemeFactor(scheme, 'beauty', massNumber) : 1]),
      ),
  });
  return {
    ...text,
    symbol: 'a',
    masses: { min: least, max },
    widths(mass): Widths | OutsideValidity {
      const near = gluon === 0 ? undefined : nearPion(text.id, mass);
      if (near !== undefined) return near;
      const partial: Record<string, number> = { 'gamma gamma': alpToPhotons(mass, photons(mass)) };
      for (const { state, mass: m } of leptonPairs) partial[state] = pseudoscalarToLeptons(mass, m, lepton * m);
      return totalWidths(partial);
    },
    mechanisms,
    productions: {
      all: all('all mechanisms; heavy quarks as measured, no cascade in the dump', 'measured'),
      ...(quark === 0 ? {} : { cascade: all('all mechanisms; heavy quarks with cascade factors', 'cascade') }),
    },
    defaultProduction: 'all',
  };
}

/** c_ff/f (GeV⁻¹) of a Yukawa-like coupling g_Y = 2v/f_ℓ in the convention ∂a/f_ℓ (ℓ̄γγ⁵ℓ): g_Y/v. */
export const YUKAWA_TO_DERIVATIVE = 1 / HIGGS_VEV;
