/**
 * In place of what a page never calls and every page would load: the writer of Parquet files (a page reads them), colours
 * and number formats of d3 (figures have their own; `d3-scale` is used for its ticks).
 */
class LeftOut {
  constructor() {
    throw new Error('this is left out of the page');
  }
}

const leftOut = (): never => {
  throw new Error('this is left out of the page');
};

export { LeftOut as ByteWriter, LeftOut as ParquetWriter };
/** No text is a colour here: what `d3-interpolate` asks before it takes values for numbers. */
export const color = (): null => null;
export {
  leftOut as cubehelix,
  leftOut as format,
  leftOut as formatPrefix,
  leftOut as formatSpecifier,
  leftOut as hcl,
  leftOut as hsl,
  leftOut as lab,
  leftOut as precisionFixed,
  leftOut as precisionPrefix,
  leftOut as precisionRound,
  leftOut as rgb,
};
