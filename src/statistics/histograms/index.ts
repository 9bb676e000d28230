export { Axis, type AxisDocument } from './axis.ts';
export { Histogram1D, type Histogram1DDocument } from './histogram-1d.ts';
export { Histogram2D, type Histogram2DDocument } from './histogram-2d.ts';
