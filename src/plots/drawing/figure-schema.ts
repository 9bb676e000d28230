import * as v from 'valibot';
import { legendCorners } from './legend.ts';
import { markerShapes } from './marks/markers.ts';
import { regionRoles } from './marks/regions.ts';

/** A key that may be left out. */
export const maybe = v.exactOptional;
export const text = v.string();
export const number = v.pipe(v.number(), v.finite());
export const numbers = v.array(number);
/** A column in which an absent value is null. */
export const column = v.array(v.nullable(number));
export const pair = v.tuple([number, number]);
export const rings = v.array(v.array(pair));
export const colour = v.pipe(v.string(), v.regex(/^#([0-9a-f]{3}|[0-9a-f]{6})$/, 'a colour such as #0072b2'));
export const legendAt = maybe(v.picklist(legendCorners));
export const marker = maybe(v.picklist(markerShapes));

export const axis = v.strictObject({
  label: text,
  unit: maybe(text),
  scale: maybe(v.picklist(['linear', 'log'])),
  range: maybe(pair),
});

export const maskedRange = v.strictObject({ from: number, to: number, label: maybe(text) });

const regionHead = { name: text, role: v.picklist(regionRoles) };
export const region = v.variant('shape', [
  v.strictObject({ ...regionHead, shape: v.literal('box'), x: pair, y: pair }),
  v.strictObject({ ...regionHead, shape: v.literal('ellipse'), centre: pair, semiAxes: pair }),
]);

/** What every figure carries. */
export const figureText = {
  title: text,
  description: text,
  label: maybe(text),
  sublabel: maybe(text),
  notes: maybe(v.array(text)),
  provenance: maybe(text),
  id: maybe(text),
  width: maybe(v.pipe(number, v.minValue(200), v.maxValue(4000))),
  height: maybe(v.pipe(number, v.minValue(150), v.maxValue(8000))),
};
