import { expect, it } from 'vitest';
import { workspaceFit } from '../fit/workspace-fit.ts';
import { buildModel } from '../model/build-model.ts';
import { goodnessOfFit } from './goodness-of-fit.ts';
import { parameterMap, parameterScan } from './parameter-scan.ts';
import { yields } from './yields.ts';

const model = buildModel({
  version: '1.0.0',
  channels: [
    {
      name: 'c',
      samples: [
        { name: 's', data: [5, 10], modifiers: [{ name: 'mu', type: 'normfactor', data: null }] },
        { name: 'b', data: [50, 60], modifiers: [{ name: 'k', type: 'normsys', data: { hi: 1.1, lo: 1 / 1.1 } }] },
      ],
    },
  ],
  observations: [{ name: 'c', data: [58, 71] }],
  measurements: [{ name: 'm', config: { poi: 'mu', parameters: [] } }],
});
const fit = workspaceFit(model);
const of = (name: string) => fit.parameters.find((p) => p.name === name)!;

it('yields before and after the fit, with the errors of their parameters', () => {
  const [channel] = yields(model).channels;
  const [s, b, total] = channel.samples;
  expect(channel.observed).toBe(129);
  expect(s.prefit).toEqual({ value: 15, error: 0 });
  expect(b.prefit.value).toBe(110);
  // Half the step from one standard deviation down to one up.
  expect(b.prefit.error).toBeCloseTo((110 * (1.1 - 1 / 1.1)) / 2, 8);
  expect(s.postfit.value).toBeCloseTo(15 * of('mu').value, 8);
  expect(s.postfit.error).toBeCloseTo(15 * of('mu').error!, 6);
  expect(total.postfit.value).toBeCloseTo(s.postfit.value + b.postfit.value, 8);
  // Signal and background pull against each other: their sum is known better than either were they independent.
  expect(total.postfit.error).toBeLessThan(0.8 * Math.hypot(s.postfit.error!, b.postfit.error!));
  expect(total.postfit.error! / Math.sqrt(129)).toBeGreaterThan(0.8);
  expect(channel.bins.map(({ observed }) => observed)).toEqual([58, 71]);
});

it('the scan rises by one at the MINOS errors, in one parameter and along the map', () => {
  const { value, minos } = of('mu');
  const scan = parameterScan(model, 'mu', { points: 601 });
  const at = (x: number): number => {
    const k = scan.at.findIndex((edge) => edge >= x);
    const t = (x - scan.at[k - 1]) / (scan.at[k] - scan.at[k - 1]);
    return scan.rise[k - 1]! * (1 - t) + scan.rise[k]! * t;
  };
  expect(at(value + minos![1])).toBeCloseTo(1, 3);
  const map = parameterMap(model, ['mu', 'k'], { points: 41 });
  expect(Math.min(...map.rise.map((x) => x ?? 99))).toBeLessThan(0.02);
  expect(map.rise.length).toBe(41 * 41);
  expect(() => parameterScan(model, 'mo')).toThrow(/Did you mean 'mu'/);
});

it('goodness of fit by toys agrees with the χ² law where events are many (5σ of 2000 toys: false alarm 6e-7)', () => {
  const { p, byToys } = goodnessOfFit(model, undefined, { toys: 2000, seed: 3 });
  expect(Math.abs(byToys!.p - p!)).toBeLessThan(5 * byToys!.pError + 0.02);
  expect(byToys!.failed).toBe(0);
});
