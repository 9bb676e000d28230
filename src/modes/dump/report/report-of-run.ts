import { answerOf } from '../../../search/results/answer.ts';
import { frozenText, noticesOfData, projectionSentence, settingsText } from '../../../search/results/asked-notes.ts';
import type { RunFigure } from '../../../search/results/figure.ts';
import { isAlternative } from '../../../search/results/row.ts';
import { rowsTable } from '../../../search/results/rows-table.ts';
import type { ReportDocument, ReportFigure, ReportSection, ReportTable } from '../../../stages/report/index.ts';
import { neededEfficiency } from '../exclusion/published-edge-yields.ts';
import type { DumpRunPlan } from '../plan.ts';
import type { DumpRunDocument } from '../run-document.ts';
import { differenceParagraphs } from './difference-paragraphs.ts';

/** The report of one run of a dump search: the nine stages in order, each with its numbers and pictures. */
export function reportOfDumpRun(
  plan: DumpRunPlan,
  run: DumpRunDocument,
  figures: readonly RunFigure[],
  changedAfterUnblinding = false,
): ReportDocument {
  const { search, experiment } = plan;
  const changes = settingsText(run.settings);
  return {
    title: search.channel,
    subtitle: search.title,
    notices: [
      ...noticesOfData(run),
      ...(changedAfterUnblinding ? [{ kind: 'changed-after-unblinding' as const }] : []),
      ...(changes === undefined ? [] : [{ kind: 'note' as const, text: changes }]),
    ],
    answer: answerOf(
      run.rows,
      figures,
      ['exclusion-combined', 'exclusion', 'limits', 'pointing'],
      projectionSentence(run),
    ),
    sections: sectionsOfDumpRun(plan, run, figures),
    footer: {
      references: [...new Set([...search.references, ...experiment.references])].map((text) => ({ text })),
      facts: [
        ['decays per mass and final state', String(run.events)],
        ['masses', String(plan.masses.length)],
        ['seed', String(run.seed)],
        ['digest of the search', run.digest.search],
        ['digest of the result', run.digest.result],
        ['cuts frozen', frozenText(run.frozen)],
      ],
    },
  };
}

/** The sections of one run, one per stage. */
export function sectionsOfDumpRun(
  plan: DumpRunPlan,
  run: DumpRunDocument,
  figures: readonly RunFigure[],
): ReportSection[] {
  const { search } = plan;
  const named = (...names: readonly string[]): ReportFigure[] =>
    figures
      .filter(({ name }) => names.some((part) => name.startsWith(part)))
      .map(({ caption, figure, name, wide }) => ({ caption, figure, fileName: `figures/${name}`, wide }));
  const { reference } = run;
  const at = `${reference.mass.toPrecision(3)} GeV${reference.coupling === null ? '' : ` and coupling ${reference.coupling.toPrecision(3)}`}`;
  const assumptions = run.exclusion?.assumptions ?? run.lifetimeMap?.assumptions ?? [];
  return [
    {
      id: 'generation',
      stage: 'generation',
      heading: 'Generation',
      paragraphs: [
        search.summary,
        `${run.events.toLocaleString('en-GB')} decays of ${run.model} at each of ${plan.masses.length} masses; production and lifetime enter afterwards as weights.`,
        ...assumptions.map(marked),
      ],
    },
    {
      id: 'simulation',
      stage: 'simulation',
      heading: 'Simulation',
      paragraphs: [`Resolutions at ${at}; the invariant mass decides the mass window.`],
      tables: [
        {
          caption: 'Simulated resolutions',
          columns: ['quantity', 'value'],
          rows: [
            ['invariant mass', { value: 1e3 * reference.resolution.mass, unit: 'MeV' }],
            ['z of the origin', { value: reference.resolution.originZ, unit: 'm' }],
            ['distance from the beam axis', { value: 1e3 * reference.resolution.originDistance, unit: 'mm' }],
            ['kept by the signal region', reference.resolution.inRegion],
          ],
        },
      ],
      figures: named('acceptance'),
    },
    {
      id: 'trigger',
      stage: 'trigger',
      heading: 'Trigger',
      paragraphs: [
        `Lines: ${search.triggers.map((name) => plan.experiment.triggers[name].title).join('; ')}. Two tracks in different tiles of the hodoscope are asked for.`,
      ],
    },
    {
      id: 'selection',
      stage: 'selection',
      heading: 'Selection',
      tables: [
        {
          caption: `From the protons to the expected events at ${at}, cτ = ${reference.ctau.toPrecision(3)} m, production ${reference.production}`,
          columns: ['factor', 'value', 'product so far'],
          rows: run.cutflow[0].steps.map(({ name, factor, yield: left }) => [
            name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
            factor,
            left,
          ]),
        },
      ],
      figures: named('events'),
    },
    {
      id: 'blinding',
      stage: 'blinding',
      heading: 'Blinding',
      paragraphs: [
        run.reason ?? `Opened ${run.opened?.at ?? ''} for the search with digest \`${run.digest.search}\`.`,
        'Contours below are those of the published events, which are an input; the counts here are those of this run.',
      ],
      tables: [
        {
          caption: 'Regions',
          columns: ['region', 'expected background (cited)', 'observed'],
          rows: Object.entries(run.regions).map(([name, { expected, observed, blind }]) => [
            blind ? `${name} (blind)` : name,
            { ...expected, role: 'input' as const },
            observed === null ? 'masked' : observed,
          ]),
        },
      ],
    },
    {
      id: 'normalisation',
      stage: 'normalisation',
      heading: 'Normalisation',
      tables: [
        {
          caption: 'Protons on target take the place of a normalisation channel',
          columns: ['', 'value'],
          rows: [['protons on target', { ...run.protons }]],
        },
      ],
    },
    {
      id: 'background',
      stage: 'background',
      heading: 'Background',
      tables: backgroundTables(run),
      figures: named('pointing'),
    },
    {
      id: 'limits',
      stage: 'limits',
      heading: 'Limits',
      paragraphs: differenceParagraphs(run),
      tables: limitTables(run),
      figures: named('exclusion', 'limits'),
    },
    {
      id: 'report',
      stage: 'report',
      heading: 'Published against computed',
      tables: [rowsTable(run.rows.filter((row) => !isAlternative(row)))],
      figures: named('published-against-computed'),
    },
  ];
}

/** Plain text with its indices marked up whole: F_μν is not (F_μ)ν. */
const marked = (text: string): string => text.replace(/([_^])([\p{L}\d]+)/gu, '$1{$2}');

function backgroundTables({ background, combinatorial, secondaries }: DumpRunDocument): ReportTable[] {
  const cited: ReportTable = {
    caption: 'Cited background in the signal region',
    columns: ['source', 'events', 'upper limit (90 %)'],
    rows: background.sources.map(({ title, value, error, upperLimit }) => [
      title,
      value === null ? null : { value, error, role: 'input' },
      upperLimit === null ? null : { value: upperLimit, role: 'input' },
    ]),
  };
  const pairs: ReportTable[] =
    secondaries.length === 0
      ? []
      : [
          {
            caption: 'Pairs of secondaries of one halo track: shape alone; the size is cited',
            columns: ['source', 'thrown', 'in the signal region', 'in the control region', 'signal over control'],
            rows: secondaries.map(({ source, thrown, inSignal, inControl, ratio }) => [
              background.sources.find(({ name }) => name === source)?.title ?? source,
              thrown,
              inSignal,
              inControl,
              ratio === null ? null : { ...ratio, role: 'computed' },
            ]),
          },
        ];
  if (combinatorial === null) return [cited, ...pairs];
  const { ratio, flatRatio, control, signal, published, mixed } = combinatorial;
  return [
    cited,
    ...pairs,
    {
      caption: `Two unrelated halo tracks: ${mixed.toLocaleString('en-GB')} mixed pairs, normalised in the control region alone`,
      columns: ['', 'signal over control', 'events in the signal region'],
      rows: [
        ['mixed pairs', { ...ratio, role: 'computed' }, { ...signal, role: 'computed' }],
        [
          'a flat plane',
          { value: flatRatio, role: 'computed' },
          { value: flatRatio * control.value, role: 'computed' },
        ],
        ...(published === null
          ? []
          : [
              [
                'published',
                { value: published.ratio, role: 'input' as const },
                { value: published.value, error: published.error, role: 'input' as const },
              ],
            ]),
      ],
    },
  ];
}

function limitTables({ limit, limitAtPublishedCount, comparisons, publishedEdges }: DumpRunDocument): ReportTable[] {
  const counts: ReportTable = {
    caption: `Upper limit on signal events at ${100 * limit.cl} % confidence level, ${limit.method}`,
    columns: ['', 'observed', '−2σ', '−1σ', 'median', '+1σ', '+2σ'],
    rows: [
      ['this run', limit.observed ?? 'masked', ...limit.expected],
      ['with the published count', limitAtPublishedCount.observed, ...limitAtPublishedCount.expected],
    ],
  };
  if (comparisons.length === 0) return [counts];
  const ratio = (value: number | null) => (value === null ? '–' : value.toFixed(2));
  return [
    counts,
    {
      caption: 'Our edges over the published ones, lower / upper, by production set at the predicted efficiency',
      columns: ['mass / GeV', ...comparisons.map(({ production }) => production)],
      rows: comparisons[0].points.map(({ mass }, i) => [
        mass,
        ...comparisons.map(({ points }) => `${ratio(points[i].lowerRatio)} / ${ratio(points[i].upperRatio)}`),
      ]),
    },
    {
      caption:
        'Efficiency in front of geometry and selection: predicted, and what would fit the published edges best (shown, never used)',
      columns: ['production', 'predicted', 'rms of ln(ratio)', 'would fit', 'rms then'],
      rows: comparisons.map((one) => [
        one.production,
        { value: one.predictedEfficiency, role: 'computed' },
        one.rms,
        one.fittingEfficiency,
        one.fittingRms,
      ]),
    },
    neededTable(publishedEdges, comparisons),
    {
      caption: 'Events expected on the published lower edge; agreement would be the number allowed',
      columns: ['mass / GeV', 'allowed', ...comparisons.map(({ production }) => production)],
      rows: publishedEdges.map(({ mass, allowed, events }) => [
        mass,
        allowed,
        ...comparisons.map(({ production }) => events[production][0]),
      ]),
    },
  ];
}

/** Masses over which the needed efficiencies are averaged, GeV. */
const DIAGNOSED = [0.02, 0.5] as const;

function neededTable(
  edges: DumpRunDocument['publishedEdges'],
  comparisons: DumpRunDocument['comparisons'],
): ReportTable {
  const means = comparisons.map(({ production }) => neededEfficiency(edges, production, DIAGNOSED));
  const shown = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : value.toPrecision(2);
  return {
    caption: `Efficiency that our lower edge would need to be the published one: a diagnosis, used nowhere; last rows, mean and spread in the logarithm from ${DIAGNOSED[0]} to ${DIAGNOSED[1]} GeV`,
    columns: ['mass / GeV', ...comparisons.map(({ production }) => production)],
    rows: [
      ...edges.map(({ mass, neededEfficiency: needed }) => [
        mass,
        ...comparisons.map(({ production }) => shown(needed[production])),
      ]),
      ['mean', ...means.map((found) => shown(found?.mean))],
      ['spread of ln', ...means.map((found) => shown(found?.rms))],
    ],
  };
}
