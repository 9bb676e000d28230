import { describe, expect, it } from 'vitest';
import { readQuantity } from './quantity-text.ts';

describe('quantities as typed', () => {
  it.each([
    ['45GeV', 45, 'energy'],
    ['10 MeV', 0.01, 'energy'],
    ['1ns', 0.299792458, 'length'],
    ['-3.5e-3GeV^2', -0.0035, 'energy squared'],
    ['7mm', 0.007, 'length'],
    ['0.25', 0.25, 'number'],
    ['1e18', 1e18, 'number'],
    ['5µs', 1498.96229, 'length'],
  ])('%s', (text, value, dimension) => {
    const read = readQuantity(text);
    expect(read?.dimension).toBe(dimension);
    expect(read?.value).toBeCloseTo(value, 8);
  });

  it.each(['', 'GeV', '5 parsec', 'NaN', 'Infinity', '1e999', '5GeVGeV', '--3', '1 2'])('refuses %s', (text) => {
    expect(readQuantity(text)).toBeUndefined();
  });
});
