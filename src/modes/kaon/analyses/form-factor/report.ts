import { log } from '../../../../math/elementary.ts';
import type { RunFigure } from '../../../../search/results/figure.ts';
import type { FormFactorFit } from '../../../../search/sections/form-factor-fit.ts';
import type { ReportPart } from '../../../../stages/report/index.ts';
import type { RunDocument } from '../../run-document.ts';
import type { RunPlan } from '../../run-plan.ts';
import type { ExpectedErrors, FormFactorResult } from './result.ts';

const label = 'Spillway';
/** Below this all p-values are in one bin. */
const DEEPEST = 28;
/** Room left of p = 1, in decades. */
const MARGIN = 2;

/** Text and tables of a form-factor fit. */
export function formFactorReport(section: FormFactorFit, result: FormFactorResult): ReportPart {
  const { fit, expected, descriptions } = result;
  const names = Object.keys(section.parameters);
  const errors = (of: ExpectedErrors | null) =>
    names.map((name) => of?.parameters.find((one) => one.name === name)?.error ?? null);
  const solutions = fit.valid ? [{ ...fit, above: 0 }, ...fit.others] : [];
  return {
    id: 'form-factor-fit',
    heading: 'Fit of the amplitude',
    paragraphs: [
      `Fitted: ${result.note}. The expectation was scaled by ${result.scale.toPrecision(3)} to the published number of candidates, an input.`,
      ...(fit.valid ? [] : [`The fit failed: ${fit.reason ?? 'no reason given'}.`]),
      ...(fit.goodness === null
        ? []
        : [
            `χ² = ${fit.goodness.chi2.toFixed(1)} for ${fit.goodness.degreesOfFreedom} degrees of freedom, p = ${fit.goodness.pValue.toPrecision(2)}.`,
          ]),
    ],
    tables: [
      {
        caption: 'Solutions',
        columns: ['2ΔlnL above the best', ...names.map((name) => section.parameters[name].symbol)],
        rows: solutions.map((solution) => [
          solution.above,
          ...names.map((name) => {
            const { value, error } = solution.parameters.find((one) => one.name === name) ?? { value: 0, error: 0 };
            return { value, error, role: 'closure' as const };
          }),
        ]),
      },
      {
        caption: 'Expected statistical errors',
        columns: ['', ...names.map((name) => section.parameters[name].symbol)],
        rows: [
          ['normalisation fixed', ...errors(expected.normalised)],
          ['normalisation floating', ...errors(expected.floating)],
          ['fixed, with the statistics of the simulation', ...errors(expected.withSimulation)],
        ],
      },
      {
        caption: 'Amplitudes fitted to pseudo-experiments of the first',
        columns: ['amplitude', 'branching ratio', ...names.map((name) => section.parameters[name].symbol), 'median p'],
        rows: Object.entries(descriptions).map(([name, description]) => [
          name,
          description.branchingRatio,
          ...names.map((key) => description.values[key]?.value ?? null),
          description.medianPValue,
        ]),
      },
    ],
  };
}

/** Rate with fit, contours, squared form factor, p-values. */
export function formFactorFigures(
  section: FormFactorFit,
  result: FormFactorResult,
  run: RunDocument,
  _plan: RunPlan,
): RunFigure[] {
  const { symbol } = section.variable;
  const edges = result.edges.map((edge) => Number(edge.toPrecision(10)));
  const name = result.data === 'user' ? 'data' : 'pseudo-data';
  const sublabel = `${run.channel}, ${name}`;
  const scale = 1 / powerOfTen(Math.max(...result.rate.fitted));
  const times = (values: readonly (number | null)[], factor: number) =>
    values.map((v) => (v === null ? null : v * factor));
  const figures: RunFigure[] = [
    {
      name: 'rate-with-fit.svg',
      caption: `Differential branching ratio against ${symbol}: ${name} with the fit`,
      wide: true,
      figure: {
        kind: 'histogram',
        title: `${run.channel}: rate against ${symbol}`,
        description: `Measured differential branching ratio per bin of ${symbol} with statistical errors, and the fit.`,
        label,
        sublabel,
        x: { label: symbol },
        y: { label: `dB/d${symbol}`, unit: powerText(scale) },
        edges,
        overlays: [{ name: 'fit', counts: result.rate.fitted.map((rate) => rate * scale) }],
        data: {
          name,
          counts: result.rate.value.map((rate) => rate * scale),
          errors: symmetric(result.rate.error.map((rate) => rate * scale)),
        },
        expected: result.rate.fitted.map((rate) => rate * scale),
        panel: 'pull',
      },
    },
  ];
  const { squaredFormFactor: squared, contours } = result;
  if (squared !== null && section.squaredFormFactor !== undefined) {
    const most = Math.max(...squared.fitted.map((value) => value ?? 0), Number.MIN_VALUE);
    const factor = 1 / powerOfTen(most);
    // The last bins hold a handful of events and errors larger than the frame.
    const useful = squared.error.map(
      (error, i) => error !== null && error > 0 && error < 0.5 * (squared.fitted[i] ?? 0),
    );
    const kept = (values: readonly (number | null)[]) => times(values, factor).map((v, i) => (useful[i] ? v : null));
    figures.push({
      name: 'squared-form-factor.svg',
      caption: `Squared form factor against ${symbol}: ${name} with the fit`,
      wide: false,
      figure: {
        kind: 'histogram',
        title: `${run.channel}: squared form factor`,
        description: `Squared form factor per bin of ${symbol}, measured and fitted.`,
        label,
        sublabel,
        x: { label: symbol },
        y: { label: section.squaredFormFactor.symbol, unit: powerText(factor) },
        edges,
        overlays: [{ name: 'fit', counts: kept(squared.fitted) }],
        data: { name, counts: kept(squared.value), errors: symmetric(kept(squared.error).map((error) => error ?? 0)) },
        legendAt: 'top-left',
      },
    });
  }
  if (contours.length > 0) {
    const [first, second] = Object.values(section.parameters);
    const levels = [...new Set(contours[0].curves.map(({ level }) => level))];
    figures.push({
      name: 'likelihood-contours.svg',
      caption: 'Likelihood contours about each solution, from its own minimum, with the published values',
      wide: contours.length > 1,
      figure: {
        kind: 'likelihood-contours',
        title: `${run.channel}: likelihood contours`,
        description: 'Joint confidence regions of the two parameters about every solution of the fit.',
        label,
        sublabel,
        x: { label: first.symbol },
        y: { label: second.symbol },
        levels: levels.map((level) => `${(100 * level).toFixed(0)} %`),
        solutions: contours.map(({ solutions, curves, above }) => ({
          name: above === 0 ? 'best fit' : `2ΔlnL = ${above.toFixed(0)} above`,
          best: [solutions[0].x, solutions[0].y] as const,
          contours: levels.map((level) => curves.filter((curve) => curve.level === level).map(({ points }) => points)),
        })),
        points: [publishedPoint(section)],
        apart: contours.length > 1,
      },
    });
  }
  if (section.published.pValue !== undefined) figures.push(pValueFigure(section, result, run));
  return figures;
}

const symmetric = (errors: readonly number[]) => ({ down: errors, up: errors });

function publishedPoint({ parameters, published }: FormFactorFit) {
  const [x, y] = Object.keys(parameters).map((name) => published.values[name]);
  return {
    name: 'published',
    x: x.value,
    y: y.value,
    ...(x.error === undefined ? {} : { xError: x.error }),
    ...(y.error === undefined ? {} : { yError: y.error }),
  };
}

/** Distribution of the p-values of every description over pseudo-experiments, with the published ones. */
function pValueFigure(section: FormFactorFit, { descriptions }: FormFactorResult, run: RunDocument): RunFigure {
  const decades = (p: number): number => Math.min(DEEPEST - 1e-6, Math.max(0, -log(Math.max(p, 1e-300)) / Math.LN10));
  const bins = 2 * (DEEPEST + MARGIN);
  const { published, nominal = 'nominal' } = section;
  const marked = [
    [nominal, published.pValue?.value],
    ...Object.entries(published.descriptions ?? {}).map(([name, { pValue }]) => [name, pValue?.value] as const),
  ] as const;
  return {
    name: 'p-values.svg',
    caption:
      'p-values of each amplitude over pseudo-experiments drawn from the first; dashed lines: the published p-values',
    wide: true,
    figure: {
      kind: 'histogram',
      title: `${run.channel}: p-values over pseudo-experiments`,
      description: 'Distribution of the p-value of each description fitted to pseudo-data of the nominal one.',
      label,
      sublabel: `${run.channel}, pseudo-experiments`,
      x: { label: '−log_{10} p' },
      y: { label: 'pseudo-experiments per half decade' },
      edges: Array.from({ length: bins + 1 }, (_, i) => i / 2 - MARGIN),
      overlays: Object.entries(descriptions).map(([name, { pValues }]) => {
        const counts = new Array<number>(bins).fill(0);
        for (const p of pValues) if (p !== null) counts[Math.floor(2 * (decades(p) + MARGIN))]++;
        return { name, counts };
      }),
      legendAt: 'top-right',
      marks: marked.flatMap(([name, p]) =>
        typeof p === 'number' ? [{ x: decades(p), label: name?.split(',')[0] ?? '' }] : [],
      ),
    },
  };
}

/** The largest power of ten that is not above a positive number. */
function powerOfTen(value: number): number {
  let power = 1;
  while (power > value) power /= 10;
  while (power * 10 <= value) power *= 10;
  return Number(power.toPrecision(6));
}

function powerText(scale: number): string {
  const exponent = Math.round(-log(scale) / Math.LN10);
  return `10^{${exponent < 0 ? `−${-exponent}` : exponent}}`;
}
