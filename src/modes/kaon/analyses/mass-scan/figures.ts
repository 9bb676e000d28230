import type { AxisText, MaskedRange } from '../../../../plots/index.ts';
import type { RunFigure } from '../../../../search/results/figure.ts';
import type { MassScan } from '../../../../search/sections/mass-scan.ts';
import { simulationText } from '../../figures.ts';
import type { RunDocument } from '../../run-document.ts';
import type { RunPlan } from '../../run-plan.ts';
import type { ExcludedCouplings, MassScanResult, ScannedHypothesis } from './result.ts';

const label = 'Spillway';
const inMeV = (mass: number): number => Number((mass * 1e3).toPrecision(10));
const dataName = (run: RunDocument): string => (run.data.kind === 'pseudo-data' ? 'pseudo-data' : 'observed');

/** Pictures of a scan: limits and p-values against one mass or the limit over two, acceptance, lifetimes, couplings. */
export function massScanFigures(
  section: MassScan,
  result: MassScanResult,
  run: RunDocument,
  plan: RunPlan,
): RunFigure[] {
  if (result.hypotheses.length < 2) return [];
  const figures =
    result.masses.length === 1 ? oneMass(section, result, run, plan) : twoMasses(section, result, run, plan);
  return [...figures, ...lifetimeFigure(result, plan), ...couplingFigure(result, plan)];
}

const text = (plan: RunPlan, run: RunDocument) => ({
  label: `${label}  ${plan.search.channel}`,
  sublabel: simulationText(run),
  provenance: `seed ${run.seed} · digest ${run.digest.result.slice(0, 12)}`,
});
const massAxis = (name: string): AxisText => ({ label: `m_{${name}}`, unit: 'MeV' });

function notSearched(section: MassScan, axis: number): MaskedRange[] {
  const [, { excluded = [] }] = Object.entries(section.masses)[axis];
  return excluded.map(({ from, to }) => ({ from: inMeV(from), to: inMeV(to), label: 'not searched' }));
}

function oneMass(section: MassScan, result: MassScanResult, run: RunDocument, plan: RunPlan): RunFigure[] {
  const [name] = result.masses;
  const { hypotheses, global } = result;
  const at = hypotheses.map(({ masses }) => inMeV(masses[name]));
  const seen = hypotheses.map(({ observed, atPublishedCount }) => observed ?? atPublishedCount);
  const common = { x: massAxis(name), at, notSearched: notSearched(section, 0) };
  const predictions = Object.entries(result.predictions).map(([title, { masses, value }]) => ({
    name: title,
    x: [inMeV(masses[0]) - 3, inMeV(masses[0]) + 3],
    y: [value, value],
  }));
  const figures: RunFigure[] = [
    {
      name: 'mass-scan-limits.svg',
      caption: `Upper limits at ${100 * result.level} % confidence against the mass`,
      wide: true,
      figure: {
        kind: 'brazil',
        title: 'Upper limits against the mass',
        description: 'Expected limit with bands, and the observed one where the box is open.',
        ...text(plan, run),
        ...common,
        y: { label: 'limit on the branching fraction', scale: 'log' },
        expected: [0, 1, 2, 3, 4].map((k) => hypotheses.map(({ expected }) => expected?.[k] ?? null)),
        ...(seen.some((value) => value !== null)
          ? { observed: seen, observedName: result.blind ? 'with the published count' : dataName(run) }
          : {}),
        others: predictions,
      },
    },
    {
      name: 'mass-scan-acceptance.svg',
      caption: 'Acceptance against the mass, trigger included',
      wide: false,
      figure: {
        kind: 'curves',
        title: 'Acceptance against the mass',
        description: 'Fraction of the decays that are selected, with its error.',
        ...text(plan, run),
        x: massAxis(name),
        y: { label: 'acceptance × trigger' },
        curves: [
          {
            name: 'simulation',
            x: at,
            y: hypotheses.map(({ acceptance: { value } }) => value),
            low: hypotheses.map(({ acceptance: { value, error } }) => value - error),
            high: hypotheses.map(({ acceptance: { value, error } }) => value + error),
          },
        ],
      },
    },
  ];
  if (section.without !== undefined) {
    const cuts = section.without.cuts.join(', ');
    figures.push({
      name: 'mass-scan-cost.svg',
      caption: `Fraction of the candidates lost by '${cuts}'`,
      wide: false,
      figure: {
        kind: 'curves',
        title: `Cost of '${cuts}'`,
        description: 'Fraction of the otherwise selected candidates that the cut takes, against the mass.',
        ...text(plan, run),
        x: massAxis(name),
        y: { label: 'fraction lost', range: [0, 1] },
        curves: [{ name: cuts, x: at, y: hypotheses.map(({ cost }) => cost) }],
      },
    });
  }
  if (hypotheses.every(({ localP }) => localP !== null)) {
    figures.push({
      name: 'mass-scan-p-values.svg',
      caption: 'Local p-values against the mass, and the global one',
      wide: true,
      figure: {
        kind: 'p-value-scan',
        title: 'Local p-values',
        description: 'Probability of at least the seen count from background alone, at each mass.',
        ...text(plan, run),
        ...common,
        localP: hypotheses.map(({ localP }) => localP),
        ...(global === null ? {} : { global: { p: global.p, significance: global.significance } }),
      },
    });
  }
  return figures;
}

function twoMasses(section: MassScan, result: MassScanResult, run: RunDocument, plan: RunPlan): RunFigure[] {
  const [first, second] = result.masses;
  const [x, y] = Object.values(section.masses);
  const edges = ({ from, to, step }: typeof x): number[] =>
    Array.from({ length: Math.floor((to - from) / step + 1e-6) + 2 }, (_, i) => inMeV(from + (i - 0.5) * step));
  const [xEdges, yEdges] = [edges(x), edges(y)];
  const columns = xEdges.length - 1;
  const map = (pick: (hypothesis: ScannedHypothesis) => number | null): (number | null)[] => {
    const values = new Array<number | null>(columns * (yEdges.length - 1)).fill(null);
    for (const hypothesis of result.hypotheses) {
      const i = Math.round((hypothesis.masses[first] - x.from) / x.step);
      const j = Math.round((hypothesis.masses[second] - y.from) / y.step);
      values[j * columns + i] = pick(hypothesis);
    }
    return values;
  };
  const drawn = (name: string, caption: string, z: AxisText, values: (number | null)[]): RunFigure => ({
    name,
    caption,
    wide: true,
    figure: {
      kind: 'map',
      title: caption,
      description: `${caption} over the two masses; white was not searched.`,
      ...text(plan, run),
      x: massAxis(first),
      y: massAxis(second),
      z,
      xEdges,
      yEdges,
      values,
    },
  });
  return [
    drawn(
      'mass-scan-limits.svg',
      `Upper limit at ${100 * result.level} % confidence, ${result.blind ? 'with the published count or expected' : dataName(run)}`,
      { label: 'limit on the branching fraction', scale: 'log' },
      map(({ observed, atPublishedCount, expected }) => observed ?? atPublishedCount ?? expected?.[2] ?? null),
    ),
    drawn(
      'mass-scan-acceptance.svg',
      'Acceptance, trigger included',
      { label: 'acceptance × trigger', scale: 'log' },
      map(({ acceptance: { value } }) => value),
    ),
  ];
}

function lifetimeFigure({ lifetimes }: MassScanResult, plan: RunPlan): RunFigure[] {
  if (lifetimes === null) return [];
  const { particle, masses, acceptance } = lifetimes;
  const kept = lifetimes.lifetimes.flatMap((value, column) => (value > 0 ? [{ value, column }] : []));
  return [
    {
      name: 'mass-scan-lifetimes.svg',
      caption: `Acceptance against the lifetime of ${particle}, relative to prompt decays`,
      wide: false,
      figure: {
        kind: 'curves',
        title: 'Acceptance against lifetime',
        description: 'Relative to prompt decays, for several masses.',
        label: `${label}  ${plan.search.channel}`,
        x: { label: 'cτ', unit: 'm', scale: 'log' },
        y: { label: 'relative acceptance', range: [0, 1.2] },
        curves: masses.map((mass, m) => ({
          name: `m_{${particle}} = ${inMeV(mass)} MeV`,
          x: kept.map(({ value }) => value),
          y: kept.map(({ column }) => acceptance[m][column].value),
        })),
      },
    },
  ];
}

function couplingFigure({ coupling }: MassScanResult, plan: RunPlan): RunFigure[] {
  if (coupling === null) return [];
  const entries = coupling.excluded;
  const rings = (pick: (entry: ExcludedCouplings) => readonly (readonly [number, number])[]) => {
    const edges = entries.flatMap((entry) => {
      const ranges = pick(entry);
      return ranges.length === 0
        ? []
        : [{ mass: inMeV(entry.mass), low: ranges[0][0], high: ranges[ranges.length - 1][1] }];
    });
    if (edges.length < 2) return [];
    return [
      [
        ...edges.map(({ mass, low }) => [mass, low] as const),
        ...edges.toReversed().map(({ mass, high }) => [mass, high] as const),
      ],
    ];
  };
  const lines = [
    { name: 'expected', rings: rings(({ expected }) => expected), style: 'dashed' as const },
    { name: 'observed', rings: rings(({ observed }) => observed ?? []), filled: true },
  ].filter((line) => line.rings.length > 0);
  if (lines.length === 0) return [];
  return [
    {
      name: 'mass-scan-couplings.svg',
      caption: `Excluded couplings: below, too rare; above, too short-lived or beyond the range`,
      wide: false,
      figure: {
        kind: 'exclusion',
        title: 'Excluded couplings',
        description:
          'Couplings excluded at each mass, from the limit for prompt decays and the acceptance at the lifetime.',
        label: `${label}  ${plan.search.channel}`,
        x: { label: 'mass', unit: 'MeV' },
        y: {
          label: coupling.symbol.replace(/_([A-Za-z]+)/g, '_{$1}'),
          ...(coupling.unit === '1' ? {} : { unit: coupling.unit }),
          scale: 'log',
        },
        lines,
      },
    },
  ];
}
