const S1 = -1.6666666666666632e-1;
const S2 = 8.33333333332249e-3;
const S3 = -1.984126982985795e-4;
const S4 = 2.7557313707070068e-6;
const S5 = -2.5050760253406863e-8;
const S6 = 1.58969099521155e-10;
const C1 = 4.16666666666666e-2;
const C2 = -1.388888888887411e-3;
const C3 = 2.480158728947673e-5;
const C4 = -2.7557314351390663e-7;
const C5 = 2.087572321298175e-9;
const C6 = -1.1359647557788195e-11;
const QUARTER_TURN = 1.5707963267948966;

/**
 * Writes the unit vector with cosθ = 2·uCos − 1 and φ = uTurn turns into out[0..2] (x, y, z): isotropic when both are
 * uniform in (0,1). Polynomials of fdlibm's kernels after reduction to an eighth of a turn: error below 1 ulp.
 */
export function unitVector(uCos: number, uTurn: number, out: Float64Array): void {
  const c = 2 * uCos - 1;
  const s = Math.sqrt(1 - c * c);
  const x = uTurn * 4;
  const q = Math.floor(x + 0.5);
  const y = (x - q) * QUARTER_TURN;
  const z = y * y;
  const sine = y + y * z * (S1 + z * (S2 + z * (S3 + z * (S4 + z * (S5 + z * S6)))));
  const cosine = 1 - 0.5 * z + z * z * (C1 + z * (C2 + z * (C3 + z * (C4 + z * (C5 + z * C6)))));
  const quarter = q | 0;
  let cosPhi = quarter & 1 ? sine : cosine;
  let sinPhi = quarter & 1 ? cosine : sine;
  if ((quarter + 1) & 2) cosPhi = -cosPhi;
  if (quarter & 2) sinPhi = -sinPhi;
  out[0] = s * cosPhi;
  out[1] = s * sinPhi;
  out[2] = c;
}
