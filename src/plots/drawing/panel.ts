import type { Box, Drawing } from './drawing.ts';
import { fontSize } from './drawing.ts';
import { type AxisText, axisTitle } from './figure-text.ts';
import { labelAt, textWidth } from './rich-text.ts';
import { type Scale, scaleOf } from './scale.ts';
import { element, segment } from './svg-text.ts';

/** A framed plotting area with its two scales. Content is clipped at the frame; the ticks are drawn last, on top. */
export interface Panel {
  box: Box;
  x: Scale;
  y: Scale;
  /** Adds clipped markup. */
  add(...markup: string[]): void;
  /** Adds markup that may cross the frame. */
  over(...markup: string[]): void;
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

/** Room in canvas units that the labels and the title of a y axis need left of its frame. */
export function yAxisRoom(axis: AxisText, domain: readonly [number, number], height: number): number {
  const scale = scaleOf(axis.scale ?? 'linear', domain, [height, 0], verticalTickCount(axis, height), axis.label);
  const widest = Math.max(0, ...scale.major.map((tick) => textWidth(tick.label, fontSize.tick)));
  return widest + 12 + fontSize.title * 1.5;
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
  const close = (): void => {
    drawing.add(element('g', { 'clip-path': clip }, ...content));
    drawing.add(frameAndTicks(box, x, y, request));
    drawing.add(...above);
  };
  return { box, x, y, add: (...m) => void content.push(...m), over: (...m) => void above.push(...m), close };
}

const long = 11;
const short = 6;

function frameAndTicks(box: Box, x: Scale, y: Scale, request: PanelRequest): string {
  const right = box.x + box.width;
  const bottom = box.y + box.height;
  const marks: string[] = [];
  const labels: string[] = [];
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
  for (const tick of x.major) {
    vertical(tick.value, long);
    if (request.bareBottom !== true) {
      labels.push(labelAt(x.at(tick.value), bottom + 22, tick.label, { size: fontSize.tick, anchor: 'middle' }));
    }
  }
  for (const value of x.minor) vertical(value, short);
  if (request.yTicks !== 'none') {
    for (const tick of y.major) {
      horizontal(tick.value, long);
      const at = y.at(tick.value);
      const low = request.bareBottom === true && at > bottom - 8 ? -6 : 0;
      labels.push(labelAt(box.x - 8, at + 6 + low, tick.label, { size: fontSize.tick, anchor: 'end' }));
    }
    for (const value of y.minor) horizontal(value, short);
  }
  const colour = request.tickColour ?? '#000';
  return [
    element('path', { d: marks.join(''), stroke: colour, fill: 'none', 'stroke-width': 1.2 }),
    element('rect', { ...box, fill: 'none', stroke: '#000', 'stroke-width': 1.5 }),
    ...labels,
    ...titles(box, x, y, request),
  ].join('');
}

function titles(box: Box, x: Scale, y: Scale, request: PanelRequest): string[] {
  const found: string[] = [];
  const bottom = box.y + box.height;
  if (request.bareBottom !== true) {
    const label = axisTitle(request.xAxis, x.power);
    const size = fitted(label, box.width + 20);
    found.push(labelAt(box.x + box.width, bottom + 48, label, { size, anchor: 'end' }));
  }
  if (request.yAxis.label !== '') {
    const label = axisTitle(request.yAxis, y.power);
    const size = fitted(label, box.height + 10);
    const widest =
      request.yTicks === 'none' ? 0 : Math.max(0, ...y.major.map((tick) => textWidth(tick.label, fontSize.tick)));
    found.push(labelAt(box.x - widest - 18, box.y, label, { size, anchor: 'end', turn: -90 }));
  }
  return found;
}

function fitted(label: string, room: number): number {
  return Math.min(fontSize.title, (fontSize.title * room) / Math.max(1, textWidth(label, fontSize.title)));
}

function two(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A horizontal line through the panel at `value`. */
export function acrossPanel(panel: Panel, value: number, attributes: Record<string, string | number> = {}): string {
  const at = panel.y.at(value);
  return segment([panel.box.x, at], [panel.box.x + panel.box.width, at], attributes);
}
