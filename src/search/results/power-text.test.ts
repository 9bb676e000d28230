import { expect, it } from 'vitest';
import { percent } from './power-text.ts';

it.each([
  [0.0005, '0.050 %'],
  [0.0123, '1.2 %'],
  [0.1, '10 %'],
  [0.994, '99 %'],
  [0.9951, '100 %'],
  [1, '100 %'],
  [2, '200 %'],
  [12.34, '1234 %'],
])('says %d as %s', (ratio, text) => {
  expect(percent(ratio)).toBe(text);
});
