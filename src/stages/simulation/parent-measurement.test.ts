import { describe, expect, it } from 'vitest';
import { allocateCandidateBlock } from '../../events/candidate-block.ts';
import { allocateDecayBlock } from '../../events/decay-block.ts';
import { experiments } from '../../experiments/index.ts';
import { particle } from '../../physics/particles/index.ts';
import { beamAssociation } from './beam-association.ts';
import { beamSpectrometer } from './parent-measurement.ts';

const { beam } = experiments['na62-kaon'];
const kaon = particle('K+');
const PLANE = 183.508;
const EVENTS = 20_000;

/** One event many times over: a kaon along the nominal beam, a pion at a given place and slope in the first chamber. */
function measured(x: number, y: number, slopeX: number, slopeY: number) {
  const decays = allocateDecayBlock(1, [{ name: 'pi+', mass: 0.14, charge: 1 }]);
  const candidates = allocateCandidateBlock(1, [{ role: 'pi+', mass: 0.14, charge: 1 }]);
  const [track] = candidates.particles;
  decays.parent.pz[0] = 75;
  decays.parent.px[0] = 75 * beam.slopeX.value;
  decays.vertex.z[0] = 140;
  decays.vertex.x[0] = x - slopeX * (PLANE - 140);
  decays.vertex.y[0] = y - slopeY * (PLANE - 140);
  track.momentum.px[0] = 20 * slopeX;
  track.momentum.py[0] = 20 * slopeY;
  track.momentum.pz[0] = 20;
  track.x[0] = x;
  track.y[0] = y;
  const spectrometer = beamSpectrometer(beam as never, kaon.mass, 3, 'test');
  return { decays, candidates, spectrometer, track };
}

describe('the beam spectrometer', () => {
  it('takes another beam particle as often as the association says; false alarm 6e-7', () => {
    const { decays, candidates, spectrometer } = measured(0.3, 0.1, 0.006, 0.002);
    const { right, wrong } = beamAssociation(beam as never);
    expect(spectrometer.efficiency).toBeCloseTo(right + wrong, 12);
    let far = 0;
    for (let event = 0; event < EVENTS; event++) {
      decays.firstEvent = event;
      spectrometer.measure(decays, 0, 0, candidates.parent);
      // Four resolutions of the momentum: other particles of the beam are within only for a part.
      if (Math.abs(candidates.parent.pz[0] / 75 - 1) > 4 * beam.spectrometer.momentumResolution.value) far++;
    }
    // A Gaussian of 1 % lies beyond 0.8 % for 42.4 %.
    const expected = 0.424 * (wrong / (right + wrong));
    expect(Math.abs(far / EVENTS - expected)).toBeLessThan(5 * Math.sqrt(expected / EVENTS));
  });

  it('says where a track points upstream: the larger of both distances, in half widths of the opening', () => {
    for (const [x, y, slopeX, slopeY] of [
      [0.3, 0.1, 0.006, 0.002],
      [0.5, 0.2, 0.0065, 0.001],
      [-0.4, 0.6, -0.005, 0.015],
    ] as const) {
      const { decays, candidates, spectrometer, track } = measured(x, y, slopeX, slopeY);
      spectrometer.measure(decays, 0, 0, candidates.parent);
      spectrometer.meet(decays, 0, 0, candidates, track, PLANE);
      const { z, halfX, halfY } = beam.upstreamOpening;
      const at = (place: number, slope: number) => Math.abs(place + slope * (z.value - PLANE));
      const expected = Math.max(at(x, slopeX) / halfX.value, at(y, slopeY) / halfY.value);
      expect(candidates.upstreamExit[0]).toBeCloseTo(expected, 10);
    }
  });
});
