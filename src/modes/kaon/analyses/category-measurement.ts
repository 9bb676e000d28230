import { InvalidInput } from '../../../schema/index.ts';
import { row } from '../../../search/results/row.ts';
import { categoryMeasurementSchema } from '../../../search/schemas/sections.ts';
import type { CategoryMeasurement, MeasurementCategory } from '../../../search/sections/category-measurement.ts';
import { type CombinedChannel, combinationWorkspace } from '../../../statistics/combination/index.ts';
import { buildModel, checkWorkspace, discovery, workspaceFit } from '../../../statistics/histfactory/index.ts';
import type { Analysis } from './analysis.ts';

export interface CategoryResult {
  readonly branchingRatio: { readonly value: number; readonly up: number | null; readonly down: number | null };
  readonly significance: number | null;
  readonly events: { readonly observed: number; readonly background: number; readonly expectedSignal: number };
  /** Expected relative precision against exposure, relative to that of the categories, at the reference. */
  readonly reach: readonly { readonly exposure: number; readonly precision: number | null }[];
  /** Exposure at which the wanted precision is reached; null when it is beyond the range. */
  readonly exposureNeeded: number | null;
}

const EXPOSURES = [0.25, 0.5, 1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 30, 40];

function channelsOf(section: CategoryMeasurement, observed: (category: MeasurementCategory) => number, scale = 1) {
  return Object.entries(section.categories).map(
    ([name, category]): CombinedChannel => ({
      name,
      observed: observed(category),
      background: category.background.value * scale,
      backgroundError: category.background.error * scale,
      backgroundModel: 'lognormal',
      ses: section.referenceBranchingRatio.value / (category.expectedSignal.value * scale),
      sesError: category.expectedSignal.error / category.expectedSignal.value,
    }),
  );
}

/** The combination with room for any signal: pyhf's default bound of 10 on a strength counted in events is too low. */
function modelOf(channels: readonly CombinedChannel[], observed: readonly number[]) {
  const workspace = combinationWorkspace(channels.map((channel) => ({ ...channel, observed: null })));
  const most = 10 * observed.reduce((sum, count) => sum + count, 10);
  const mu = { name: 'mu', bounds: [[0, most] as const], inits: [most / 20] };
  return buildModel(
    checkWorkspace({
      ...workspace,
      observations: channels.map(({ name }, i) => ({ name, data: [observed[i]] })),
      measurements: workspace.measurements.map(({ name, config }) => ({
        name,
        config: { ...config, parameters: [mu] },
      })),
    }),
  );
}

const sensitivity = (channels: readonly CombinedChannel[]): number =>
  1 / channels.reduce((sum, { ses }) => sum + 1 / ses, 0);

/** Relative error of the branching ratio when every category sees its expectation at `scale` times the exposure. */
function expectedPrecision(section: CategoryMeasurement, scale: number): number | null {
  const asimov = channelsOf(
    section,
    ({ background, expectedSignal }) => scale * (background.value + expectedSignal.value),
    scale,
  );
  const counts = asimov.map(({ observed }) => observed ?? 0);
  const fit = workspaceFit(modelOf(asimov, counts), { minos: ['mu'] });
  const strength = fit.parameters.find(({ name }) => name === 'mu');
  if (!fit.valid || strength === undefined || strength.minos === null || !(strength.value > 0)) return null;
  return (strength.minos[1] - strength.minos[0]) / (2 * strength.value);
}

function exposureFor(precision: number, reach: CategoryResult['reach']): number | null {
  for (let i = 1; i < reach.length; i++) {
    const [before, after] = [reach[i - 1], reach[i]];
    if (before.precision === null || after.precision === null) continue;
    if (before.precision >= precision && after.precision < precision) {
      const f = (before.precision - precision) / (before.precision - after.precision);
      return before.exposure + f * (after.exposure - before.exposure);
    }
  }
  return null;
}

const categoryMeasurement: Analysis<CategoryMeasurement, CategoryResult> = {
  kind: 'category measurement',
  schema: categoryMeasurementSchema,
  check({ categories, precision }, _search, where) {
    if (Object.keys(categories).length === 0) throw new InvalidInput(`${where}.categories`, 'at least one is needed');
    for (const [name, { observed, expectedSignal }] of Object.entries(categories)) {
      const path = `${where}.categories.${name}`;
      if (!(Number.isInteger(observed.value) && observed.value >= 0)) {
        throw new InvalidInput(`${path}.observed`, `a whole number is needed, found ${observed.value}`);
      }
      if (!(expectedSignal.value > 0)) throw new InvalidInput(`${path}.expectedSignal`, 'must be positive');
    }
    if (!(precision > 0 && precision < 1)) throw new InvalidInput(`${where}.precision`, 'must lie between 0 and 1');
  },
  needs: () => ({}),
  finish(section) {
    const channels = channelsOf(section, ({ observed }) => observed.value);
    const model = modelOf(
      channels,
      channels.map(({ observed }) => observed ?? 0),
    );
    const fit = workspaceFit(model, { minos: ['mu'] });
    const strength = fit.parameters.find(({ name }) => name === 'mu');
    if (!fit.valid || strength === undefined) throw new Error(`the fit of the categories failed: ${fit.reason ?? ''}`);
    const unit = sensitivity(channels);
    const reach = EXPOSURES.map((exposure) => ({ exposure, precision: expectedPrecision(section, exposure) }));
    const sum = (pick: (category: MeasurementCategory) => number): number =>
      Object.values(section.categories).reduce((total, category) => total + pick(category), 0);
    return {
      branchingRatio: {
        value: strength.value * unit,
        up: strength.minos === null ? null : strength.minos[1] * unit,
        down: strength.minos === null ? null : -strength.minos[0] * unit,
      },
      significance: discovery(model).significance,
      events: {
        observed: sum(({ observed }) => observed.value),
        background: sum(({ background }) => background.value),
        expectedSignal: sum(({ expectedSignal }) => expectedSignal.value),
      },
      reach,
      exposureNeeded: exposureFor(section.precision, reach),
    };
  },
  rows({ published }, { branchingRatio, significance }, { id }) {
    const { value, up, down } = branchingRatio;
    const error = up === null || down === null ? null : (up + down) / 2;
    return [
      row(id, 'branchingRatio', 'from the published counts, profile likelihood', published.branchingRatio, {
        value,
        error,
      }),
      row(
        id,
        'significance',
        'from the published counts, one-sided, asymptotic',
        published.significance,
        significance === null ? null : { value: significance, error: null },
      ),
    ];
  },
  report({ categories, precision }, result) {
    const needed =
      result.exposureNeeded === null ? 'more than forty times' : `${result.exposureNeeded.toPrecision(2)} times`;
    return {
      id: 'category-measurement',
      heading: 'Branching ratio from the published counts',
      paragraphs: [
        `The counts, backgrounds and expected signals are published numbers; the fit is ours. A precision of ${(100 * precision).toFixed(0)} % needs ${needed} the exposure, at the same sensitivity and relative background errors.`,
      ],
      tables: [
        {
          caption: 'Categories',
          columns: ['category', 'observed', 'background', 'expected signal'],
          rows: Object.entries(categories).map(([name, { observed, background, expectedSignal }]) => [
            name,
            { value: observed.value, role: 'input' as const },
            { value: background.value, error: background.error, role: 'input' as const },
            { value: expectedSignal.value, error: expectedSignal.error, role: 'input' as const },
          ]),
        },
      ],
    };
  },
  figures({ precision }, { reach }, run) {
    const known = reach.filter((point): point is { exposure: number; precision: number } => point.precision !== null);
    if (known.length < 2) return [];
    return [
      {
        name: 'precision-against-exposure.svg',
        caption: 'Expected precision of the branching ratio against exposure',
        wide: false,
        figure: {
          kind: 'curves',
          title: 'Expected precision against exposure',
          description: 'Relative error of the branching ratio against the exposure relative to that of the categories.',
          label: 'Spillway',
          sublabel: run.channel,
          x: { label: 'exposure, relative', scale: 'log' },
          y: { label: 'relative precision' },
          curves: [
            { name: 'expected', x: known.map(({ exposure }) => exposure), y: known.map((point) => point.precision) },
            {
              name: `${(100 * precision).toFixed(0)} %`,
              x: [known[0].exposure, known[known.length - 1].exposure],
              y: [precision, precision],
              dashed: true,
            },
          ],
        },
      },
    ];
  },
};
export default categoryMeasurement;
