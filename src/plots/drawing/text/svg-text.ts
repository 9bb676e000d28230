/** A value of an SVG attribute; numbers are written by `coordinate`, absent ones leave the attribute out. */
export type AttributeValue = string | number | undefined;

/** `text` with the five characters that XML and HTML give a meaning replaced, safe in text and in quoted attributes. */
export function escapeMarkup(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

/**
 * A canvas length in decimal with at most two decimals and no trailing zeros, so that figures are the same text in
 * every engine. Lengths beyond ±99999 are cut there (they lie outside any canvas); not a number becomes the cut, too.
 */
export function coordinate(length: number): string {
  const cut = Number.isNaN(length) ? 99999 : Math.max(-99999, Math.min(99999, length));
  const text = cut.toFixed(2).replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
}

/** One SVG element as text; children are markup already, attribute values are escaped here. */
export function element(tag: string, attributes: Record<string, AttributeValue>, ...children: string[]): string {
  let open = `<${tag}`;
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    open += ` ${name}="${typeof value === 'number' ? coordinate(value) : escapeMarkup(value)}"`;
  }
  return children.length === 0 ? `${open}/>` : `${open}>${children.join('')}</${tag}>`;
}

/** A straight line between two points of the canvas. */
export function segment(
  from: readonly [number, number],
  to: readonly [number, number],
  attributes: Record<string, AttributeValue> = {},
): string {
  return element('line', { x1: from[0], y1: from[1], x2: to[0], y2: to[1], stroke: '#000', ...attributes });
}
