import { describe, expect, it } from 'vitest';
import { readJson } from './document/json-text.ts';
import { checkWorkspace } from './document/load-workspace.ts';
import { workspaceDigest } from './document/patchset.ts';
import { pythonJson } from './document/python-json.ts';
import { workspaceFit } from './fit/workspace-fit.ts';
import fixture from './histfactory.fixture.json' with { type: 'json' };
import { buildModel } from './model/build-model.ts';
import { expectedCounts } from './model/expectation.ts';
import { Likelihood, saturatedTwiceNll } from './model/likelihood.ts';
import { observedData } from './model/model.ts';

/** scripts/fixtures/histfactory.py writes the likelihood again with numpy and scipy, and fits it with iminuit. */
describe('against an independent likelihood and iminuit', () => {
  for (const [k, entry] of fixture.cases.entries()) {
    const model = buildModel(checkWorkspace(structuredClone(entry.workspace)));
    const names = model.parameters.map((p) => p.name);

    it(`workspace ${k}: expectation and −2 ln L at given points`, () => {
      const likelihood = new Likelihood(model);
      const data = observedData(model);
      for (const { theta, expected, twiceNll } of entry.points) {
        const values: Readonly<Record<string, number | undefined>> = theta;
        expect(Object.keys(theta).sort()).toEqual([...names].sort());
        const x = Float64Array.from(names, (name) => values[name]!);
        const lambda = expectedCounts(model, x);
        expected.forEach((value, i) => {
          expect(lambda[i] / value).toBeCloseTo(1, 12);
        });
        expect(likelihood.value(data, x) + saturatedTwiceNll(model, data)).toBeCloseTo(twiceNll, 8);
      }
    });

    it(`workspace ${k}: best fit, errors, MINOS, and the fit at μ = 1`, () => {
      const fit = workspaceFit(model, { minos: ['mu'] });
      expect(fit.reason).toBeNull();
      expect(fit.twiceNll).toBeLessThan(entry.fit.twiceNll + 1e-8);
      expect(fit.twiceNll).toBeCloseTo(entry.fit.twiceNll, 5);
      const values: Readonly<Record<string, number | undefined>> = entry.fit.values;
      const errors: Readonly<Record<string, number | undefined>> = entry.fit.errors;
      for (const { name, value, error } of fit.parameters) {
        expect(Math.abs(value - values[name]!) / error!).toBeLessThan(2e-3);
        expect(Math.abs(error! / errors[name]! - 1)).toBeLessThan(2e-4);
      }
      const minos = fit.parameters.find((p) => p.name === 'mu')?.minos;
      expect(minos![0] / entry.fit.minosMu[0]).toBeCloseTo(1, 3);
      expect(minos![1] / entry.fit.minosMu[1]).toBeCloseTo(1, 3);
      expect(workspaceFit(model, { fixed: { mu: 1 }, minos: false }).twiceNll).toBeCloseTo(entry.twiceNllAtOne, 5);
    });
  }
});

describe('digests as Python takes them', () => {
  it.each(fixture.digests)('%#', ({ text, canonical, sha256, md5 }) => {
    expect(pythonJson(readJson(text, { rawNumbers: true }))).toBe(canonical);
    expect(workspaceDigest(text)).toBe(sha256);
    expect(workspaceDigest(text, 'md5')).toBe(md5);
  });
});
