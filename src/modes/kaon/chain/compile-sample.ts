import { rolesOf } from '../../../search/asking/check-kaon-search.ts';
import { type CompiledCut, compileAxis, compileCuts } from '../../../stages/selection/compile-cuts.ts';
import type { Cut } from '../../../stages/selection/selection.ts';
import {
  type RegionPlan,
  type SpectrumPlan,
  type TallyLayout,
  type TemplatePlan,
  tallyLayout,
} from '../../../stages/selection/tally.ts';
import type { SamplePlan } from '../run-plan.ts';
import { compiledDecayOf, reweightingOf } from './weight-pieces.ts';

/** Name of the spectrum in the discriminant. */
export const DISCRIMINANT = 'discriminant';

/** A sample's cuts, regions and spectra, ready to run. */
export interface CompiledSample {
  readonly roles: readonly string[];
  readonly cuts: readonly CompiledCut[];
  readonly regions: readonly RegionPlan[];
  readonly spectra: readonly SpectrumPlan[];
  readonly templates: readonly TemplatePlan[];
  readonly layout: TallyLayout;
}

/** Compiles what a sample counts. Throws InvalidInput with the path of what is wrong. */
export function compileSample(sample: SamplePlan): CompiledSample {
  const roles = rolesOf(sample.selection);
  const cuts = compileCuts(sample.selection.cuts, roles, `${sample.name}.cuts`);
  const { discriminant } = sample;
  const regions = Object.entries(sample.regions).map(([name, box]) => ({
    name,
    conditions: box.flatMap((range, i) => {
      const { observable, of } = discriminant[i];
      const cut = { observable, ...(of === undefined ? {} : { of }), between: range } as unknown as Cut;
      return compileCuts({ [name]: cut }, roles, `${sample.name}.regions`);
    }),
  }));
  const further = Object.entries(sample.conditions ?? {}).map(([name, cuts]) => ({
    name,
    conditions: compileCuts(Object.fromEntries(cuts.entries()), roles, `${sample.name}.${name}`),
  }));
  const spectra = [
    ...(discriminant.length === 0
      ? []
      : [
          {
            name: DISCRIMINANT,
            axes: discriminant.map((axis, i) => compileAxis(axis, roles, `${sample.name}.discriminant.${i}`)),
          },
        ]),
    ...Object.entries(sample.spectra).map(([name, axes]) => ({
      name,
      axes: axes.map((axis) => compileAxis(axis, roles, `${sample.name}.spectra.${name}`)),
    })),
  ];
  const listed = Object.entries(sample.templates ?? {});
  const decay = listed.length === 0 ? undefined : compiledDecayOf(sample);
  const templates = listed.map(([name, { axes, reweighting }]) => ({
    name,
    axes: axes.map((axis) => compileAxis(axis, roles, `${sample.name}.templates.${name}`)),
    pieces:
      decay === undefined ? 0 : reweightingOf(decay, reweighting, `${sample.name}.templates.${name}`).monomials.length,
  }));
  const all = [...regions, ...further];
  return { roles, cuts, regions: all, spectra, templates, layout: tallyLayout(cuts, all, spectra, templates) };
}
