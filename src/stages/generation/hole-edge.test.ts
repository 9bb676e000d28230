import { expect, it } from 'vitest';
import { allocateDecayBlock } from '../../events/decay-block.ts';
import { experiments } from '../../experiments/index.ts';
import { EventRandom, streamKey } from '../../math/random/index.ts';
import { boostToParent } from './boost.ts';
import { HoleEdge } from './hole-edge.ts';

const { detector } = experiments['na62-kaon'];
const MASS = 0.493677;
const MOMENTUM = 75;
const EVENTS = 200_000;

/** One decay to a photon of 0.1 GeV at rest, which goes in a given direction. */
function photonFrom(vertexZ: number) {
  const block = allocateDecayBlock(1, [{ name: 'gamma', mass: 0, charge: 0 }]);
  block.vertex.x[0] = 0.03;
  block.vertex.y[0] = -0.01;
  block.vertex.z[0] = vertexZ;
  block.parent.px[0] = 0.0012 * MOMENTUM;
  block.parent.pz[0] = MOMENTUM;
  block.parent.energy[0] = Math.sqrt(MOMENTUM * MOMENTUM * (1 + 0.0012 ** 2) + MASS * MASS);
  const [{ momentum }] = block.products;
  const send = (cosine: number, turn: number): number => {
    const sine = Math.sqrt(1 - cosine * cosine);
    momentum.energy[0] = 0.1;
    momentum.px[0] = 0.1 * sine * Math.cos(2 * Math.PI * turn);
    momentum.py[0] = 0.1 * sine * Math.sin(2 * Math.PI * turn);
    momentum.pz[0] = 0.1 * cosine;
    boostToParent(block.parent, MASS, momentum, 1);
    const way = detector.calorimeter.z.value - vertexZ;
    const x = block.vertex.x[0] + (momentum.px[0] / momentum.pz[0]) * way;
    const y = block.vertex.y[0] + (momentum.py[0] / momentum.pz[0]) * way;
    return Math.hypot(x, y);
  };
  return { block, send };
}

it.each([110, 140, 170])('aims from %d m at the ring that two vetoes leave, with its density', (vertexZ) => {
  const { block, send } = photonFrom(vertexZ);
  const edge = new HoleEdge(detector, block.parent.energy[0] / MASS);
  expect(edge.exists).toBe(true);
  edge.from(block, 0);
  const random = new EventRandom(streamKey(7, 'edge'));
  random.start(0);
  for (let k = 0; k < 200; k++) {
    edge.aim(random.uniform(), random.uniform());
    const r = send(edge.cosine, edge.turn);
    // Angles in the laboratory are small, not infinitely so.
    expect(r).toBeGreaterThan(0.133 - 0.002);
    expect(r).toBeLessThan(0.15 + 0.002);
    expect(edge.density(edge.cosine, edge.turn)).toBeGreaterThan(20);
  }
  // Over all directions the density has mean 1.
  let sum = 0;
  let squares = 0;
  for (let k = 0; k < EVENTS; k++) {
    const density = edge.density(2 * random.uniform() - 1, random.uniform());
    sum += density;
    squares += density * density;
  }
  // Five standard errors: false alarm 6e-7.
  expect(Math.abs(sum - EVENTS)).toBeLessThan(5 * Math.sqrt(squares));
  expect(Math.sqrt(squares)).toBeLessThan(0.1 * EVENTS);
});

it('is not there where the small-angle veto covers the hole', () => {
  const { calorimeter, vetoes } = detector;
  const wide = { ...vetoes.smallAngle, outerRadius: { ...vetoes.smallAngle.outerRadius, value: 0.2 as never } };
  expect(new HoleEdge({ calorimeter, vetoes: { smallAngle: wide } }, 152).exists).toBe(false);
});
