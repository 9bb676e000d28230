import { fillColour } from '../../plots/drawing/colours/palette.ts';
import type { AxisText, HistogramFigure, MaskedRange } from '../../plots/index.ts';
import { timesText } from '../../search/asking/projection.ts';
import type { Box } from '../../search/kaon-search.ts';
import type { RunFigure } from '../../search/results/figure.ts';
import { observableByName } from '../../stages/selection/compile-cuts.ts';
import { DISCRIMINANT } from './chain/compile-sample.ts';
import type { RunDocument, SampleFlow, SpectrumResult } from './run-document.ts';
import type { RunPlan } from './run-plan.ts';

const label = 'Spillway';
/** Seed and digest, as a figure says them. */
export const provenance = ({ seed, digest }: RunDocument): string =>
  `${seed === undefined ? '' : `seed ${seed} · `}digest ${digest.result.slice(0, 12)}`;

/** A value in the unit shown to people, the same for an edge of a bin and for the edge of a region that lies on it. */
export const shown = (value: number, { unit }: SpectrumResult['axes'][number]): number =>
  Number((value / unit.size).toPrecision(12));

/** Edges of an axis in the unit shown to people. */
export function edgesOf(axis: SpectrumResult['axes'][number]): number[] {
  const { from, to, bins } = axis;
  return Array.from({ length: bins + 1 }, (_, i) => shown(from + ((to - from) * i) / bins, axis));
}

/** An axis as a figure labels it. */
export const axisText = ({ symbol, unit }: SpectrumResult['axes'][number]): AxisText =>
  unit.name === '' ? { label: symbol } : { label: symbol, unit: unit.name };

/** Sums neighbouring bins so that at most about `most` are left. */
function rebinned(counts: readonly number[], most: number): { counts: number[]; factor: number } {
  const factor = [1, 2, 4, 5, 8, 10, 20].find((f) => counts.length % f === 0 && counts.length / f <= most) ?? 1;
  const length = counts.length / factor;
  return {
    factor,
    counts: Array.from({ length }, (_, i) =>
      counts.slice(i * factor, (i + 1) * factor).reduce((sum, value) => sum + value, 0),
    ),
  };
}

/** What a figure of a run shows, in words. */
export const simulationText = ({ data, projection }: RunDocument): string =>
  projection !== null
    ? `projection, ${timesText(projection.exposure)}`
    : data.kind === 'pseudo-data'
      ? 'simulation, pseudo-data'
      : 'simulation';

/** A spectrum of the selected candidates: backgrounds stacked, the signal as it would look, data, the masked region. */
export function spectrumFigure(plan: RunPlan, run: RunDocument, name: string, fileName: string): RunFigure {
  const spectrum = run.spectra[name];
  const [axis] = spectrum.axes;
  const { factor } = rebinned(spectrum.signal, 100);
  const edges = edgesOf(axis).filter((_, i) => i % factor === 0);
  const grouped = (counts: readonly number[]): number[] => rebinned(counts, counts.length / factor).counts;
  const regions: Readonly<Record<string, Box>> = plan.search.regions;
  const masked: MaskedRange[] =
    name === DISCRIMINANT
      ? plan.search.blind.map((region) => {
          const [[from, to]] = regions[region];
          const closed = run.blind && run.projection === null;
          return { from: shown(from, axis), to: shown(to, axis), label: closed ? 'closed box' : region };
        })
      : [];
  const stacks = Object.entries(spectrum.backgrounds)
    // A background has one colour, whichever is the largest.
    .map(([background, counts], i) => ({ name: background, counts: grouped(counts), colour: fillColour(i) }))
    .map((stack) => ({ ...stack, sum: stack.counts.reduce((sum, count) => sum + count, 0) }))
    .filter(({ sum }) => sum > 0)
    .sort((a, b) => a.sum - b.sum)
    .map(({ sum: _sum, ...stack }) => stack);
  const limit = run.limit?.observed ?? run.limit?.expected[2] ?? run.ses.value;
  const { pseudoSignal } = plan.search;
  const events = pseudoSignal?.value ?? (run.ses.value > 0 ? limit / run.ses.value : 1);
  const overlay = pseudoSignal === undefined ? `signal at B = ${powerText(limit)}` : 'signal, as measured';
  const data =
    spectrum.data === null || run.projection !== null
      ? undefined
      : { name: run.data.kind === 'pseudo-data' ? 'pseudo-data' : 'data' };
  const figure: HistogramFigure = {
    kind: 'histogram',
    title: `${plan.search.channel}: ${name}`,
    description: `Spectrum in ${observableByName[axis.observable].title}: expected backgrounds stacked and the signal ${pseudoSignal === undefined ? 'at its limit' : 'as measured'}.`,
    label: `${label}  ${plan.search.channel}`,
    sublabel: simulationText(run),
    provenance: provenance(run),
    x: axisText(axis),
    y: { label: 'events per bin', scale: 'log' },
    edges,
    stacks,
    ...(stacks.length > 0 ? { totalError: groupedErrors(spectrum.error, factor) } : {}),
    overlays: [{ name: overlay, counts: grouped(spectrum.signal).map((n) => n * events) }],
    ...(data === undefined || spectrum.data === null
      ? {}
      : { data: { ...data, counts: groupedData(spectrum.data, factor) } }),
    ...(run.blind && run.projection === null
      ? { masked }
      : { marks: masked.flatMap(({ from, to }) => [from, to]).map((x) => ({ x, label: '' })) }),
  };
  return { name: fileName, caption: `${name} of the selected candidates`, figure, wide: name === DISCRIMINANT };
}

/** Errors of sums of `factor` neighbouring bins. */
function groupedErrors(errors: readonly number[], factor: number): number[] {
  return rebinned(
    errors.map((error) => error * error),
    errors.length / factor,
  ).counts.map(Math.sqrt);
}

function groupedData(counts: readonly (number | null)[], factor: number): (number | null)[] {
  return Array.from({ length: counts.length / factor }, (_, i) => {
    const group = counts.slice(i * factor, (i + 1) * factor);
    return group.some((count) => count === null) ? null : group.reduce((sum: number, count) => sum + (count ?? 0), 0);
  });
}

/** The peak of a control or normalisation sample. */
export function peakFigure(run: RunDocument, name: string, fileName: string): RunFigure {
  const spectrum = run.spectra[name];
  const [axis] = spectrum.axes;
  const { counts, factor } = rebinned(spectrum.signal, 120);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return {
    name: fileName,
    caption: name,
    wide: false,
    figure: {
      kind: 'histogram',
      title: name,
      description: `Spectrum in ${observableByName[axis.observable].title} of the sample ${name}.`,
      label,
      sublabel: name,
      provenance: provenance(run),
      x: axisText(axis),
      y: { label: 'fraction of candidates' },
      edges: edgesOf(axis).filter((_, i) => i % factor === 0),
      stacks: [{ name: 'simulation', counts: counts.map((count) => (total > 0 ? count / total : 0)) }],
      totalError: groupedErrors(spectrum.error, factor).map((error) => (total > 0 ? error / total : 0)),
    },
  };
}

/** A cut-flow as bars. */
export function flowFigure(run: RunDocument, flow: SampleFlow, fileName: string): RunFigure {
  const steps = flow.steps.filter(({ efficiency }) => efficiency.value > 0);
  return {
    name: fileName,
    caption: `Cut-flow of the ${flow.role}`,
    wide: false,
    figure: {
      kind: 'cut-flow',
      title: `Cut-flow of the ${flow.role}`,
      description: 'Fraction of generated decays left after each step.',
      label,
      sublabel: flow.decay,
      provenance: provenance(run),
      counted: 'fraction of decays',
      steps: steps.map(({ name, efficiency, ofPrevious, nMinusOne }) => ({
        name,
        yield: efficiency.value,
        ...(ofPrevious === null ? {} : { efficiency: ofPrevious }),
        ...(nMinusOne === null ? {} : { nMinusOne }),
      })),
    },
  };
}

/** The error budget of the single-event sensitivity. */
export function budgetFigure(run: RunDocument, fileName: string): RunFigure {
  return {
    name: fileName,
    caption: 'Error budget of the single-event sensitivity',
    wide: false,
    figure: {
      kind: 'error-budget',
      title: 'Error budget of the single-event sensitivity',
      description: 'Relative uncertainties by source.',
      label,
      quantity: 'the single-event sensitivity',
      contributions: run.errorBudget.map(({ source, relative, kind }) => ({
        name: source,
        relative,
        external: kind === 'external',
      })),
    },
  };
}

/** 1.0×10^{-10}: a small number as figures typeset it. */
function powerText(value: number): string {
  const [digits, power] = value.toExponential(1).split('e');
  return `${digits}×10^{${Number(power)}}`;
}
