import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import dumpEe from '../../searches/dump-ee.ts';
import dumpMumu from '../../searches/dump-mumu.ts';
import { simulateDumpYields } from '../../src/modes/dump/chain/yields.ts';
import { excludePoint } from '../../src/modes/dump/exclusion/exclude-point.ts';
import darkPhoton from '../../src/physics/hidden/dark-photon.ts';
import { decayTable } from '../../src/physics/hidden/decay-table.ts';
import { measuredMesonSpectrum, measuredMultiplicity } from '../../src/physics/production/measured-meson-spectrum.ts';
import { formFactorSquared } from '../../src/physics/production/nucleon-form-factor.ts';
import { bremsstrahlungDefaults, protonBremsstrahlung } from '../../src/physics/production/proton-bremsstrahlung.ts';
import { root } from '../architecture/source-files.ts';

const MASS = 0.3;
const EPSILON = 1e-6;
const E2 = EPSILON * EPSILON;
const text = readFileSync(join(root, 'docs', 'one-point.md'), 'utf8');

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** A number of the page: '1.03 × 10⁻¹³', '10⁻⁶' or '0.47'. */
function numberOf(cell: string): number {
  const [, mantissa, , sign, digits] = /^([\d.]*)( × )?(?:10(⁻?)([⁰¹²³⁴-⁹]+))?$/.exec(cell.trim()) ?? [];
  const power = [...(digits ?? '')].reduce((sum, digit) => 10 * sum + SUPERSCRIPTS.indexOf(digit), 0);
  return Number(mantissa || 1) * 10 ** (sign ? -power : power);
}
/** Numbers of the row that begins with a label, cell by cell. */
function row(label: string): number[] {
  const line = text.split('\n').find((one) => one.startsWith(`| ${label} |`));
  if (line === undefined) throw new Error(`no row '${label}'`);
  return line
    .split('|')
    .slice(2)
    .map((cell) => cell.trim())
    .filter((cell) => /^[\d.]*( × )?(10⁻?[⁰¹²³⁴-⁹]+)?$/.test(cell) && cell !== '')
    .map(numberOf);
}
/** Half a unit of the last digit is 0.5 % of three digits and 5 % of one: within 0.6 % or the digits that are there. */
const near = (found: number, expected: number, label: string) =>
  expect(Math.abs(found / expected - 1), `${label}: ${found} on the page, ${expected} computed`).toBeLessThan(0.006);

const yields = simulateDumpYields(darkPhoton, [dumpMumu, dumpEe], [MASS], { events: 40_000 });
const point = excludePoint(yields, MASS, EPSILON);
const [mumu, ee] = point.factors;
const { target } = yields.setups[0];

describe('docs/one-point.md has the numbers of the program', () => {
  it('bremsstrahlung', () => {
    const spectrum = protonBremsstrahlung(MASS, 400, { ...bremsstrahlungDefaults, formFactor: 'none' });
    if (!spectrum.valid) throw new Error(spectrum.reason);
    const form = formFactorSquared('vmd', MASS);
    near(row('∫ w σ(s′)/σ(s) dz dp_T², point-like')[0], spectrum.total, 'integral');
    near(row('\\|F(m²)\\|², vector dominance')[0], form, 'form factor');
    near(row('bremsstrahlung, × ε²')[0], spectrum.total * form * E2, 'bremsstrahlung');
    near(
      mumu.mechanisms.find(({ mechanism }) => mechanism === 'bremsstrahlung')!.production,
      spectrum.total * form * E2,
      'of the chain',
    );
  });

  it('η → γA′', () => {
    const branching = 2 * (1 - (MASS / 0.547862) ** 2) ** 3 * 0.3936;
    const spectrum = measuredMesonSpectrum('eta', target);
    near(row('η per inelastic pp collision')[0], measuredMultiplicity('eta'), 'multiplicity');
    near(row('η per proton in copper, 3 to 340 GeV')[0], spectrum.coverage, 'per proton');
    near(row('BR(η → γA′)/ε²')[0], branching, 'branching');
    near(row('η → γA′, × ε²')[0], spectrum.coverage * branching * E2, 'η');
  });

  it('widths, lifetime and the flight of one particle', () => {
    const table = decayTable(darkPhoton, MASS, EPSILON);
    if (!table.valid) throw new Error(table.reason);
    const alpha = 1 / 137.036;
    const width = (m: number) =>
      ((alpha * E2 * MASS) / 3) * Math.sqrt(1 - (4 * m * m) / MASS ** 2) * (1 + (2 * m * m) / MASS ** 2);
    near(row('Γ(e⁺e⁻)')[0], width(5.10999e-4), 'Γ(ee)');
    near(row('Γ(μ⁺μ⁻)')[0], width(0.1056584), 'Γ(μμ)');
    near(row('Γ(π⁺π⁻)')[0], (table.branching['pi+ pi-'] ?? 0) * table.width, 'Γ(ππ)');
    near(row('cτ')[0], table.ctau, 'cτ');
    near(1.973269804e-16 / table.width, table.ctau, 'ħc/Γ');
    const length = (table.ctau * 100) / MASS;
    near(row('decay length at 100 GeV')[0], length, 'length');
    const start = 23.07 + 0.153;
    near(
      row('decays between 105 and 180 m at 100 GeV')[0],
      Math.exp(-(105 - start) / length) - Math.exp(-(180 - start) / length),
      'P',
    );
  });

  it('every factor of both channels, and their product', () => {
    const factors: [string, (one: typeof mumu) => number][] = [
      ['protons', ({ factors: { protons } }) => protons],
      ['A′ per proton', ({ factors: { production } }) => production],
      ['branching fraction', ({ factors: { branching } }) => branching],
      ['decay probability', ({ factors: { decayProbability } }) => decayProbability],
      ['acceptance', ({ factors: { acceptance } }) => acceptance],
      ['selection', ({ factors: { selection } }) => selection],
      ['two tracks', ({ factors: { tracks } }) => tracks],
      ['vetoes', ({ factors: { vetoes } }) => vetoes],
      ['mass window', ({ factors: { massWindow } }) => massWindow],
      ['events', ({ total }) => total],
    ];
    for (const [label, of] of factors) {
      const found = row(label);
      near(found[0], of(mumu), `${label}, μμ`);
      near(found[1], of(ee), `${label}, ee`);
    }
    const product = (column: 0 | 1) => factors.slice(0, -1).reduce((all, [label]) => all * row(label)[column], 1);
    expect(Math.abs(product(0) / mumu.total - 1)).toBeLessThan(0.01);
    expect(Math.abs(product(1) / ee.total - 1)).toBeLessThan(0.01);
  });

  it('by mechanism, and mechanisms make the whole', () => {
    for (const [label, id] of [
      ['bremsstrahlung', 'bremsstrahlung'],
      ['η → γA′', 'eta -> gamma X, measured'],
      ['ω → π⁰A′', 'omega -> pi0 X, measured'],
    ]) {
      const one = mumu.mechanisms.find(({ mechanism }) => mechanism === id)!;
      const other = ee.mechanisms.find(({ mechanism }) => mechanism === id)!;
      const found = row(label);
      const expected = [one.production, one.decayProbability, one.acceptance, one.selection, one.events, other.events];
      for (const [i, value] of expected.entries()) near(found[i], value, `${label}, column ${i + 1}`);
    }
    for (const { mechanisms, total } of [mumu, ee])
      expect(Math.abs(mechanisms.reduce((sum, { events }) => sum + events, 0) / total - 1)).toBeLessThan(1e-9);
  });

  it('the answer, and what other sets say', () => {
    near(row('expected')[0], point.experiments[0].expected, 'expected');
    near(row('allowed at 90 %')[0], point.experiments[0].allowed, 'allowed');
    near(row('CLs')[0], point.cls, 'CLs');
    for (const production of [
      'measured-light',
      'measured-wide',
      'measured-pointlike',
      'measured-quasi-real',
      'pythia',
      'alpinist',
    ]) {
      const [one, other] = excludePoint(yields, MASS, EPSILON, { production }).factors;
      const found = row(`\`${production}\``);
      near(found[0], one.total, `${production}, μμ`);
      near(found[1], other.total, `${production}, ee`);
    }
  });
});
