/**
 * Factorises the symmetric n × n matrix `a` (row after row, lower triangle read) as L·Lᵀ in place, in its lower
 * triangle. Returns −1 on success, otherwise the row whose pivot is not above `tolerance` times its diagonal element
 * (rows before it then hold their part of L).
 */
export function cholesky(a: Float64Array, n: number, tolerance = 0): number {
  for (let j = 0; j < n; j++) {
    const rowJ = j * n;
    let pivot = a[rowJ + j];
    const floor = tolerance * Math.abs(pivot);
    for (let k = 0; k < j; k++) pivot -= a[rowJ + k] * a[rowJ + k];
    if (!(pivot > floor)) return j;
    const root = Math.sqrt(pivot);
    const inverse = 1 / root;
    a[rowJ + j] = root;
    for (let i = j + 1; i < n; i++) {
      const rowI = i * n;
      let sum = a[rowI + j];
      for (let k = 0; k < j; k++) sum -= a[rowI + k] * a[rowJ + k];
      a[rowI + j] = sum * inverse;
    }
  }
  return -1;
}

/** Solves L·Lᵀ x = b in place in `b`, with L from `cholesky`. */
export function choleskySolve(l: Float64Array, n: number, b: Float64Array): void {
  for (let i = 0; i < n; i++) {
    let sum = b[i];
    for (let k = 0; k < i; k++) sum -= l[i * n + k] * b[k];
    b[i] = sum / l[i * n + i];
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = b[i];
    for (let k = i + 1; k < n; k++) sum -= l[k * n + i] * b[k];
    b[i] = sum / l[i * n + i];
  }
}

/** Writes (L·Lᵀ)⁻¹, both triangles, to `out`. */
export function choleskyInverse(l: Float64Array, n: number, out: Float64Array): void {
  const unit = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    unit.fill(0);
    unit[j] = 1;
    choleskySolve(l, n, unit);
    for (let i = 0; i < n; i++) out[i * n + j] = unit[i];
  }
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) out[i * n + j] = out[j * n + i] = 0.5 * (out[i * n + j] + out[j * n + i]);
}

/**
 * The direction of non-positive curvature that made `cholesky` stop at row `k`: d with d[k] = 1 and d·A·d = that pivot.
 */
export function flatDirection(l: Float64Array, n: number, k: number): Float64Array {
  const direction = new Float64Array(n);
  direction[k] = 1;
  for (let i = k - 1; i >= 0; i--) {
    let sum = -l[k * n + i];
    for (let m = i + 1; m < k; m++) sum -= l[m * n + i] * direction[m];
    direction[i] = sum / l[i * n + i];
  }
  return direction;
}

/**
 * Writes to `out` the inverse of the symmetric matrix `h`, after raising the diagonal of `h`, scaled to unit diagonal,
 * until it is positive definite. Returns the shift that was needed (0 when `h` already is).
 */
export function forcedInverse(h: Float64Array, n: number, out: Float64Array): number {
  const scale = new Float64Array(n);
  let largest = 0;
  for (let i = 0; i < n; i++) largest = Math.max(largest, Math.abs(h[i * n + i]));
  for (let i = 0; i < n; i++) {
    const diagonal = Math.abs(h[i * n + i]);
    scale[i] = 1 / Math.sqrt(diagonal > 1e-12 * largest ? diagonal : largest > 0 ? 1e-6 * largest : 1);
  }
  const work = new Float64Array(n * n);
  let shift = 0;
  for (let attempt = 0; attempt < 40; attempt++) {
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) work[i * n + j] = h[i * n + j] * scale[i] * scale[j] + (i === j ? shift : 0);
    if (cholesky(work, n, 1e-12) < 0) break;
    shift = shift === 0 ? 1e-6 : shift * 4;
  }
  choleskyInverse(work, n, out);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) out[i * n + j] *= scale[i] * scale[j];
  return shift;
}
