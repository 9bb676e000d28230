import { helveticaWidth } from './font-metrics.ts';
import { element, escapeMarkup } from './svg-text.ts';

/** A stretch of a label on the base line, raised or lowered. */
export interface TextRun {
  text: string;
  level: 'base' | 'super' | 'sub';
}

const raised = new Map(Array.from('⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ').map((sign, i) => [sign, Array.from('0123456789+−()n')[i]]));
const lowered = new Map(Array.from('₀₁₂₃₄₅₆₇₈₉₊₋').map((sign, i) => [sign, Array.from('0123456789+−')[i]]));

/**
 * The runs of a label written as physicists type it: `m^{2}_{miss} [GeV^{2}/c^{4}]`, `x^2`, `a_+`, or with the
 * Unicode signs themselves (`K⁺ → π⁺νν̄`). A brace that is never closed, and a `^` or `_` at the end, stay as they are.
 * An asterisk between raised signs is raised with them, and a minus sign is typeset as one.
 */
export function textRuns(label: string): TextRun[] {
  const runs: TextRun[] = [];
  const push = (text: string, level: TextRun['level']): void => {
    const last = runs.at(-1);
    if (last !== undefined && last.level === level) last.text += text;
    else if (text !== '') runs.push({ text, level });
  };
  const signs = Array.from(label);
  for (let i = 0; i < signs.length; i++) {
    const sign = signs[i];
    const next = signs[i + 1];
    if ((sign === '^' || sign === '_') && next !== undefined) {
      const level = sign === '^' ? 'super' : 'sub';
      const close = next === '{' ? signs.indexOf('}', i) : -1;
      if (close > 0) {
        push(
          signs
            .slice(i + 2, close)
            .join('')
            .replace(/-/g, '−'),
          level,
        );
        i = close;
      } else if (next !== '{' && next !== ' ') {
        push(next === '-' ? '−' : next, level);
        i += 1;
      } else push(sign, 'base');
    } else if (raised.has(sign)) push(raised.get(sign)!, 'super');
    else if (lowered.has(sign)) push(lowered.get(sign)!, 'sub');
    else if (sign === '*' && runs.at(-1)?.level === 'super' && raised.has(next ?? '')) push('*', 'super');
    else push(sign, 'base');
  }
  return runs;
}

/** The label without its levels, for accessible names. */
export function plainText(label: string): string {
  return textRuns(label)
    .map((run) => run.text)
    .join('');
}

/** Size of raised and lowered letters relative to the base line's. */
export const smaller = 0.78;

/** True where a lowered run stands directly under a raised one (or the other way about), as in m²ₘᵢₛₛ. */
function stacks(runs: readonly TextRun[], i: number): boolean {
  return i > 0 && runs[i].level !== 'base' && runs[i - 1].level !== 'base';
}

/** Readers without Helvetica or a metric twin see DejaVu Sans, which is wider by about this factor. */
const widestFont = 1.18;

/**
 * Room to keep for a label at a font size: its width in the metrics of Helvetica, enlarged so that the wider fonts of
 * the stack fit as well.
 */
export function textWidth(label: string, size: number, bold = false): number {
  const runs = textRuns(label);
  let width = 0;
  for (let i = 0; i < runs.length; i++) {
    const own = helveticaWidth(runs[i].text) * size * (runs[i].level === 'base' ? 1 : smaller);
    const above = stacks(runs, i) ? helveticaWidth(runs[i - 1].text) * size * smaller : 0;
    width += Math.max(0, own - above);
  }
  return width * widestFont * (bold ? 1.11 : 1);
}

/** How a label is set: font size in canvas units, anchor, weight, colour, and turning in degrees about its own origin. */
export interface LabelStyle {
  size: number;
  anchor?: 'start' | 'middle' | 'end';
  bold?: boolean;
  italic?: boolean;
  fill?: string;
  turn?: number;
  /** The whole text where the label is a shortened one; shown by browsers on pointing. */
  title?: string;
  /** An outline below the letters (white, or of a colour), so that they stay readable on lines and fills. */
  halo?: boolean | string;
}

/** The label as an SVG text element with its base line at (x, y); superscripts and subscripts as shifted tspans. */
export function labelAt(x: number, y: number, label: string, style: LabelStyle): string {
  const runs = textRuns(label);
  let shift = 0;
  const spans = runs.map((run, i) => {
    const wanted = run.level === 'super' ? -0.38 * style.size : run.level === 'sub' ? 0.22 * style.size : 0;
    const move = wanted - shift;
    shift = wanted;
    // Renderers disagree on white space at the ends of a tspan; no-break spaces are kept by all.
    const text = escapeMarkup(run.text.replace(/^ | $/g, '\u00a0'));
    if (run.level === 'base' && move === 0) return text;
    const back = stacks(runs, i) ? -helveticaWidth(runs[i - 1].text) * style.size * smaller : undefined;
    return element(
      'tspan',
      { dx: back, dy: move, 'font-size': run.level === 'base' ? undefined : smaller * style.size },
      text,
    );
  });
  return element(
    'text',
    {
      x,
      y,
      'font-size': style.size,
      'text-anchor': style.anchor === 'start' ? undefined : style.anchor,
      'font-weight': style.bold ? 'bold' : undefined,
      'font-style': style.italic ? 'italic' : undefined,
      fill: style.fill,
      transform: style.turn === undefined ? undefined : `rotate(${style.turn} ${round2(x)} ${round2(y)})`,
      ...(style.halo
        ? {
            stroke: style.halo === true ? '#fff' : style.halo,
            'stroke-width': 4,
            'stroke-linejoin': 'round',
            'paint-order': 'stroke',
          }
        : {}),
    },
    ...(style.title === undefined ? [] : [element('title', {}, escapeMarkup(plainText(style.title)))]),
    ...spans,
  );
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}
