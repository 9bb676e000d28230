import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../schema/index.ts';
import { changeAxes } from './change-axes.ts';
import { drawFigure } from './draw-figure.ts';
import { figureFile, figureFormat, readFigure } from './figure-file.ts';
import type { HistogramFigure } from './kinds/histogram.ts';

const figure: HistogramFigure = {
  kind: 'histogram',
  title: 't',
  description: 'd',
  x: { label: 'x', unit: 'GeV' },
  y: { label: 'y' },
  edges: [0, 1, 2],
  stacks: [{ name: 'a', counts: [3, 4] }],
};
const document = (change: object = {}): unknown => ({ format: figureFormat, ...figure, ...change });

describe('readFigure', () => {
  it('gives back what figureFile wrote', () => {
    expect(readFigure(JSON.parse(figureFile(figure)))).toEqual(figure);
  });

  it.each<[string, unknown, RegExp]>([
    ['no object', [1], /an object with the keys format and kind, not \[1\]/],
    ['another format', { ...figure }, /format: found nothing, allowed is "spillway figure 1"/],
    ['an unknown kind', document({ kind: 'histgram' }), /Did you mean 'histogram'/],
    ['an unknown key', document({ stack: [] }), /^stack: unknown key 'stack'. Did you mean 'stacks'/],
    [
      'an unknown key further in',
      document({ x: { lable: 'x' } }),
      /^x\.lable: unknown key 'lable'. Did you mean 'label'/,
    ],
    [
      'an unknown key in a list',
      document({ stacks: [{ name: 'a', counts: [1, 2], color: '#000' }] }),
      /^stacks\[0\]\.color: .* Did you mean 'colour'/,
    ],
    ['a missing key', document({ x: {} }), /x: the key 'label' is missing/],
    ['a text for a number', document({ edges: [0, '1', 2] }), /edges\[1\]: found "1", needs number/],
    [
      'a colour that is none',
      document({ stacks: [{ name: 'a', counts: [1, 2], colour: 'url(x)' }] }),
      /a colour such as/,
    ],
  ])('refuses %s', (_, wrong, message) => {
    const read = (): unknown => readFigure(wrong);
    expect(read).toThrow(InvalidInput);
    expect(read).toThrow(message);
  });
});

describe('changeAxes', () => {
  it('changes scale and range, and the picture with them', () => {
    const changed = changeAxes(figure, { y: { scale: 'log', range: [0.5, 50] } });
    expect(changed).toMatchObject({ y: { label: 'y', scale: 'log', range: [0.5, 50] } });
    expect(drawFigure(changed)).not.toBe(drawFigure(figure));
  });

  it.each<[string, Parameters<typeof changeAxes>[1], RegExp]>([
    ['an axis that is not there', { z: { scale: 'log' } }, /unknown axis 'z'/],
    ['a range turned round', { x: { range: [2, 1] } }, /ends before it begins/],
    ['a logarithm from zero', { x: { scale: 'log', range: [0, 1] } }, /begins above zero/],
  ])('refuses %s', (_, change, message) => {
    expect(() => changeAxes(figure, change)).toThrow(message);
  });
});
