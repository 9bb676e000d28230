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
import { resonanceMechanism } from '../production/strange-resonances.ts';
import { contains, type OutsideValidity, outsideValidity } from '../production/validity.ts';
import { mesonComponents, PION_DECAY_CONSTANT, photonsFromGluons } from './axion/gluon-mixing.ts';
import { gluonToHadrons } from './axion/hadron-widths.ts';
import { totalWidths } from './decay-table.ts';
import type { HiddenModel, ProductionSet, Widths } from './hidden-model.ts';
import { leptonPairs, pseudoscalarToLeptons } from './lepton-pair-width.ts';
import { perMass } from './per-mass.ts';

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
/** α_s halfway (in the logarithm) between 1 TeV and the top mass. */
const ALPHA_S_BETWEEN: Fact = fact(0.0955, 'computed', 'one loop, five and six flavours, from 0.118 at the Z');

/**
 * −h_bs of a gluon coupling c_GG/f = 1 GeV⁻¹: c_tt(μ) = −(α_s²/π²) c_GG ln(Λ²/μ²) from the running of arXiv:2012.12272, and
 * b → s from the W loop with it: half of what a constant c_tt of that size would give. Leading double logarithm, to a
 * factor two; couplings to W bosons at Λ would add to it.
 */
export function gluonFlavourChange(): number {
  const { top } = ELEMENTARY_MASS;
  const scale = LOOP_SCALE.value;
  const a = ALPHA_S_BETWEEN.value / Math.PI;
  return 0.5 * a * a * log((scale * scale) / (top * top)) * alpFlavourChange();
}

/** Components along π⁰, η and η′ as production: mesons of 400 GeV protons whose place the particle takes. */
const mixings = [
  { meson: 'pi0', title: 'π⁰' },
  { meson: 'eta', title: 'η' },
  { meson: 'etaprime', title: 'η′' },
] as const;

const mixing = (gluon: number, { meson, title }: (typeof mixings)[number]): Mechanism => ({
  id: `${meson} mixing`,
  title: `mixing with ${title}`,
  couplingPower: 2,
  references: ['arXiv:1708.00443', 'arXiv:1811.03474'],
  spectrum(mass, target) {
    const range = { min: 0, max: GLUON_LIMIT };
    if (!contains(range, mass)) return outsideValidity(this.id, 'mass', mass, range, 'heavier mesons would mix too');
    const angle = 2 * PION_DECAY_CONSTANT * gluon * mesonComponents(mass)[meson];
    return (
      nearMeson(this.id, mass) ??
      requireMeasuredBeam(this.id, target) ??
      inheritedSpectrum(this.id, mesonSpectrum(meson), mass, mesonsPerProton('pythia-total', meson), angle * angle)
    );
  },
});

const beautyDecays: readonly BeautyDecay[] = ['K', 'K*'];

/** Mixing has poles at the mesons; within this share of their masses there is no answer. */
const poles = [
  { title: 'π⁰', mass: PI0, within: 0.05 },
  { title: 'η', mass: MASS.eta, within: 0.03 },
  { title: 'η′', mass: MASS.etaPrime, within: 0.03 },
] as const;

const aroundPoles = poles.map(({ mass, within }) => ({ min: (1 - within) * mass, max: (1 + within) * mass }));

function nearMeson(where: string, mass: number): OutsideValidity | undefined {
  const near = poles.find((pole) => Math.abs(mass - pole.mass) <= pole.within * pole.mass);
  if (near === undefined) return undefined;
  const allowed = { min: (1 + near.within) * near.mass, max: GLUON_LIMIT };
  return outsideValidity(where, 'mass', mass, allowed, `too close to the ${near.title}`);
}

/** Beyond, mesons other than the lowest take part in mixing. */
const GLUON_LIMIT = 1.1;
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
  const max = gluon === 0 && photon === 0 ? FERMION_LIMIT : gluon !== 0 ? GLUON_LIMIT : 2;
  const least = photon === 0 && gluon === 0 ? 2 * MASS.electron : 1e-3;
  const photons = (mass: number) => photonCoupling(photon + (gluon === 0 ? 0 : photonsFromGluons(mass, gluon)));
  const mechanisms: Mechanism[] = [];
  const flavourChange = quark * alpFlavourChange() - gluon * gluonFlavourChange();
  if (flavourChange !== 0) {
    mechanisms.push(...beautyDecays.map((decay) => beautyMechanism(decay, flavourChange)));
    mechanisms.push(resonanceMechanism(flavourChange));
  }
  if (gluon !== 0) mechanisms.push(...mixings.map((one) => mixing(gluon, one)));
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
    ...(gluon === 0 ? {} : { unanswered: aroundPoles }),
    widths: perMass((mass): Widths | OutsideValidity => {
      const near = gluon === 0 ? undefined : nearMeson(text.id, mass);
      if (near !== undefined) return near;
      const partial: Record<string, number> = { 'gamma gamma': alpToPhotons(mass, photons(mass)) };
      for (const { state, mass: m } of leptonPairs) partial[state] = pseudoscalarToLeptons(mass, m, lepton * m);
      if (gluon !== 0)
        for (const [state, width] of Object.entries(gluonToHadrons(mass))) partial[state] = gluon * gluon * width;
      return totalWidths(partial);
    }),
    mechanisms,
    productions: {
      all: all('all mechanisms; heavy quarks as measured, no cascade in the dump', 'measured'),
      ...(flavourChange === 0 ? {} : { cascade: all('all mechanisms; heavy quarks with cascade factors', 'cascade') }),
    },
    defaultProduction: 'all',
  };
}

/** c_ff/f (GeV⁻¹) of a Yukawa-like coupling g_Y = 2v/f_ℓ in the convention ∂a/f_ℓ (ℓ̄γγ⁵ℓ): g_Y/v. */
export const YUKAWA_TO_DERIVATIVE = 1 / HIGGS_VEV;
