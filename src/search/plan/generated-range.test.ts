import { expect, it } from 'vitest';
import { searches } from '../../../searches/index.ts';
import { fillUniforms, streamKey } from '../../math/random/index.ts';
import { allocateMomenta, branchingFraction } from '../../physics/index.ts';
import { compiledDecayOf } from '../engine/weight-pieces.ts';
import type { SearchDocument } from '../search-document.ts';
import { planRun } from './plan-run.ts';

const search = searches['kaon-munuee'] as unknown as SearchDocument;
const decay = 'K+ -> mu+ nu e+ e-';
const listed = branchingFraction(decay);

function withBackground(models?: readonly string[]): SearchDocument {
  const { value, error, tag, source, region } = listed;
  const sample = {
    decay,
    ...(models === undefined ? {} : { models }),
    branchingRatio: { value, error, tag, source, regions: { [decay]: region ?? '' } },
  };
  return { ...search, backgrounds: { pairs: sample } };
}

/** The fraction of the generated weight, Σw in the region over Σw of all, with its standard error. */
function shareAbove(mass: number, models: readonly string[]): { value: number; error: number } {
  const count = 200_000;
  const compiled = compiledDecayOf({ decay, models });
  const draws = Array.from({ length: compiled.uniformsPerEvent }, () => new Float64Array(count));
  const products = compiled.finalState.map(() => allocateMomenta(count));
  const weight = new Float64Array(count);
  fillUniforms(streamKey(11, 'share above'), 0, count, draws);
  compiled.generate(draws, count, products, weight);
  const plus = products[compiled.finalState.findIndex(({ name }) => name === 'e+')];
  const minus = products[compiled.finalState.findIndex(({ name }) => name === 'e-')];
  let all = 0;
  let inside = 0;
  let squares = 0;
  for (let i = 0; i < count; i++) {
    all += weight[i];
    const square = (pick: 'energy' | 'px' | 'py' | 'pz') => (plus[pick][i] + minus[pick][i]) ** 2;
    if (square('energy') - square('px') - square('py') - square('pz') < mass * mass) continue;
    inside += weight[i];
    squares += weight[i] * weight[i];
  }
  return { value: inside / all, error: Math.sqrt(squares) / all };
}

it.each([
  ['everything', ['kaon-mu-neutrino-e-pair-full']],
  ['the listed region', ['kaon-mu-neutrino-e-pair']],
])('decays inside the region are N_K × the listed fraction when %s is generated', (_, models) => {
  const { branchingRatio } = planRun(withBackground(models), { events: 10 }).search.backgrounds.pairs;
  const share = shareAbove(0.145, models);
  const inside = branchingRatio.value * share.value;
  // six standard errors: 2e-9; 1 % for the integral behind the factor
  expect(Math.abs(inside / listed.value - 1)).toBeLessThan(6 * (share.error / share.value) + 0.01);
  expect(branchingRatio.error / branchingRatio.value).toBeGreaterThan((listed.error / listed.value) * (1 - 1e-12));
});

it('changes nothing where the region is generated', () => {
  const document = withBackground();
  expect(planRun(document, { events: 10 }).search).toEqual(document);
});

it('refuses an unknown amplitude, and a region that none knows', () => {
  expect(() => planRun(withBackground(['kaon-mu-neutrino-e-pair-ful']), { events: 10 })).toThrow(
    "kaon-munuee.backgrounds.pairs.models: unknown amplitude 'kaon-mu-neutrino-e-pair-ful'. Did you mean 'kaon-mu-neutrino-e-pair-full'?",
  );
  const { branchingRatio, ...sample } = withBackground().backgrounds.pairs;
  const elsewhere = { ...branchingRatio, regions: { [decay]: 'm(ee) > 99 MeV' } };
  const backgrounds = { pairs: { ...sample, branchingRatio: elsewhere, models: ['flat'] } };
  expect(() => planRun({ ...search, backgrounds }, { events: 10 })).toThrow(
    'kaon-munuee.backgrounds.pairs.branchingRatio: ',
  );
});
