import { cosTurns, exp, log, pow, sinTurns } from '../../../src/math/elementary.ts';
import type { ExclusionFigure, MapFigure, PlaneFigure } from '../../../src/plots/index.ts';
import { evenEdges, evenValues } from './made-spectra.ts';

/** A blob in the plane of logarithms, as a ring of [mass, coupling]. */
const blob = (mass: number, coupling: number, wide: number, high: number, tilt: number, n = 60): [number, number][] =>
  evenValues(0, 1, n + 1)
    .slice(0, n)
    .map((t) => {
      const u = wide * cosTurns(t);
      return [mass * exp(u), coupling * exp(high * sinTurns(t) + tilt * u)];
    });

/** Exclusion with several rings, a hole, a production band, an expected line, a projection and published areas. */
export const exclusion: ExclusionFigure = {
  kind: 'exclusion',
  title: 'Excluded region of a dark photon',
  description:
    'Observed and expected exclusion contours in the plane of mass and coupling with a band of production models.',
  label: 'NA62-like simulation (Spillway)',
  sublabel: '90 % CL, 1.4×10^{17} POT',
  x: { label: 'm_{A′}', unit: 'MeV/c^{2}', scale: 'log' },
  y: { label: 'ε', scale: 'log' },
  areas: [
    { name: 'earlier beam dumps', rings: [blob(60, 8e-7, 1.6, 1.7, -1)], labelAt: [22, 1.2e-6] },
    {
      name: 'colliders',
      rings: [
        [
          [8, 4e-4],
          [1200, 4e-4],
          [1200, 2e-3],
          [8, 2e-3],
        ],
      ],
      labelAt: [100, 9e-4],
    },
  ],
  bands: [
    {
      name: 'production models',
      outer: [blob(200, 1.6e-6, 1.15, 1.55, -0.8)],
      inner: [blob(200, 1.6e-6, 0.95, 1.15, -0.8)],
    },
  ],
  lines: [
    {
      name: 'observed',
      rings: [blob(200, 1.6e-6, 1.05, 1.35, -0.8), blob(410, 9e-7, 0.03, 0.45, -0.8), blob(780, 4e-7, 0.06, 0.3, 0)],
      style: 'solid',
      filled: true,
    },
    { name: 'expected', rings: [blob(205, 1.6e-6, 1.08, 1.4, -0.8)], style: 'dashed', colour: '#0072b2' },
    { name: '10^{18} POT', rings: [blob(230, 1.5e-6, 1.3, 1.75, -0.8)], style: 'dotted', colour: '#009e73' },
    { name: 'published', rings: [blob(190, 1.7e-6, 1.0, 1.2, -0.8)], style: 'solid', colour: '#000000' },
  ],
};

/** Values in 0…1 that look thrown: fractional parts of a quadratic sequence. */
const scatter = (i: number, step: number): number => {
  const u = (i + 1) * (i + step) * 0.6180339887 + i * step * 0.0737;
  return u - Math.floor(u);
};

/** Points in the plane of distance of closest approach and position, with regions and the box still closed. */
export const blindedPlane: PlaneFigure = {
  kind: 'plane',
  title: 'Plane of the extrapolated position and the distance of closest approach',
  description:
    'Simulated signal and pseudo-data in the plane of Z and CDA at the dump; signal and control region are masked.',
  label: 'NA62-like simulation (Spillway)',
  sublabel: 'pseudo-data',
  x: { label: 'Z_{TAX}', unit: 'm', range: [-60, 120] },
  y: { label: 'CDA_{TAX}', unit: 'mm', range: [0, 640] },
  samples: [
    {
      name: 'pseudo-data',
      blinded: true,
      x: Array.from({ length: 60 }, (_, i) => -55 + 170 * scatter(i, 379)),
      y: Array.from({ length: 60 }, (_, i) => 170 + 330 * scatter(i, 613)),
    },
  ],
  regions: [
    { name: 'control region (masked)', role: 'masked', shape: 'box', x: [-7, 53], y: [0, 150] },
    { name: 'signal region', role: 'signal', shape: 'box', x: [6, 40], y: [0, 20] },
  ],
};

/** The same plane for an elliptic region after the box was opened, with simulated signal. */
export const openedPlane: PlaneFigure = {
  ...blindedPlane,
  title: 'The plane after the box was opened',
  description: 'Simulated signal, pseudo-data, and an elliptic signal region inside a control region.',
  samples: [
    {
      name: 'signal, simulated',
      x: Array.from({ length: 400 }, (_, i) => 23 + 12 * (scatter(i, 379) + scatter(i, 211) + scatter(i, 97) - 1.5)),
      y: Array.from({ length: 400 }, (_, i) => 40 * scatter(i, 613) * scatter(i, 131)),
      colour: '#56b4e9',
    },
    { ...blindedPlane.samples[0], x: [...blindedPlane.samples[0].x, 14], y: [...blindedPlane.samples[0].y, 17] },
  ],
  regions: [
    { name: 'control region', role: 'control', shape: 'box', x: [-4, 50], y: [0, 150] },
    { name: 'signal region', role: 'signal', shape: 'ellipse', centre: [23, 0], semiAxes: [23, 40] },
  ],
};

const massEdges = Array.from({ length: 41 }, (_, i) => 5 * pow(240, i / 40));
const couplingEdges = Array.from({ length: 41 }, (_, j) => 1e-8 * pow(1e4, j / 40));

/** Expected events over mass and coupling on logarithmic axes, with the line that excludes. */
export const expectedEventsMap: MapFigure = {
  kind: 'map',
  title: 'Expected events',
  description: 'Number of expected events over mass and coupling with the lines of 2.3 and 100 events.',
  label: 'NA62-like simulation (Spillway)',
  sublabel: '1.4×10^{17} POT',
  x: { label: 'm_{A′}', unit: 'MeV/c^{2}', scale: 'log' },
  y: { label: 'ε', scale: 'log' },
  z: { label: 'N_{exp}', scale: 'log', range: [1e-3, 1e4] },
  xEdges: massEdges,
  yEdges: couplingEdges,
  values: couplingEdges.slice(1).flatMap((e) =>
    massEdges.slice(1).map((m) => {
      const length = 2e-9 / (e * e * m * m);
      const n =
        (6e14 * e * e * exp(-length > -700 ? -200 / (1e5 * length) : 0) * Math.min(1, 80 / (1e5 * length))) /
        (1 + m * m * 1e-5);
      return n > 1e-30 ? n : null;
    }),
  ),
  levels: [{ value: 2.3 }, { value: 100 }],
  points: [{ x: 214, y: 1e-6, name: 'example' }],
};

const lifetimes = Array.from({ length: 41 }, (_, j) => 1e-3 * pow(1e6, j / 40));

/** Acceptance over mass and lifetime. */
export const acceptanceMap: MapFigure = {
  kind: 'map',
  title: 'Acceptance over mass and lifetime',
  description: 'Acceptance over mass and lifetime; it falls at short and at long lifetimes.',
  label: 'NA62-like simulation (Spillway)',
  x: { label: 'm_{a}', unit: 'MeV/c^{2}' },
  y: { label: 'τ', unit: 'ns', scale: 'log' },
  z: { label: 'acceptance' },
  xEdges: evenEdges(210, 350, 28),
  yEdges: lifetimes,
  values: lifetimes
    .slice(1)
    .flatMap((tau) =>
      evenValues(212.5, 347.5, 28).map(
        (m) => (0.06 * (1 - (m - 210) / 400)) / (1 + tau * 0.6) + 0.01 * exp(-log(tau) * log(tau)),
      ),
    ),
  levels: [{ value: 0.01 }, { value: 0.05 }],
};

/** Limits over two masses: only the kinematically allowed triangle is searched. */
export const limitMap: MapFigure = {
  kind: 'map',
  title: 'Limits over two masses',
  description: 'Upper limits over the masses of a scalar and of the vector it decays to; empty where not searched.',
  label: 'NA62-like simulation (Spillway)',
  sublabel: '90 % CL, pseudo-data',
  x: { label: 'm_{S}', unit: 'MeV/c^{2}' },
  y: { label: 'm_{A′}', unit: 'MeV/c^{2}' },
  z: { label: 'upper limit on BR', scale: 'log' },
  xEdges: evenEdges(17.5, 342.5, 65),
  yEdges: evenEdges(7.5, 172.5, 33),
  values: evenValues(10, 170, 33).flatMap((a) =>
    evenValues(20, 340, 65).map((s) =>
      s < 2 * a || (s > 125 && s < 145)
        ? null
        : 2e-9 * (1 + 3 * exp(-a / 25)) * (1 + 2 * exp(-(340 - s) / 40)) * (1 + 0.2 * (((s * 7 + a * 3) % 11) / 11)),
    ),
  ),
};
