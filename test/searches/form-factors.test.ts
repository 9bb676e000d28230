import { beforeAll, describe, expect, it } from 'vitest';
import { searches } from '../../searches/index.ts';
import { readAnything } from '../../src/formats/read-anything.ts';
import { dataTableOf } from '../../src/formats/tables/data-table.ts';
import { submissionOf } from '../../src/formats/tables/hepdata-submission.ts';
import { yamlDocuments, yamlOf } from '../../src/formats/tables/yaml.ts';
import { fitRateTable, rateTable } from '../../src/modes/kaon/analyses/form-factor/binned-table.ts';
import { findFormFactorFit } from '../../src/modes/kaon/analyses/form-factor/find.ts';
import type { FormFactorResult } from '../../src/modes/kaon/analyses/form-factor/result.ts';
import { amplitudeOf } from '../../src/modes/kaon/analyses/form-factor/template.ts';
import { readSamples } from '../../src/modes/kaon/chain/read-samples.ts';
import { planRun } from '../../src/modes/kaon/plan.ts';
import type { RunDocument } from '../../src/modes/kaon/run-document.ts';
import type { RunPlan } from '../../src/modes/kaon/run-plan.ts';
import { run as carryOut, type Run } from '../../src/run/run.ts';
import type { SearchDocument } from '../../src/search/kaon-search.ts';
import { finishInMemory } from '../chain/finish-in-memory.ts';

const pimumu = searches['kaon-pimumu'] as unknown as SearchDocument;
const pigg = searches['kaon-pigg'] as unknown as SearchDocument;
const resultOf = ({ document, plan }: Run<RunPlan, RunDocument>): FormFactorResult => {
  const found = findFormFactorFit(plan.search);
  if (found === null) throw new Error('no fit');
  return found.resultOf(document);
};

describe('K⁺ → π⁺μ⁺μ⁻', () => {
  let run: Run<RunPlan, RunDocument>;
  let result: FormFactorResult;
  beforeAll(async () => {
    run = await carryOut(pimumu, { events: 32768, seed: 3 });
    result = resultOf(run);
  });

  it('has the expectation at the generated parameters that the plain spectrum has', () => {
    const total = result.fit.observed.reduce((sum, n) => sum + n, 0);
    // 27 679 expected; five standard deviations, false alarm 6e-7.
    expect(Math.abs(total - 27679)).toBeLessThan(5 * Math.sqrt(27679));
    const [{ summary, plan }] = readSamples(run.plan, run.sums);
    const { reweighting } = amplitudeOf(plan, 'form-factor', 'test');
    const monomials = new Float64Array(reweighting.monomials.length);
    reweighting.monomialValues(reweighting.generation, monomials);
    const { contents, generated } = summary.templates['form factor: template'];
    summary.spectra['discriminant'].contents.forEach((plain, bin) => {
      const sum = contents.reduce((all, column, k) => all + monomials[k] * column[bin], 0);
      expect(Math.abs(sum - plain)).toBeLessThan(1e-9 * (1 + plain));
    });
    const all = generated.reduce((sum, piece, k) => sum + piece * monomials[k], 0);
    expect(all / summary.generated.weight).toBeCloseTo(1, 9);
  });

  it('measures with the published errors when the normalisation is fixed, ten times larger ones when it floats', () => {
    const { normalised, floating, withSimulation } = result.expected;
    const errors = (of: typeof normalised) => (of?.parameters ?? []).map(({ error }) => error);
    const [a, b] = errors(normalised);
    expect(a / 0.012).toBeGreaterThan(0.8);
    expect(a / 0.012).toBeLessThan(1.1);
    expect(b / 0.04).toBeGreaterThan(0.8);
    expect(b / 0.04).toBeLessThan(1.1);
    expect(normalised?.correlation[0][1]).toBeCloseTo(-0.97, 1);
    expect(errors(floating)[0] / a).toBeGreaterThan(8);
    expect(errors(floating)[1] / b).toBeGreaterThan(8);
    expect(errors(withSimulation)[0]).toBeGreaterThan(a);
  });

  it('finds both solutions, the negative one first', () => {
    expect(result.fit.valid).toBe(true);
    expect(result.fit.parameters.every(({ value }) => value < 0)).toBe(true);
    const [other] = result.fit.others;
    expect(other.parameters.every(({ value }) => value > 0)).toBe(true);
    expect(other.above).toBeGreaterThan(1);
    expect(result.contours.map(({ above }) => above)).toEqual([0, other.above]);
  });

  it('closes: pulls have mean 0 and width 1', () => {
    expect(result.pulls['a']?.closes).toBe(true);
    expect(result.pulls['b']?.closes).toBe(true);
  });

  it('exports counts, templates, correlation and covariance, from which the fit is worked out again', async () => {
    const { tables, likelihood } = run.exportable();
    const { head, tables: entries, files } = submissionOf('a test', tables.map(dataTableOf));
    const text = (name: string) =>
      name === 'submission.yaml' ? yamlDocuments([head, ...entries]) : yamlOf(files[name]);
    const bytes = (name: string) => new Uint8Array(new TextEncoder().encode(text(name)));
    const read = await readAnything(bytes('submission.yaml'), 'submission.yaml', async (name) => bytes(name));
    if (read.what !== 'tables') throw new Error('no tables');
    const table = (name: string) => {
      const found = read.content.tables.find((one) => one.name === `form factor: ${name}`);
      if (found === undefined) throw new Error(name);
      return found;
    };
    const { fit } = result;
    const templates = table('counts and templates');
    const columnOf = (name: string) => templates.dependent.find((one) => one.name === name)?.values as number[];
    expect(columnOf('counts')).toEqual(fit.observed);
    const [a, b] = fit.parameters.map(({ value }) => value);
    const monomials: Readonly<Record<string, number>> = {
      '1': 1,
      'a₊': a,
      'b₊': b,
      'a₊^2': a * a,
      'a₊ b₊': a * b,
      'b₊^2': b * b,
    };
    const rows = templates.dependent.filter(({ name }) => name.startsWith('template '));
    const expected = fit.observed.map((_, bin) =>
      rows.reduce(
        (sum, { name, values }) => sum + (values[bin] as number) * monomials[name.slice(9)],
        columnOf('background')[bin],
      ),
    );
    for (const [bin, value] of expected.entries())
      expect(Math.abs(value / (result.fit.expected[bin] as number) - 1)).toBeLessThan(1e-9);
    for (const what of ['correlation', 'covariance'] as const)
      expect(table(`${what} matrix`).dependent[0].values).toEqual(fit[what].flat());
    expect(likelihood.note).toContain('polynomial of degree 2');
  });

  it('fits the data of the run only when its box is open', async () => {
    expect(result.data).toBe('pseudo-data');
    const { document } = await finishInMemory<RunDocument>(run.plan, run.sums, { openedAt: '2026-01-01T00:00:00Z' });
    const opened = resultOf({ ...run, document });
    expect(opened.data).toBe('pseudo-data of the run');
    expect(opened.fit.observed).not.toEqual(result.fit.observed);
    for (const name of ['a', 'b']) {
      const { value, error } = opened.fit.parameters.find((one) => one.name === name) ?? { value: 0, error: 1 };
      const truth = name === 'a' ? -0.575 : -0.722;
      // Six standard deviations; the pseudo-data of the run come from the same simulated shape.
      expect(Math.abs(value - truth)).toBeLessThan(6 * error);
    }
  });

  it('limits the asymmetry by both conventions', () => {
    const { error, oneSided, central } = result.asymmetry ?? { error: 0, oneSided: 0, central: 0 };
    expect(error).toBeCloseTo(1 / Math.sqrt(27679), 4);
    expect(oneSided / error).toBeCloseTo(1.2816, 3);
    expect(central / error).toBeCloseTo(1.6449, 3);
  });
});

describe('K⁺ → π⁺γγ', () => {
  it('rejects O(p⁴), accepts O(p⁶), and gives other ĉ with other external parameters', async () => {
    const { descriptions, branchingRatio, expected } = resultOf(
      await carryOut(pigg, {
        events: 32768,
        seed: 3,
        settings: ['analyses.chiral parameter.pseudoExperiments=200'],
      }),
    );
    const [nominal, leading, older] = Object.values(descriptions);
    expect(nominal.medianPValue).toBeGreaterThan(0.2);
    expect(leading.medianPValue).toBeLessThan(1e-8);
    expect(nominal.values['chat']?.value).toBeCloseTo(1.144, 1);
    expect(older.values['chat']?.value).toBeGreaterThan(1.4);
    expect(branchingRatio.value / 9.61e-7).toBeCloseTo(1, 1);
    const error = expected.normalised?.parameters[0].error ?? 0;
    expect(error / 0.069).toBeGreaterThan(0.8);
    expect(error / 0.069).toBeLessThan(1.2);
  });
});

describe('a measured rate', () => {
  const section = findFormFactorFit(pimumu)?.section;
  const edges = Array.from({ length: 11 }, (_, i) => 0.19 + 0.03 * i);
  const EVENTS = 1 << 16;
  const bins = edges.slice(1).map((to, i) => ({ from: edges[i], to, value: 1e-7, error: 1e-8 }));

  it('made of the amplitude itself gives its parameters back, as branching ratio, as width, with a covariance', () => {
    if (section === undefined) throw new Error('no fit');
    const first = fitRateTable(pimumu, section, { quantity: 'branching ratio', bins }, EVENTS);
    const exact = first.expected.map((value, i) => ({ ...bins[i], value, error: 0.02 * value }));
    const fit = fitRateTable(pimumu, section, { quantity: 'branching ratio', bins: exact }, EVENTS);
    expect(fit.valid).toBe(true);
    expect(fit.twiceNll).toBeLessThan(1e-6);
    fit.parameters.forEach(({ value }, i) => {
      expect(value).toBeCloseTo(first.parameters[i].value, 4);
    });
    const width = 1.973269804e-16 / 3.711431;
    const asWidth = exact.map((bin) => ({ ...bin, value: bin.value * width, error: bin.error * width }));
    const covariance = asWidth.map((row, i) => asWidth.map((_, j) => (i === j ? row.error * row.error : 0)));
    const other = fitRateTable(pimumu, section, { quantity: 'width', bins: asWidth, covariance }, EVENTS);
    other.parameters.forEach(({ value, error }, i) => {
      expect(value).toBeCloseTo(fit.parameters[i].value, 3);
      expect(error).toBeCloseTo(fit.parameters[i].error, 4);
    });
  });

  it('is refused with the path of what is wrong', () => {
    if (section === undefined) throw new Error('no fit');
    const bad = (document: unknown) => () => fitRateTable(pimumu, section, rateTable(document, 'table.json'), EVENTS);
    const outside = [0.2, 0.3, 0.6].map((from) => ({ from, to: from + 0.1, value: 1, error: 1 }));
    const exact = [0.2, 0.3, 0.4].map((from) => ({ from, to: from + 0.1, value: 1, error: 0 }));
    expect(bad(null)).toThrow('table.json: quantity');
    expect(bad({ quantity: 'widht', bins })).toThrow("'width'");
    expect(bad({ quantity: 'width', bins: [] })).toThrow('bins');
    expect(bad({ quantity: 'width', bins: [{ from: 0.2, to: 0.3, value: null, error: 1 }] })).toThrow('bins[0].value');
    expect(bad({ quantity: 'width', bins: [{ from: 0.3, to: 0.2, value: 1, error: 1 }] })).toThrow('ascend');
    expect(bad({ quantity: 'width', bins: outside })).toThrow('outside');
    expect(bad({ quantity: 'width', bins: exact })).toThrow('errors');
    expect(bad({ quantity: 'width', bins: outside.slice(0, 1) })).toThrow('fewer than the 2 parameters');
  });
});

describe('a form-factor fit in a search', () => {
  it.each([
    ['analyses.form factor.reweighting=form-facto', 'form-factor'],
    ['analyses.form factor.candidates.value=5', 'background'],
    ['analyses.form factor.pseudoExperiments=0.5', 'whole number'],
    ['analyses.form factor.asymmetry.spectrum=decay angel', 'decay angle'],
    ['analyses.form factor.squaredFormFactor.monomial=c', 'monomial'],
  ])('%s is refused', (setting, words) => {
    expect(() => planRun(pimumu, { settings: [setting] })).toThrow(words);
  });
});

describe('a template away from where it was generated', () => {
  it('forgets which amplitude it was generated with: at ĉ = 60 the local term alone is left in all four', async () => {
    const { plan, sums } = await carryOut(pigg, {
      events: 49152,
      seed: 8,
      settings: ['analyses.chiral parameter.pseudoExperiments=1'],
    });
    const samples = readSamples(plan, sums);
    const name = 'chiral parameter: template';
    const acceptanceAt = (chat: number) =>
      samples
        .filter(({ summary }) => name in summary.templates)
        .map(({ summary }) => {
          const { contents, generated } = summary.templates[name];
          const powers = [1, chat, chat * chat];
          const sum = (of: (k: number) => number) => powers.reduce((all, power, k) => all + power * of(k), 0);
          const accepted = sum((k) => contents[k].reduce((all, piece) => all + piece, 0));
          return accepted / sum((k) => generated[k]);
        });
    const [first, ...others] = acceptanceAt(60);
    expect(others).toHaveLength(3);
    // About 8000 accepted decays each, weights spread over a factor of several: 12 % is six standard errors.
    for (const other of others) expect(Math.abs(other / first - 1)).toBeLessThan(0.12);
  });
});
