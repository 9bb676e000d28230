import { scaleLinear } from 'd3-scale';
import { log } from '../../math/elementary.ts';
import { InvalidInput } from '../../schema/index.ts';
import { decade, decadeLabel, fixed, powerOfTen, significant } from './text/number-text.ts';

/** A long tick of an axis with its label (label markup; empty where the label is left out for want of room). */
export interface Tick {
  value: number;
  label: string;
}

/** A map from values to canvas positions with its ticks. `power` is a common factor 10^power taken out of the labels. */
export interface Scale {
  kind: 'linear' | 'log';
  domain: readonly [number, number];
  at(value: number): number;
  major: readonly Tick[];
  minor: readonly number[];
  power: number;
}

/**
 * Linear scale from `domain` to `pixels`, with about `count` long ticks at 1, 2 or 5 times a power of ten and short
 * ticks between them. Throws InvalidInput for an empty or non-finite domain.
 */
export function linearScale(
  domain: readonly [number, number],
  pixels: readonly [number, number],
  count = 6,
  where = 'axis',
): Scale {
  requireDomain(where, domain);
  const scale = scaleLinear([domain[0], domain[1]], [pixels[0], pixels[1]]);
  let values = scale.ticks(count);
  for (let more = count + 1; values.length < 3 && more < count + 6; more++) values = scale.ticks(more);
  const step = values.length > 1 ? values[1] - values[0] : domain[1] - domain[0];
  const size = Math.max(Math.abs(domain[0]), Math.abs(domain[1]));
  const top = decade(size);
  const power = top >= 5 || top <= -4 ? top : 0;
  const stepDecade = decade(step * (1 + 1e-9));
  const decimals = Math.max(0, Math.min(20, power - stepDecade));
  const lead = Math.round(step / powerOfTen(stepDecade));
  const parts = lead === 2 ? 4 : 5;
  const minor: number[] = [];
  for (let i = -1; i < values.length; i++) {
    const base = i < 0 ? values[0] - step : values[i];
    for (let k = 1; k < parts; k++) {
      const value = base + (k * step) / parts;
      if (value > Math.min(...domain) && value < Math.max(...domain)) minor.push(value);
    }
  }
  const major = values.map((value) => ({ value, label: fixed(value / powerOfTen(power), decimals) }));
  return { kind: 'linear', domain, at: (value) => scale(value), major, minor, power };
}

/**
 * Logarithmic scale with a long tick at every power of ten (labels thinned when there are more than `count`) and short
 * ticks at 2…9. Under two decades the ticks at 2 and 5, under one also others, carry labels. A value at or below zero
 * lies far below the axis. Throws InvalidInput unless 0 < from < to.
 */
export function logScale(
  domain: readonly [number, number],
  pixels: readonly [number, number],
  count = 9,
  where = 'axis',
): Scale {
  requireDomain(where, domain);
  const [from, to] = domain;
  if (!(from > 0 && to > from))
    throw new InvalidInput(where, `a logarithmic axis needs 0 < from < to, not ${from} to ${to}`);
  const slope = (pixels[1] - pixels[0]) / log(to / from);
  const below = pixels[0] - 50 * (pixels[1] - pixels[0]);
  const inside = (value: number): boolean => value >= from * (1 - 1e-9) && value <= to * (1 + 1e-9);
  const first = decade(from * (1 + 1e-9));
  const last = decade(to * (1 + 1e-9));
  const every = Math.ceil((last - first + 1) / count);
  const major: Tick[] = [];
  const minor: number[] = [];
  const span = to / from;
  const labelled = span < 6 ? [2, 3, 4, 5, 6, 7, 8, 9] : span < 20 ? [2, 3, 5, 7] : span < 150 ? [2, 5] : [];
  for (let n = first; n <= last; n++) {
    if (inside(powerOfTen(n)))
      major.push({
        value: powerOfTen(n),
        label: n % every === 0 ? (labelled.length > 0 ? significant(powerOfTen(n), 1) : decadeLabel(n)) : '',
      });
    for (let k = 2; k < 10; k++) {
      const value = k * powerOfTen(n);
      if (!inside(value)) continue;
      if (labelled.includes(k)) major.push({ value, label: significant(value, 1) });
      else minor.push(value);
    }
  }
  return {
    kind: 'log',
    domain,
    at: (value) => (value > 0 ? pixels[0] + slope * log(value / from) : below),
    major,
    minor,
    power: 0,
  };
}

/** A scale of either kind. */
export function scaleOf(
  kind: 'linear' | 'log',
  domain: readonly [number, number],
  pixels: readonly [number, number],
  count: number,
  where: string,
): Scale {
  return kind === 'log' ? logScale(domain, pixels, count, where) : linearScale(domain, pixels, count, where);
}

function requireDomain(where: string, domain: readonly [number, number]): void {
  if (!Number.isFinite(domain[0]) || !Number.isFinite(domain[1]) || domain[0] === domain[1]) {
    throw new InvalidInput(where, `an axis needs two different finite ends, not ${domain[0]} and ${domain[1]}`);
  }
}
