import type { MapFigure } from '../../plots/index.ts';
import type { Box } from '../../search/kaon-search.ts';
import type { RunFigure } from '../../search/results/figure.ts';
import { signalRegionsOf } from '../../search/signal-regions.ts';
import { observableByName } from '../../stages/selection/compile-cuts.ts';
import { DISCRIMINANT } from './chain/compile-sample.ts';
import { axisText, edgesOf, provenance, shown, simulationText } from './figures.ts';
import type { RunDocument } from './run-document.ts';
import type { RunPlan } from './run-plan.ts';

/** Bins of a picture along each axis, at most: it stays small enough to stand in a page. */
const MOST = [36, 24] as const;

const factorFor = (bins: number, most: number): number => {
  let factor = 1;
  while (bins % factor !== 0 || bins / factor > most) factor++;
  return factor;
};

/**
 * The plane of a discriminant with two axes: expected events of all backgrounds and of the signal at its expected limit (as
 * measured, for an established decay), with every region of the search. Counts are not in it.
 */
export function planeFigure(plan: RunPlan, run: RunDocument, fileName: string): RunFigure {
  const { search } = plan;
  const { axes, signal, backgrounds } = run.spectra[DISCRIMINANT];
  const [x, y] = axes;
  const factors = [factorFor(x.bins, MOST[0]), factorFor(y.bins, MOST[1])];
  const columns = x.bins / factors[0];
  const rows = y.bins / factors[1];
  const limit = run.limit?.observed ?? run.limit?.expected[2] ?? run.ses.value;
  const events = search.pseudoSignal?.value ?? (run.ses.value > 0 ? limit / run.ses.value : 1);
  const values = new Array<number>(columns * rows).fill(0);
  const add = (counts: readonly number[], scale: number): void => {
    counts.forEach((count, bin) => {
      const i = Math.floor(Math.floor(bin / y.bins) / factors[0]);
      const j = Math.floor((bin % y.bins) / factors[1]);
      values[j * columns + i] += scale * count;
    });
  };
  for (const counts of Object.values(backgrounds)) add(counts, 1);
  add(signal, events);
  const most = values.reduce((a, b) => Math.max(a, b), 0);
  const signals: readonly string[] = signalRegionsOf(search);
  const regions: Readonly<Record<string, Box>> = search.regions;
  const figure: MapFigure = {
    kind: 'map',
    title: `${search.channel}: the plane of the search`,
    description: `Expected events in ${observableByName[x.observable].title} and ${observableByName[y.observable].title}, backgrounds and signal, with the regions of the search.`,
    label: `Spillway  ${search.channel}`,
    sublabel: simulationText(run),
    provenance: provenance(run),
    x: axisText(x),
    y: axisText(y),
    z: { label: 'expected events per bin', scale: 'log' },
    xEdges: edgesOf(x).filter((_, i) => i % factors[0] === 0),
    yEdges: edgesOf(y).filter((_, i) => i % factors[1] === 0),
    // Seven decades are shown: what lies below is as good as nothing.
    values: values.map((value) => (value > 1e-7 * most ? value : null)),
    regions: Object.entries(regions).map(([name, [a, b]]) => ({
      name,
      shape: 'box' as const,
      role: signals.includes(name) ? ('signal' as const) : ('control' as const),
      x: [shown(a[0], x), shown(a[1], x)] as const,
      y: [shown(b[0], y), shown(b[1], y)] as const,
    })),
  };
  return {
    name: fileName,
    caption: 'Expected events in the plane of the search, with its regions; no counts',
    figure,
    wide: true,
  };
}
