import { answerOf } from '../../../search/results/answer.ts';
import { frozenText, noticesOfData, projectionSentence, settingsText } from '../../../search/results/asked-notes.ts';
import type { RunFigure } from '../../../search/results/figure.ts';
import { forestFigure } from '../../../search/results/forest-figure.ts';
import { decaysText, missedTargets } from '../../../search/results/power-text.ts';
import { roleOfInput, rowsTable } from '../../../search/results/rows-table.ts';
import type { ReportDocument, ReportFigure, ReportSection, ReportTable } from '../../../stages/report/index.ts';
import { DISCRIMINANT } from '../chain/compile-sample.ts';
import { budgetFigure, flowFigure, peakFigure, spectrumFigure } from '../figures.ts';
import { planeFigure } from '../plane-figure.ts';
import { reproduceRows } from '../rows.ts';
import type { RunDocument } from '../run-document.ts';
import type { RunPlan } from '../run-plan.ts';
import { analysesOfRun } from './analyses-of-run.ts';
import { powerTable } from './power-table.ts';

/** Every figure of a run, with the name of its file. */
export function figuresOfRun(plan: RunPlan, run: RunDocument): RunFigure[] {
  const rows = reproduceRows(plan.search, run);
  const peaks = Object.keys(run.spectra).filter((name) => !(name in plan.search.spectra) && name !== DISCRIMINANT);
  return [
    plan.search.discriminant.length === 1
      ? spectrumFigure(plan, run, DISCRIMINANT, 'discriminant.svg')
      : planeFigure(plan, run, 'plane.svg'),
    ...Object.keys(plan.search.spectra).map((name) =>
      spectrumFigure(plan, run, name, `${name.replace(/[^a-z0-9]+/gi, '-')}.svg`),
    ),
    ...peaks.map((name, i) => peakFigure(run, name, `check-${i + 1}.svg`)),
    ...run.cutflow
      .filter(({ role }) => role === 'signal' || role === 'normalisation')
      .map((flow) => flowFigure(run, flow, `cut-flow-${flow.role}.svg`)),
    budgetFigure(run, 'error-budget.svg'),
    ...analysesOfRun(plan, run).flatMap(({ figures }) => figures),
    ...(rows.some(({ ratio }) => ratio !== null)
      ? [forestFigure('Published against computed', rows, 'published-against-computed.svg')]
      : []),
  ];
}

/** Pictures that say most of a search, by the beginning of their names, the most telling first. */
const firstPictures = [
  'mass-scan-limits',
  'likelihood-contours',
  'rate-with-fit',
  'asymmetry-error',
  'plane',
  'discriminant',
  'published-against-computed',
];

const percent = (value: number): string => `${(100 * value).toPrecision(3)} %`;

/** The report of one run as a document: the nine stages in order, each with its numbers and pictures. */
export function reportOfRun(
  plan: RunPlan,
  run: RunDocument,
  figures: readonly RunFigure[],
  changedAfterUnblinding = false,
): ReportDocument {
  const { search, experiment } = plan;
  const changes = settingsText(run.settings);
  const missed = missedTargets(run.power);
  return {
    title: search.channel,
    subtitle: search.title,
    notices: [
      ...noticesOfData(run),
      ...(changedAfterUnblinding ? [{ kind: 'changed-after-unblinding' as const }] : []),
      ...(missed.length === 0
        ? []
        : [{ kind: 'note' as const, text: `Less well known than asked: ${missed.join('; ')}.` }]),
      ...(changes === undefined ? [] : [{ kind: 'note' as const, text: changes }]),
    ],
    answer: answerOf(reproduceRows(search, run), figures, firstPictures, projectionSentence(run)),
    sections: sectionsOfRun(plan, run, figures),
    footer: {
      references: [...new Set([...search.references, ...experiment.references])].map((text) => ({ text })),
      facts: [
        ['events per sample', decaysText(run.events, run.power)],
        ['seed', String(run.seed)],
        ['digest of the search', run.digest.search],
        ['digest of the result', run.digest.result],
        ['cuts frozen', frozenText(run.frozen)],
      ],
    },
  };
}

/** The sections of one run, one per stage. */
export function sectionsOfRun(plan: RunPlan, run: RunDocument, figures: readonly RunFigure[]): ReportSection[] {
  const { search } = plan;
  const named = (...names: readonly string[]): ReportFigure[] =>
    figures
      .filter(({ name }) => names.some((part) => name.startsWith(part)))
      .map(({ caption, figure, name, wide }) => ({ caption, figure, fileName: `figures/${name}`, wide }));
  const flow = (role: 'signal' | 'normalisation') => run.cutflow.find((one) => one.role === role);
  const spectra = Object.keys(search.spectra).map((name) => name.replace(/[^a-z0-9]+/gi, '-'));
  return [
    {
      id: 'generation',
      stage: 'generation',
      heading: 'Generation',
      paragraphs: [
        search.summary,
        `${decaysText(run.events, run.power)} decays per sample; a fraction ${run.decayFraction.toFixed(4)} of the kaons that enter the fiducial volume decay in it.`,
      ],
      tables: [
        {
          caption: 'Samples and the amplitudes they were generated with',
          columns: ['sample', 'decay', 'amplitude'],
          rows: run.cutflow.map(({ sample, decay, models }) => [sample, `\`${decay}\``, models.join(', ')]),
        },
        powerTable(run.power),
      ],
    },
    {
      id: 'simulation',
      stage: 'simulation',
      heading: 'Simulation',
      paragraphs: [
        'Resolutions and the calibration of the efficiency per track, from samples with their own selection.',
      ],
      tables: [
        {
          caption: 'Control samples',
          columns: ['sample', 'quantity', 'value'],
          rows: Object.entries(run.checks).map(([name, { quantity, result }]) => [
            name,
            quantity,
            { value: result.value, error: result.error, unit: search.checks[name].published.unit ?? '' },
          ]),
        },
      ],
      figures: named('check'),
    },
    {
      id: 'trigger',
      stage: 'trigger',
      heading: 'Trigger',
      paragraphs: [
        `Lines: ${search.triggers.map((name) => plan.experiment.triggers[name].title).join('; ')}. An event is kept with the probability 1 − Π(1 − 1/D) over the lines that fire.`,
      ],
      tables: [
        {
          caption: 'Fraction of reconstructed candidates that the trigger keeps',
          columns: ['sample', 'kept'],
          rows: run.cutflow
            .filter(({ role }) => role !== 'check')
            .map(({ sample, steps }) => [
              sample,
              steps[0].efficiency.value > 0 ? steps[1].efficiency.value / steps[0].efficiency.value : null,
            ]),
        },
      ],
    },
    {
      id: 'selection',
      stage: 'selection',
      heading: 'Selection',
      tables: (['signal', 'normalisation'] as const).flatMap((role) => {
        const one = flow(role);
        if (one === undefined) return [];
        return [
          {
            caption: `Cut-flow of the ${role}`,
            columns: ['cut', 'simulated', 'efficiency so far', 'lost by this cut alone'],
            rows: one.steps.map((step) => [
              step.name,
              step.candidates,
              { value: step.efficiency.value, error: step.efficiency.error },
              step.nMinusOne === null ? null : percent(1 - step.nMinusOne.value),
            ]),
          },
        ];
      }),
      figures: named('cut-flow', ...spectra),
    },
    {
      id: 'blinding',
      stage: 'blinding',
      heading: 'Blinding',
      paragraphs: [run.reason ?? `Opened ${run.opened?.at ?? ''} for the search with digest \`${run.digest.search}\`.`],
      tables: [
        {
          caption: 'Regions',
          columns: ['region', 'expected background', 'observed'],
          rows: Object.entries(run.regions).map(([name, { expected, reason, observed, blind }]) => [
            blind ? `${name} (blind)` : name,
            expected === null
              ? { text: `– (${reason})` }
              : { value: expected.value, error: expected.error, role: expected.role },
            observed === null ? 'masked' : observed,
          ]),
        },
      ],
      figures: named('discriminant', 'plane'),
    },
    {
      id: 'normalisation',
      stage: 'normalisation',
      heading: 'Normalisation',
      tables: [
        {
          caption: 'From the normalisation channel to the single-event sensitivity',
          columns: ['', 'value'],
          rows: [
            ...normalisationRows(plan, run),
            ['acceptance of the signal', { ...run.acceptance.signal, role: 'computed' as const }],
            ['kept by the trigger, signal', { value: run.trigger.signal, role: 'computed' as const }],
            ['single-event sensitivity', { ...run.ses, role: 'computed' as const }],
          ].map(([name, value]) => [name, value] as [string, object]),
        },
        {
          caption: 'Uncertainty of the single-event sensitivity',
          columns: ['source', 'relative'],
          rows: run.errorBudget.map(({ source, relative }) => [source, percent(relative)]),
        },
      ],
      figures: named('error-budget'),
    },
    {
      id: 'background',
      stage: 'background',
      heading: 'Background',
      tables: [
        {
          caption: 'Expected background in the signal region; the band is that of the identification maps',
          columns: ['source', 'simulated', 'expected', 'band', 'upper limit (90 %)'],
          rows: [
            ...run.background.sources.map((source) => [
              source.name,
              source.candidates,
              source.upperLimit === null
                ? { value: source.value, error: source.error, role: roleOfSource(plan, source) }
                : { text: 'none survives' },
              `${source.low.toPrecision(2)} … ${source.high.toPrecision(2)}`,
              source.upperLimit,
            ]),
            [
              'total',
              null,
              { value: run.background.value, error: run.background.error, role: run.background.role },
              `${run.background.low.toPrecision(2)} … ${run.background.high.toPrecision(2)}`,
              null,
            ],
          ],
          emphasis: [run.background.sources.length],
        },
        ...simulatedByRegion(run),
      ],
    },
    {
      id: 'limits',
      stage: 'limits',
      heading: 'Limits',
      tables: limitTables(run),
      parts: analysesOfRun(plan, run).map(({ part, figures: own }) => ({
        ...part,
        figures: named(...own.map(({ name }) => name)),
      })),
    },
    {
      id: 'report',
      stage: 'report',
      heading: 'Published against computed',
      tables: [rowsTable(reproduceRows(search, run))],
      figures: named('published-against-computed'),
    },
  ];
}

/** What each simulated source gives in each region, where there are several signal regions. */
function simulatedByRegion({ regions }: RunDocument): ReportTable[] {
  const listed = Object.entries(regions).flatMap(([name, { simulated }]) =>
    simulated === undefined ? [] : [{ name, simulated }],
  );
  if (listed.length === 0) return [];
  return [
    {
      caption:
        'Simulated background by region; the error is that of the simulation and of the inputs, without the band',
      columns: ['region', ...listed[0].simulated.map(({ name }) => name)],
      rows: listed.map(({ name, simulated }) => [
        name,
        ...simulated.map(({ value, error, upperLimit }) =>
          upperLimit === null
            ? { value, error, role: 'computed' as const }
            : { text: `below ${upperLimit.toPrecision(2)}` },
        ),
      ]),
    },
  ];
}

function limitTables({ limit, limitAtPublishedCount }: RunDocument): ReportTable[] {
  if (limit === null) return [];
  const published =
    limitAtPublishedCount === null
      ? []
      : [['with the published count', limitAtPublishedCount.observed, ...limitAtPublishedCount.expected]];
  return [
    {
      caption: `Upper limit on the branching ratio at ${percent(limit.cl)} confidence level, ${limit.method}`,
      columns: ['', 'observed', '−2σ', '−1σ', 'median', '+1σ', '+2σ'],
      rows: [['this run', limit.observed ?? 'masked', ...limit.expected], ...published],
    },
  ];
}

/** The badge of a background: cited, set by the user, or computed. */
function roleOfSource({ search }: RunPlan, { name, role }: RunDocument['background']['sources'][number]) {
  const cited = search.citedBackgrounds?.[name] ?? search.backgrounds[name]?.events;
  return cited === undefined ? role : roleOfInput(cited.tag, role);
}

/** How the number of kaon decays came about. */
function normalisationRows({ search: { normalisation } }: RunPlan, run: RunDocument): [string, object][] {
  if ('kaonDecays' in normalisation)
    return [
      [
        'kaon decays (effective)',
        { ...normalisation.kaonDecays, role: roleOfInput(normalisation.kaonDecays.tag, 'input') },
      ],
    ];
  return [
    ['normalisation candidates', { ...normalisation.observed, role: roleOfInput(normalisation.observed.tag, 'input') }],
    [
      'branching ratio',
      { ...normalisation.branchingRatio, role: roleOfInput(normalisation.branchingRatio.tag, 'input') },
    ],
    ['acceptance of the normalisation', { ...run.acceptance.normalisation, role: 'computed' }],
    ['kept by the trigger, normalisation', { value: run.trigger.normalisation, role: 'computed' }],
    ['kaon decays', { ...run.kaonDecays, role: 'computed' }],
  ];
}
