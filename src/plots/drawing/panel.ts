import type { Box, Drawing } from './drawing.ts';
import type { LetterSizes } from './figure-look.ts';
import { type Scale, scaleOf, type Tick } from './scale.ts';
import { axisTitleMarkup, axisTitleRoom, xTitleHeight } from './text/axis-title.ts';
import type { AxisText } from './text/figure-text.ts';
import { type NamePlace, type NameStyle, Names } from './text/names.ts';
import { labelAt, textWidth } from './text/rich-text.ts';
import { element, segment } from './text/svg-text.ts';

/** A framed plotting area with its two scales. Content is clipped at the frame; the ticks are drawn last, on top. */
export interface Panel {
  box: Box;
  x: Scale;
  y: Scale;
  /** Adds clipped markup. */
  add(...markup: string[]): void;
  /** Adds markup that may cross the frame. */
  over(...markup: string[]): void;
  /** Names a thing at the first of its places that is free of other names, of the legend and of the notes. */
  name(name: string, places: readonly NamePlace[], style?: NameStyle): void;
  /** Keeps a box free of names. */
  reserve(box: Box): void;
  /** Puts content, frame, ticks and titles into the drawing. */
  close(): void;
}

/** What a panel is asked for. Domains are in the units of the axis and already include any headroom. */
export interface PanelRequest {
  box: Box;
  xAxis: AxisText;
  yAxis: AxisText;
  xDomain: readonly [number, number];
  yDomain: readonly [number, number];
  name?: string;
  /** Without labels and title below, for a panel that has another one under it. */
  bareBottom?: boolean;
  /** Colour of the ticks, white where they lie on a map. */
  tickColour?: string;
  /** Labels on the y axis from another set (`null`: none). */
  yTicks?: 'own' | 'none';
}

/** Room in canvas units below a frame for the labels and the title of its x axis. */
export function xAxisRoom(axis: AxisText, width: number, letters: LetterSizes): number {
  return letters.tick + 5 + xTitleHeight(axis, width, letters) + 8;
}

/** Room in canvas units that the labels and the title of a y axis need left of its frame. */
export function yAxisRoom(
  axis: AxisText,
  domain: readonly [number, number],
  height: number,
  letters: LetterSizes,
): number {
  const scale = scaleOf(axis.scale ?? 'linear', domain, [height, 0], verticalTickCount(axis, height), axis.label);
  const widest = Math.max(0, ...scale.major.map((tick) => textWidth(tick.label, letters.tick)));
  return widest + 12 + axisTitleRoom(axis, scale.power, letters, height);
}

function tickCount(length: number, spacing: number): number {
  return Math.max(2, Math.round(length / spacing));
}

function verticalTickCount(axis: AxisText, height: number): number {
  return tickCount(height, axis.scale === 'log' || height < 160 ? 36 : 62);
}

function horizontalTickCount(axis: AxisText, width: number): number {
  return tickCount(width, axis.scale === 'log' ? 64 : 95);
}

/** Opens a panel in `drawing`. Throws InvalidInput where an axis has no extent. */
export function openPanel(drawing: Drawing, request: PanelRequest): Panel {
  const { box, xAxis, yAxis } = request;
  const right = box.x + box.width;
  const bottom = box.y + box.height;
  const x = scaleOf(
    xAxis.scale ?? 'linear',
    request.xDomain,
    [box.x, right],
    horizontalTickCount(xAxis, box.width),
    xAxis.label,
  );
  const y = scaleOf(
    yAxis.scale ?? 'linear',
    request.yDomain,
    [bottom, box.y],
    verticalTickCount(yAxis, box.height),
    yAxis.label,
  );
  const name = request.name ?? 'panel';
  const clip = drawing.define(name, (id) =>
    element('clipPath', { id }, element('rect', { x: box.x, y: box.y, width: box.width, height: box.height })),
  );
  const content: string[] = [];
  const above: string[] = [];
  const waiting: [string, readonly NamePlace[], NameStyle | undefined][] = [];
  const names = new Names(box, drawing.letters.small);
  const close = (): void => {
    for (const [text, places, style] of waiting) above.push(names.place(text, places, style));
    drawing.add(element('g', { 'clip-path': clip }, ...content));
    drawing.add(frameAndTicks(box, x, y, request, drawing.letters));
    drawing.add(...above);
  };
  return {
    box,
    x,
    y,
    add: (...markup) => void content.push(...markup),
    over: (...markup) => void above.push(...markup),
    name: (text, places, style) => void waiting.push([text, places, style]),
    reserve: (taken) => names.reserve(taken),
    close,
  };
}

const long = 11;
const short = 6;

function frameAndTicks(box: Box, x: Scale, y: Scale, request: PanelRequest, letters: LetterSizes): string {
  const right = box.x + box.width;
  const bottom = box.y + box.height;
  const marks: string[] = [];
  const labels: string[] = [];
  const size = letters.tick;
  const vertical = (value: number, length: number): void => {
    const at = x.at(value);
    if (at < box.x + 0.5 || at > right - 0.5) return;
    marks.push(`M${two(at)} ${two(bottom)}v${-length}M${two(at)} ${two(box.y)}v${length}`);
  };
  const horizontal = (value: number, length: number): void => {
    const at = y.at(value);
    if (at < box.y + 0.5 || at > bottom - 0.5) return;
    marks.push(`M${two(box.x)} ${two(at)}h${length}M${two(right)} ${two(at)}h${-length}`);
  };
  for (const tick of x.major) vertical(tick.value, long);
  for (const value of x.minor) vertical(value, short);
  if (request.bareBottom !== true) {
    for (const tick of spaced(x, (label) => textWidth(label, size) + 5)) {
      labels.push(labelAt(x.at(tick.value), bottom + size + 5, tick.label, { size, anchor: 'middle' }));
    }
  }
  if (request.yTicks !== 'none') {
    for (const tick of y.major) horizontal(tick.value, long);
    for (const value of y.minor) horizontal(value, short);
    for (const tick of spaced(y, () => 1.25 * size)) {
      const at = y.at(tick.value);
      const low = request.bareBottom === true && at > bottom - 8 ? -6 : 0;
      labels.push(labelAt(box.x - 8, at + 0.35 * size + low, tick.label, { size, anchor: 'end' }));
    }
  }
  const colour = request.tickColour ?? '#000';
  const widest = request.yTicks === 'none' ? 0 : Math.max(0, ...y.major.map((tick) => textWidth(tick.label, size)));
  return [
    element('path', { d: marks.join(''), stroke: colour, fill: 'none', 'stroke-width': 1.2 }),
    element('rect', { ...box, fill: 'none', stroke: '#000', 'stroke-width': 1.5 }),
    ...labels,
    axisTitleMarkup(box, request, { x: x.power, y: y.power }, widest, letters),
  ].join('');
}

/** Ticks whose labels keep clear of each other: whole powers of ten go first, then the others in their order. */
function spaced(scale: Scale, room: (label: string) => number): Tick[] {
  const kept: Tick[] = [];
  const whole = (tick: Tick): boolean => /^1(0*)$|\^/.test(tick.label);
  const wanted = scale.major.filter((tick) => tick.label !== '');
  const order = scale.kind === 'log' ? [...wanted.filter(whole), ...wanted.filter((tick) => !whole(tick))] : wanted;
  for (const tick of order) {
    const clear = kept.every(
      (other) => Math.abs(scale.at(tick.value) - scale.at(other.value)) >= (room(tick.label) + room(other.label)) / 2,
    );
    if (clear) kept.push(tick);
  }
  return kept;
}

function two(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A horizontal line through the panel at `value`. */
export function acrossPanel(panel: Panel, value: number, attributes: Record<string, string | number> = {}): string {
  const at = panel.y.at(value);
  return segment([panel.box.x, at], [panel.box.x + panel.box.width, at], attributes);
}
