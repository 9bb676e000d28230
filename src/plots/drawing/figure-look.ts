/**
 * How a figure is dressed. `screen` is dark on light and follows a reader who prefers dark, `paper` is always dark on
 * white, `dark` always light on dark, `slide` is `paper` with letters and lines for the last row of a lecture hall.
 */
export const figureStyles = ['screen', 'paper', 'slide', 'dark'] as const;
/** Name of a dress of a figure. */
export type FigureStyle = (typeof figureStyles)[number];

/** Dress and shape: `narrow` is laid out for the width of a telephone, legend and notes below the frame. */
export interface FigureLook {
  style?: FigureStyle;
  layout?: 'wide' | 'narrow';
  /** Hears where the main frame lies, for whoever puts something onto the picture; changes nothing that is drawn. */
  onFrame?: (frame: FigureFrame) => void;
}

/** Where a frame lies on its canvas, as parts of width and height from the top left, and what its axes span. */
export interface FigureFrame {
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: FigureSpan;
  y: FigureSpan;
}

/** What an axis spans, in its own unit. */
export interface FigureSpan {
  scale: 'linear' | 'log';
  from: number;
  to: number;
}

/** Font sizes in canvas units. */
export interface LetterSizes {
  tick: number;
  title: number;
  legend: number;
  note: number;
  label: number;
  /** Values beside bars, names inside the frame. */
  small: number;
  provenance: number;
}

/** Width of the canvas of a narrow figure; shown on a telephone of 390 pixels it is scaled by 0.94. */
export const narrowWidth = 380;

const wide: LetterSizes = { tick: 17, title: 20, legend: 16, note: 16, label: 17, small: 15, provenance: 13 };
const narrow: LetterSizes = { tick: 13.5, title: 15, legend: 14, note: 14, label: 15, small: 13.5, provenance: 13 };
const slide: LetterSizes = { tick: 20, title: 23, legend: 20, note: 20, label: 21, small: 19, provenance: 15 };

/** The letters of a look: on a wide canvas readable at 0.7 of its size, on a narrow one at 0.9. */
export function lettersOf(look: FigureLook): LetterSizes {
  return look.layout === 'narrow' ? narrow : look.style === 'slide' ? slide : wide;
}
