import { cosTurns, sinTurns } from '../../../src/math/elementary.ts';
import type { LikelihoodContoursFigure, LikelihoodScanFigure } from '../../../src/plots/index.ts';
import { evenValues } from './made-spectra.ts';

const values = evenValues(-0.64, -0.5, 71);
const parabola = (x: number, width: number): number =>
  ((x + 0.575) / width) * ((x + 0.575) / width) * (1 + 4 * (x + 0.575));

/** A profiled and a fixed likelihood curve with the interval at 68.3 %. */
export const likelihoodScan: LikelihoodScanFigure = {
  kind: 'likelihood-scan',
  title: 'Likelihood scan of a parameter',
  description: 'Twice the change of the negative log likelihood along one parameter, profiled and with others fixed.',
  label: 'NA62-like simulation (Spillway)',
  sublabel: 'pseudo-data, closure',
  x: { label: 'a_{+}' },
  curves: [
    { name: 'profiled', x: values, twiceDeltaNll: values.map((x) => parabola(x, 0.012)) },
    { name: 'b_{+} fixed', x: values, twiceDeltaNll: values.map((x) => parabola(x, 0.006)) },
  ],
  intervals: [{ best: -0.575, low: -0.5868, high: -0.5628, label: '−0.575 ± 0.012' }],
  legendAt: 'top-right',
};

const ellipse = (at: readonly [number, number], a: number, b: number, tilt: number, size: number) =>
  evenValues(0, 1, 61)
    .slice(0, 60)
    .map((t): [number, number] => {
      const [u, v] = [size * cosTurns(t), size * sinTurns(t)];
      return [at[0] + a * u, at[1] + b * (tilt * u + Math.sqrt(1 - tilt * tilt) * v)];
    });

const solution = (name: string, best: readonly [number, number]) => ({
  name,
  best,
  contours: [1.515, 2.486].map((size) => [ellipse(best, 0.012, 0.04, -0.97, size)]),
});

/** Contours of both solutions of a form-factor fit, with earlier measurements. */
export const likelihoodContours: LikelihoodContoursFigure = {
  kind: 'likelihood-contours',
  title: 'Likelihood contours of the form-factor parameters',
  description: 'Contours at 68 and 95 per cent of both solutions of a fit in the plane of two form-factor parameters.',
  label: 'NA62-like simulation (Spillway)',
  sublabel: 'pseudo-data, closure',
  x: { label: 'a_{+}' },
  y: { label: 'b_{+}' },
  levels: ['68 %', '95 %'],
  solutions: [solution('negative solution', [-0.575, -0.722]), solution('positive solution', [0.373, 2.017])],
  points: [{ name: 'earlier experiment', x: -0.575, y: -0.813, xError: 0.039, yError: 0.145 }],
  apart: true,
};

/** One solution alone, in one frame. */
export const likelihoodContour: LikelihoodContoursFigure = {
  ...likelihoodContours,
  title: 'Likelihood contour of two parameters',
  description: 'Contours at 68 and 95 per cent of one solution of a fit in the plane of two parameters.',
  solutions: [solution('best fit', [-0.575, -0.722])],
  apart: false,
};
