import { InvalidInput } from '../../../../schema/index.ts';
import { rolesOf } from '../../../../search/asking/check-kaon-search.ts';
import type { SearchDocument } from '../../../../search/kaon-search.ts';
import { inputRow, row } from '../../../../search/results/row.ts';
import { regionRatiosSchema } from '../../../../search/schemas/sections.ts';
import type { RatioInRegion, RegionRatios, RegionRatiosResult } from '../../../../search/sections/region-ratios.ts';
import { compileCuts } from '../../../../stages/selection/compile-cuts.ts';
import { type Estimate, quotient, weightedFraction } from '../../../../statistics/estimate.ts';
import type { ReadSample } from '../../chain/read-samples.ts';
import { sampleOf } from '../../chain/read-samples.ts';
import { compiledDecayOf } from '../../chain/weight-pieces.ts';
import type { Analysis, AnalysisContext } from '../analysis.ts';
import { regionRatiosFigures, regionRatiosReport } from './report.ts';
import { trueShares } from './true-shares.ts';

/** Decays at rest behind the true shares of the regions. */
const TRUE_EVENTS = 262_144;

const inRegion = (name: string): string => `region ${name}`;
const positiveIn = (name: string): string => `region ${name}, positive`;

/** Ratios of branching ratios in regions of phase space; see `RegionRatios`. */
const regionRatios: Analysis<RegionRatios, RegionRatiosResult> = {
  kind: 'ratios in regions',
  schema: regionRatiosSchema,
  check: checkRegionRatios,
  needs: ({ regions, odd }) => ({
    regions: Object.fromEntries(
      Object.entries(regions).flatMap(([name, { conditions }]) => [
        [inRegion(name), conditions],
        [positiveIn(name), [...conditions, odd.positive]],
      ]),
    ),
  }),
  finish: finishRegionRatios,
  rows({ regions }, result, { id }) {
    return Object.entries(regions).flatMap(([name, region]) => {
      const ours = result.regions[name];
      const alone = (value: number) => ({ value, error: null });
      return [
        inputRow(id, 'parameter', `R, ${name}`, region.ratio),
        inputRow(id, 'asymmetry', name, region.asymmetry),
        inputRow(id, 'count', `candidates, ${name}`, region.events),
        row(id, 'parameter', `R of the amplitude, ${name}`, region.theory, ours.amplitudeRatio),
        row(
          id,
          'acceptanceRatio',
          `${name} to normalisation, with trigger`,
          region.acceptanceRatio,
          ours.acceptanceRatio,
        ),
        row(id, 'parameterError', `statistical error of R, ${name}`, region.ratioError, alone(ours.ratioError)),
        row(
          id,
          'parameterError',
          `statistical error of the asymmetry, ${name}`,
          region.asymmetryError,
          alone(ours.asymmetryError),
        ),
      ];
    });
  },
  report: regionRatiosReport,
  figures: regionRatiosFigures,
};
export default regionRatios;

function checkRegionRatios(section: RegionRatios, search: SearchDocument, where: string): void {
  const roles = rolesOf(search.selection);
  if (!('observed' in search.normalisation)) {
    throw new InvalidInput(where, 'a ratio needs a normalisation channel with counted candidates');
  }
  if (Object.keys(section.regions).length === 0) throw new InvalidInput(`${where}.regions`, 'at least one is needed');
  const particles = compiledDecayOf(search.signal).finalState.map(({ name }) => name);
  if (section.finalState.length !== particles.length) {
    throw new InvalidInput(
      `${where}.finalState`,
      `one role (or null) for each of ${particles.join(', ')} is needed, found ${section.finalState.length}`,
    );
  }
  for (const role of new Set(roles)) {
    const wanted = roles.filter((other) => other === role).length;
    const given = section.finalState.filter((other) => other === role).length;
    if (given !== wanted) {
      throw new InvalidInput(`${where}.finalState`, `${wanted} particles have the role '${role}', found ${given}`);
    }
  }
  compileCuts({ odd: section.odd.positive }, roles, `${where}.odd.positive`);
  for (const [name, { conditions, events, ratio }] of Object.entries(section.regions)) {
    compileCuts(Object.fromEntries(conditions.entries()), roles, `${where}.regions.${name}.conditions`);
    if (!(events.value > 0)) throw new InvalidInput(`${where}.regions.${name}.events`, 'must be positive');
    if (!(ratio.value > 0)) throw new InvalidInput(`${where}.regions.${name}.ratio`, 'must be positive');
  }
}

/** Width of a sample's range of the decay over that of the reference, by their amplitudes. */
function widthRatio(search: SearchDocument): Estimate | null {
  const { normalisation } = search;
  if (!('decay' in normalisation)) return null;
  const [own] = compiledDecayOf(search.signal).normalisation.steps;
  const [reference] = compiledDecayOf(normalisation).normalisation.steps;
  if (!own.isWidth || !reference.isWidth) return null;
  const value = own.meanWeight / reference.meanWeight;
  return { value, error: value * (own.relativeError + reference.relativeError) };
}

function finishRegionRatios(section: RegionRatios, context: AnalysisContext): RegionRatiosResult {
  const { plan, samples, normalised } = context;
  const { search } = plan;
  const { acceptance, trigger } = normalised;
  if (!('observed' in search.normalisation) || acceptance.normalisation === null || trigger.normalisation === null) {
    throw new InvalidInput(search.id, 'a ratio needs a normalisation channel with counted candidates');
  }
  const candidates = search.normalisation.observed.value;
  const reference = {
    value: acceptance.normalisation.value * trigger.normalisation,
    error: acceptance.normalisation.error * trigger.normalisation,
  };
  const signal = sampleOf(samples, 'signal').summary;
  const conditions = Object.fromEntries(Object.entries(section.regions).map(([name, one]) => [name, one.conditions]));
  const shares = trueShares(search.signal, rolesOf(search.selection), section.finalState, conditions, {
    events: Math.min(TRUE_EVENTS, plan.events),
    seed: plan.seed,
  });
  const widths = widthRatio(search);
  const backgrounds = samples.filter(({ plan: { role } }) => role === 'background');
  const regions = Object.entries(section.regions).map(
    ([name, { ratio, asymmetry, events }]): [string, RatioInRegion] => {
      const selected = signal.regions[inRegion(name)];
      const share = shares[name];
      if (!(share.value > 0)) throw new InvalidInput(search.id, `nothing is generated in the region '${name}'`);
      const accepted = quotient(weightedFraction(selected, signal.generated), share);
      const acceptanceRatio = quotient(accepted, reference);
      const expectedEvents = candidates * ratio.value * acceptanceRatio.value;
      const n = events.value;
      return [
        name,
        {
          share,
          acceptance: accepted,
          acceptanceRatio,
          amplitudeRatio: widths === null ? null : product(share, widths),
          expectedEvents,
          background: backgroundIn(name, backgrounds, context),
          ratioError: ratio.value * Math.sqrt(1 / n + 1 / candidates),
          asymmetryError: Math.sqrt((1 - asymmetry.value * asymmetry.value) / n),
          simulatedAsymmetry: asymmetryOf(signal.regions[positiveIn(name)], selected),
        },
      ];
    },
  );
  return { regions: Object.fromEntries(regions) };
}

const product = (a: Estimate, b: Estimate): Estimate => ({
  value: a.value * b.value,
  error: Math.sqrt(a.error * b.value * a.error * b.value + b.error * a.value * b.error * a.value),
});

function asymmetryOf(
  positive: { readonly weight: number; readonly squares: number },
  all: { readonly weight: number; readonly squares: number },
): Estimate | null {
  if (!(all.weight > 0)) return null;
  const { value, error } = weightedFraction(positive, all);
  return { value: 2 * value - 1, error: 2 * error };
}

/** Expected background candidates in a region. */
function backgroundIn(name: string, samples: readonly ReadSample[], { plan, normalised }: AnalysisContext): Estimate {
  let value = 0;
  let variance = 0;
  for (const { plan: sample, summary } of samples) {
    const { weight, squares } = summary.regions[inRegion(name)];
    const { branchingRatio } = plan.search.backgrounds[sample.key];
    const scale = (normalised.flux.value * branchingRatio.value) / summary.generated.weight;
    value += scale * weight;
    variance += scale * scale * squares;
  }
  return { value, error: Math.sqrt(variance) };
}
