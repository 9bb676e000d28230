/** A figure of a report: its SVG and the name of its file. */
export interface RunFigure {
  readonly name: string;
  readonly caption: string;
  readonly svg: string;
  readonly wide: boolean;
}
