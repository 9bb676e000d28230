import type { Rings } from './marks/rings.ts';
import type { Panel } from './panel.ts';
import type { NamePlace } from './text/names.ts';

/**
 * Places for the name of an area, the roomiest first: points of a lattice over the frame that lie inside the rings
 * (even–odd), by their distance to the nearest edge, in which a step sideways counts a third (names are wide).
 */
export function innerPlaces(panel: Panel, rings: Rings): NamePlace[] {
  const { box } = panel;
  const edges = rings.flatMap((ring) => {
    const points = ring.map(([x, y]): [number, number] => [panel.x.at(x), panel.y.at(y)]);
    return points.map((point, i): Edge => [point, points[(i + 1) % points.length]]);
  });
  const found: { x: number; y: number; room: number }[] = [];
  const steps = 28;
  for (let i = 1; i < steps; i++) {
    for (let j = 1; j < steps; j++) {
      const x = box.x + (box.width * i) / steps;
      const y = box.y + (box.height * j) / steps;
      if (!isInside(edges, x, y)) continue;
      const toFrame = Math.min((x - box.x) / 3, (box.x + box.width - x) / 3, y - box.y, box.y + box.height - y);
      found.push({ x, y, room: Math.min(toFrame, ...edges.map((edge) => distance(edge, x, y))) });
    }
  }
  return found
    .sort((a, b) => b.room - a.room)
    .slice(0, 40)
    .map(({ x, y }) => ({ x, y, anchor: 'middle' as const }));
}

type Edge = readonly [readonly [number, number], readonly [number, number]];

function isInside(edges: readonly Edge[], x: number, y: number): boolean {
  let inside = false;
  for (const [[x0, y0], [x1, y1]] of edges) {
    if (y0 > y !== y1 > y && x < x0 + ((y - y0) * (x1 - x0)) / (y1 - y0)) inside = !inside;
  }
  return inside;
}

function distance([[x0, y0], [x1, y1]]: Edge, x: number, y: number): number {
  const [dx, dy, px, py] = [(x1 - x0) / 3, y1 - y0, (x - x0) / 3, y - y0];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length));
  const [ex, ey] = [px - t * dx, py - t * dy];
  return Math.sqrt(ex * ex + ey * ey);
}
