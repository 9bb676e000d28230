import * as units from './quantity.ts';

/** What a unit measures. */
export type DimensionName = 'energy' | 'energy squared' | 'length' | 'angle' | 'rate' | 'number';

/** Units as people type them, with their size in native units. Times are lengths (c = 1). */
export const UNITS: Readonly<Record<string, { readonly dimension: DimensionName; readonly size: number }>> = {
  eV: { dimension: 'energy', size: 1e-9 },
  keV: { dimension: 'energy', size: units.keV(1) },
  MeV: { dimension: 'energy', size: units.MeV(1) },
  GeV: { dimension: 'energy', size: 1 },
  TeV: { dimension: 'energy', size: units.TeV(1) },
  'MeV^2': { dimension: 'energy squared', size: 1e-6 },
  'MeV²': { dimension: 'energy squared', size: 1e-6 },
  'GeV^2': { dimension: 'energy squared', size: 1 },
  'GeV²': { dimension: 'energy squared', size: 1 },
  um: { dimension: 'length', size: units.um(1) },
  mm: { dimension: 'length', size: units.mm(1) },
  cm: { dimension: 'length', size: units.cm(1) },
  m: { dimension: 'length', size: 1 },
  km: { dimension: 'length', size: units.km(1) },
  ps: { dimension: 'length', size: units.ps(1) },
  ns: { dimension: 'length', size: units.ns(1) },
  us: { dimension: 'length', size: units.us(1) },
  s: { dimension: 'length', size: units.seconds(1) },
  urad: { dimension: 'angle', size: units.urad(1) },
  mrad: { dimension: 'angle', size: units.mrad(1) },
  rad: { dimension: 'angle', size: 1 },
  kHz: { dimension: 'rate', size: units.kHz(1) },
  MHz: { dimension: 'rate', size: units.MHz(1) },
};

const QUANTITY = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*([A-Za-zµ²^]*[0-9]?)$/;

/**
 * Reads '45GeV', '1.5 ns', '-3e-3GeV^2' or a bare number (dimension 'number') into native units; undefined when the
 * text is neither or names no known unit. Never NaN or infinite.
 */
export function readQuantity(text: string): { readonly value: number; readonly dimension: DimensionName } | undefined {
  const match = QUANTITY.exec(text.trim());
  if (match === null) return undefined;
  const number = Number(match[1]);
  if (!Number.isFinite(number)) return undefined;
  if (match[2] === '') return { value: number, dimension: 'number' };
  const name = match[2].replace('µ', 'u');
  if (!Object.hasOwn(UNITS, name)) return undefined;
  const { dimension, size } = UNITS[name];
  return { value: number * size, dimension };
}
