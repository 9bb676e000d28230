/**
 * The words that every figure carries. Labels are written in the markup of `textRuns` (`K^{+} → π^{+}νν̄`).
 * `title` and `description` are what a screen reader says; they are not drawn.
 */
export interface FigureText {
  title: string;
  description: string;
  /** Bold, above the frame at the left: who made the figure and from what. */
  label?: string;
  /** Above the frame at the right: sample, confidence level, `pseudo-data`. */
  sublabel?: string;
  /** Lines inside the frame. */
  notes?: readonly string[];
  /** Small grey line under the figure: seed, digest, version. */
  provenance?: string;
  /** Prefix of the ids inside the SVG; must be unique where several figures share one document. */
  id?: string;
  width?: number;
  height?: number;
}

/** One axis: what is drawn along it, in which unit. Without a range the data decide. */
export interface AxisText {
  label: string;
  unit?: string;
  scale?: 'linear' | 'log';
  range?: readonly [number, number];
}

/** Axis title with its unit in brackets, and the common power of ten of the tick labels where there is one. */
export function axisTitle(axis: AxisText, power = 0): string {
  const unit = axis.unit === undefined || axis.unit === '' ? '' : axis.unit;
  const factor = power === 0 ? '' : `10^{${power}}`;
  const bracket = [factor, unit].filter((part) => part !== '').join(' ');
  return bracket === '' ? axis.label : `${axis.label} [${bracket}]`;
}
