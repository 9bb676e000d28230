/**
 * Least-squares vertex of straight lines (x_i, y_i at z = plane, slopes tx_i, ty_i): minimises
 * Σ w_i [(x − x_i − tx_i ζ)² + (y − y_i − ty_i ζ)²] over (x, y, ζ = z − plane). The problem is linear; the weights are
 * 1/σ² of the extrapolated lines, so the fit is done twice, the second time with weights at the first vertex.
 * Results are left in the fields; nothing is allocated per fit. Parallel lines give `chiSquare` Infinity.
 */
export class VertexFit {
  x = 0;
  y = 0;
  zeta = 0;
  chiSquare = 0;
  private readonly lineX: Float64Array;
  private readonly lineY: Float64Array;
  private readonly slopeX: Float64Array;
  private readonly slopeY: Float64Array;
  /** Position variance at the plane and slope variance of each line. */
  private readonly positionVariance: Float64Array;
  private readonly slopeVariance: Float64Array;
  private lines = 0;

  constructor(maximumLines: number) {
    this.lineX = new Float64Array(maximumLines);
    this.lineY = new Float64Array(maximumLines);
    this.slopeX = new Float64Array(maximumLines);
    this.slopeY = new Float64Array(maximumLines);
    this.positionVariance = new Float64Array(maximumLines);
    this.slopeVariance = new Float64Array(maximumLines);
  }

  clear(): void {
    this.lines = 0;
  }

  add(x: number, y: number, slopeX: number, slopeY: number, positionError: number, slopeError: number): void {
    const i = this.lines++;
    this.lineX[i] = x;
    this.lineY[i] = y;
    this.slopeX[i] = slopeX;
    this.slopeY[i] = slopeY;
    this.positionVariance[i] = positionError * positionError;
    this.slopeVariance[i] = slopeError * slopeError;
  }

  /** Fits the added lines; `guess` is a typical distance ζ from the plane, for the first weights. */
  fit(guess: number): void {
    this.solve(guess);
    this.solve(this.zeta);
  }

  private solve(zeta: number): void {
    let w = 0;
    let wx = 0;
    let wy = 0;
    let wtx = 0;
    let wty = 0;
    let wtt = 0;
    let wxt = 0;
    for (let i = 0; i < this.lines; i++) {
      const weight = 1 / (this.positionVariance[i] + this.slopeVariance[i] * zeta * zeta);
      const tx = this.slopeX[i];
      const ty = this.slopeY[i];
      w += weight;
      wx += weight * this.lineX[i];
      wy += weight * this.lineY[i];
      wtx += weight * tx;
      wty += weight * ty;
      wtt += weight * (tx * tx + ty * ty);
      wxt += weight * (this.lineX[i] * tx + this.lineY[i] * ty);
    }
    // Minimising over x and y at fixed ζ leaves one equation: spread of slopes × ζ = −covariance of positions and slopes.
    const spread = wtt - (wtx * wtx + wty * wty) / w;
    const covariance = wxt - (wx * wtx + wy * wty) / w;
    if (!(spread > 0)) {
      this.chiSquare = Number.POSITIVE_INFINITY;
      return;
    }
    this.zeta = -covariance / spread;
    this.x = (wx + wtx * this.zeta) / w;
    this.y = (wy + wty * this.zeta) / w;
    let chiSquare = 0;
    for (let i = 0; i < this.lines; i++) {
      const dx = this.lineX[i] + this.slopeX[i] * this.zeta - this.x;
      const dy = this.lineY[i] + this.slopeY[i] * this.zeta - this.y;
      chiSquare += (dx * dx + dy * dy) / (this.positionVariance[i] + this.slopeVariance[i] * zeta * zeta);
    }
    this.chiSquare = chiSquare;
  }
}
