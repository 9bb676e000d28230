import { cholesky, choleskySolve, flatDirection } from '../../minimise/cholesky.ts';
import type { Likelihood } from '../model/likelihood.ts';
import type { ModelData } from '../model/model.ts';
import type { NewtonResult, NewtonTask } from './newton-task.ts';

const EPSILON = 2.220446049250313e-16;
/** Curvature along a direction of unit scaled length that still counts as none. */
const FLAT = 1e-7;
const saddle = 'the curvature is negative where the descent ended, and no lower point was found along it.';

/**
 * Minimises a HistFactory likelihood within bounds by Newton steps with its exact second derivatives: parameters at a
 * bound that the gradient presses outwards are held, the step of the others is cut at the bounds (Bertsekas, SIAM J.
 * Control Optim. 20 (1982) 221), and shortened until the function falls. Where the curvature is not positive, its
 * diagonal is raised, and a saddle is left along its falling direction. Codes whose slope jumps at α = 0 are followed on
 * one side at a time. Steps until ½ gᵀH⁻¹g < 1e-13 or rounding ends it, at least below 1e-9. A result is `valid` only when
 * gradient and curvature were found right at the very point that comes back.
 */
export class BoundedNewton {
  private readonly likelihood: Likelihood;
  private readonly n: number;
  private readonly theta: Float64Array;
  private readonly trial: Float64Array;
  private readonly best: Float64Array;
  private readonly gradient: Float64Array;
  private readonly other: Float64Array;
  private readonly hessian: Float64Array;
  private readonly matrix: Float64Array;
  private readonly scale: Float64Array;
  private readonly step: Float64Array;
  private readonly packed: Float64Array;
  private readonly low: Float64Array;
  private readonly high: Float64Array;
  private readonly held: Uint8Array;
  /** Steps of parameters that go to a bound nearby. */
  private readonly alone: Float64Array;
  private readonly free: Int32Array;
  private count = 0;
  private readonly kinks: readonly number[];

  constructor(likelihood: Likelihood) {
    const n = likelihood.model.parameters.length;
    this.likelihood = likelihood;
    this.n = n;
    [this.theta, this.trial, this.best, this.gradient, this.other, this.scale, this.step, this.packed] = Array.from(
      { length: 8 },
      () => new Float64Array(n),
    ) as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    this.low = new Float64Array(n);
    this.high = new Float64Array(n);
    this.hessian = new Float64Array(n * n);
    this.matrix = new Float64Array(n * n);
    this.held = new Uint8Array(n);
    this.alone = new Float64Array(n);
    this.free = new Int32Array(n);
    this.kinks = likelihood.model.parameters.flatMap((p, i) => (p.kinked ? [i] : []));
  }

  minimise(data: ModelData, task: NewtonTask): NewtonResult {
    const { n, theta, gradient, step, low, high } = this;
    for (let p = 0; p < n; p++)
      theta[p] = task.fixed[p] ? task.start[p] : Math.min(task.upper[p], Math.max(task.lower[p], task.start[p]));
    let size = 0;
    for (let i = 0; i < data.counts.length; i++) size += data.counts[i];
    let value = this.likelihood.value(data, theta);
    let edm = Number.POSITIVE_INFINITY;
    let degenerate = false;
    let polished = false;
    const end = (iterations: number, reason: string | null): NewtonResult => ({
      theta: Float64Array.from(theta),
      value,
      edm,
      iterations,
      valid: reason === null,
      reason,
      degenerate,
    });
    if (!Number.isFinite(value))
      return end(0, 'the likelihood vanishes at the start: events where none are expected, or a negative expectation.');
    for (let iteration = 1; iteration <= 250; iteration++) {
      low.set(task.lower);
      high.set(task.upper);
      value = this.derivatives(data, task);
      const noise = 4 * EPSILON * (size + Math.abs(value)) + 1e-14;
      this.hold();
      const { shift, row } = this.solve();
      let slope = 0;
      for (let k = 0; k < this.count; k++) slope += gradient[this.free[k]] * step[this.free[k]];
      edm = -0.5 * slope;
      for (let p = 0; p < n; p++)
        if (this.alone[p] !== 0) {
          step[p] = this.alone[p];
          edm -= gradient[p] * step[p];
          slope += gradient[p] * step[p];
        }
      const small = edm < 1e-9 || (edm < 1e-6 && edm < 4 * noise);
      if (small) {
        if (shift > 0 && row >= 0) {
          const left = this.escape(data, row, value - noise - 1e-9);
          if (left.value < value) {
            value = left.value;
            polished = false;
            continue;
          }
          if (left.curvature < -FLAT) return end(iteration, saddle);
          degenerate = true;
        }
        const inward = this.releasable();
        if (inward >= 0) {
          step.fill(0);
          step[inward] = -gradient[inward] / Math.max(Math.abs(this.hessian[inward * n + inward]), 1e-12);
          const moved = this.search(data, value, gradient[inward] * step[inward], noise);
          if (moved < value) {
            value = moved;
            continue;
          }
        }
        if (edm < 1e-13 || polished) return end(iteration, null);
        polished = true;
        value = Math.min(value, this.search(data, value, slope, noise));
        continue;
      }
      // Steps with a raised diagonal creep where the gradient is small: rather leave along the falling direction.
      if (shift > 0 && row >= 0 && edm < 1e-4) {
        const left = this.escape(data, row, value - noise - 1e-9);
        if (left.value < value) {
          value = left.value;
          continue;
        }
      }
      const found = this.search(data, value, slope, noise);
      if (!(found < value)) {
        if (shift > 0 && row >= 0) {
          const left = this.escape(data, row, value - noise - 1e-9);
          if (left.value < value) {
            value = left.value;
            continue;
          }
          if (left.curvature < -FLAT) return end(iteration, saddle);
        }
        if (edm < 1e-6 || edm < 100 * noise) return end(iteration, null);
        return end(iteration, `no lower point was found at an estimated distance of ${edm.toPrecision(3)}.`);
      }
      polished = false;
      value = found;
    }
    return end(250, `no convergence in 250 steps (estimated distance ${edm.toPrecision(3)}).`);
  }

  /** Gradient and Hessian at `theta`; at a jump of the slope takes the falling side, or holds the parameter there. */
  private derivatives(data: ModelData, task: NewtonTask): number {
    const { likelihood, theta, gradient, other, held, low, high } = this;
    held.set(task.fixed);
    const side = likelihood.expectation.side;
    let atJump = false;
    for (const p of this.kinks) {
      side[p] = 1;
      if (held[p]) continue;
      if (theta[p] > 0) low[p] = Math.max(low[p], 0);
      else if (theta[p] < 0) high[p] = Math.min(high[p], 0);
      else atJump = true;
    }
    if (atJump) {
      likelihood.derivatives(data, theta, gradient, null);
      for (const p of this.kinks) if (theta[p] === 0) side[p] = -1;
      likelihood.derivatives(data, theta, other, null);
      for (const p of this.kinks) {
        if (theta[p] !== 0 || held[p]) continue;
        const fallsUp = gradient[p] < 0 && theta[p] < high[p];
        const fallsDown = other[p] > 0 && theta[p] > low[p];
        if (!fallsUp && !fallsDown) held[p] = 1;
        if (fallsUp && (!fallsDown || -gradient[p] >= other[p])) {
          side[p] = 1;
          low[p] = 0;
        } else if (fallsDown) high[p] = 0;
      }
    }
    return likelihood.derivatives(data, theta, gradient, this.hessian);
  }

  /**
   * Holds parameters that the gradient presses against their bounds and those without any effect. One that is near its
   * bound and would reach it by its own curvature goes there by itself, so that it does not bend the others' step.
   */
  private hold(): void {
    const { n, held, alone, gradient, hessian, theta, low, high } = this;
    for (let p = 0; p < n; p++) {
      alone[p] = 0;
      if (held[p]) continue;
      const g = gradient[p];
      const h = hessian[p * n + p];
      const room = g > 0 ? theta[p] - low[p] : high[p] - theta[p];
      if (room <= 0 || (g === 0 && h === 0)) held[p] = 1;
      else if (h > 0 && room <= 0.05 * Math.sqrt(2 / h) && room * h <= Math.abs(g)) {
        held[p] = 1;
        alone[p] = g > 0 ? -room : room;
      }
    }
  }

  /**
   * Solves for the Newton step of what is not held. Parameters on a bound whose step would leave it are dropped and the
   * rest solved again. Returns how much the diagonal was raised (0: not) and the first row that was not positive.
   */
  private solve(): { shift: number; row: number } {
    const { n, held, gradient, hessian, matrix, scale, step, packed, free, theta, low, high } = this;
    let m = 0;
    for (let p = 0; p < n; p++) if (!held[p]) free[m++] = p;
    step.fill(0);
    for (;;) {
      let shift = 0;
      let row = -1;
      let largest = 0;
      for (let k = 0; k < m; k++) largest = Math.max(largest, Math.abs(hessian[free[k] * (n + 1)]));
      for (let k = 0; k < m; k++) {
        const d = Math.abs(hessian[free[k] * (n + 1)]);
        scale[k] = 1 / Math.sqrt(d > 1e-14 * largest ? d : Math.max(1e-14 * largest, 1e-300));
      }
      for (let attempt = 0; attempt < 30; attempt++) {
        for (let k = 0; k < m; k++) {
          const from = free[k] * n;
          for (let l = 0; l < k; l++) matrix[k * m + l] = hessian[from + free[l]] * scale[k] * scale[l];
          matrix[k * m + k] = hessian[from + free[k]] * scale[k] * scale[k] + shift;
        }
        const stopped = cholesky(matrix, m, 1e-11);
        if (stopped < 0) break;
        if (shift === 0) row = free[stopped];
        shift = shift === 0 ? 1e-4 : shift * 4;
      }
      for (let k = 0; k < m; k++) packed[k] = -gradient[free[k]] * scale[k];
      choleskySolve(matrix, m, packed);
      let kept = 0;
      for (let k = 0; k < m; k++) {
        const p = free[k];
        const d = packed[k] * scale[k];
        if ((theta[p] <= low[p] && d < 0) || (theta[p] >= high[p] && d > 0)) continue;
        free[kept] = p;
        step[p] = d;
        kept++;
      }
      if (kept === m) {
        this.count = m;
        return { shift, row };
      }
      m = kept;
      step.fill(0);
    }
  }

  /** A parameter that was dropped from the step though its gradient points inwards, −1 when there is none. */
  private releasable(): number {
    const { n, held, gradient, free, theta, low, high, hessian } = this;
    for (let p = 0; p < n; p++) {
      if (held[p]) continue;
      const g = gradient[p];
      const inward = (theta[p] <= low[p] && g < 0) || (theta[p] >= high[p] && g > 0);
      if (!inward) continue;
      let moves = false;
      for (let k = 0; k < this.count; k++) if (free[k] === p) moves = true;
      if (!moves && g * g > 1e-9 * Math.abs(hessian[p * n + p])) return p;
    }
    return -1;
  }

  /** Moves `theta` along `step`, bent at the bounds, to a lower point; returns the value there, or the old one. */
  private search(data: ModelData, value: number, slope: number, noise: number): number {
    const { n, theta, trial, best, step, low, high, likelihood } = this;
    let t = 1;
    let found = value;
    for (let attempt = 0; attempt < 40; attempt++) {
      let promised = 0;
      for (let p = 0; p < n; p++) {
        const moved = step[p] === 0 ? theta[p] : Math.min(high[p], Math.max(low[p], theta[p] + t * step[p]));
        trial[p] = moved;
        promised += this.gradient[p] * (moved - theta[p]);
      }
      const f = likelihood.value(data, trial);
      if (f < found) {
        found = f;
        best.set(trial);
        if (f <= value + 1e-4 * Math.min(0, promised)) break;
      } else if (found < value) break;
      else if (attempt === 0 && Math.abs(slope) < 4 * noise && f <= value + noise) {
        theta.set(trial);
        return Math.min(value, f);
      }
      const curvature = (f - value - t * slope) / (t * t);
      const vertex = curvature > 0 && Number.isFinite(f) ? -slope / (2 * curvature) : 0;
      t = Math.min(0.5 * t, Math.max(0.1 * t, vertex));
    }
    if (found < value) theta.set(best);
    return found;
  }

  /**
   * From a point where the curvature is not positive along row `p`: the lowest value below `goal` along that direction,
   * where `theta` then stands (+Infinity when there is none), and the curvature along it.
   */
  private escape(data: ModelData, p: number, goal: number): { value: number; curvature: number } {
    const { n, theta, trial, best, free, matrix, scale, hessian, low, high } = this;
    const m = this.count;
    const none = { value: Number.POSITIVE_INFINITY, curvature: 0 };
    const at = free.subarray(0, m).indexOf(p);
    if (at < 0) return none;
    for (let k = 0; k < m; k++)
      for (let l = 0; l <= k; l++) matrix[k * m + l] = hessian[free[k] * n + free[l]] * scale[k] * scale[l];
    if (cholesky(matrix, m, 1e-11) !== at) return none;
    const direction = flatDirection(matrix, m, at);
    let pivot = 0;
    let size = 0;
    for (let k = 0; k <= at; k++) {
      size += direction[k] * direction[k];
      for (let l = 0; l <= at; l++)
        pivot += direction[k] * direction[l] * hessian[free[k] * n + free[l]] * scale[k] * scale[l];
    }
    let lowest = goal;
    for (let length = 3e-4; length < 20; length *= 3)
      for (const sign of [1, -1]) {
        trial.set(theta);
        for (let k = 0; k < m; k++) {
          const q = free[k];
          trial[q] = Math.min(high[q], Math.max(low[q], theta[q] + sign * length * direction[k] * scale[k]));
        }
        const f = this.likelihood.value(data, trial);
        if (f < lowest) {
          lowest = f;
          best.set(trial);
        }
      }
    if (!(lowest < goal)) return { ...none, curvature: pivot / size };
    theta.set(best);
    return { value: lowest, curvature: pivot / size };
  }
}
