import { describe, expect, it } from 'vitest';
import { allocateDecayBlock, type DecayBlock } from '../../events/decay-block.ts';
import { experiments } from '../../experiments/index.ts';
import { EventRandom, streamKey } from '../../math/random/index.ts';
import { particle } from '../../physics/particles/index.ts';
import { convertedPhotons } from './converted-photons.ts';
import { strawAcceptance } from './straw-acceptance.ts';

const { detector } = experiments['na62-kaon'];
const { straw } = detector;
const THICKNESS = 0.3;
const thick = { ...detector, straw: { ...straw, thickness: { ...straw.thickness, value: THICKNESS } } } as never;
const ROWS = 1000;
const BATCHES = 100;
const ELECTRON = particle('e-').mass;
const kinds = (['gamma', 'gamma', 'e+', 'e-', 'e+', 'e-'] as const).map((name) => {
  const { mass, charge } = particle(name);
  return { name, mass, charge };
});

/** Photons of 5 to 45 GeV from 110 to 190 m, some in the hole, some that miss the first chamber. */
function photons(batch: number, conversions: number): DecayBlock {
  const block = allocateDecayBlock(ROWS, kinds.slice(0, 2), kinds.slice(2, 2 + 2 * conversions));
  const random = new EventRandom(streamKey(11, 'photons'));
  block.count = ROWS;
  block.firstEvent = batch * ROWS;
  block.weight.fill(1);
  for (let row = 0; row < ROWS; row++) {
    random.start(batch * ROWS + row);
    block.vertex.z[row] = 110 + 80 * random.uniform();
    for (const { momentum } of block.products.slice(0, 2)) {
      const energy = 5 + 40 * random.uniform();
      const [sx, sy] = [0.005 * random.normal(), 0.005 * random.normal()];
      const along = energy / Math.sqrt(1 + sx * sx + sy * sy);
      momentum.energy[row] = energy;
      momentum.px[row] = along * sx;
      momentum.py[row] = along * sy;
      momentum.pz[row] = along;
    }
  }
  return block;
}

function converted(batch: number, conversions: number): DecayBlock {
  const block = photons(batch, conversions);
  const [first, second, ...electrons] = block.products;
  const pairs = Array.from({ length: conversions }, (_, k) => ({
    positron: electrons[2 * k],
    electron: electrons[2 * k + 1],
  }));
  convertedPhotons(thick, [first, second], pairs, 7, 'test')(block);
  return block;
}

/** Chamber in which each photon of a row converts when chambers are tried one after the other; −1 for none. */
function naive(block: DecayBlock, row: number, uniform: () => number): number[] {
  const inStraw = strawAcceptance(straw);
  return block.products.slice(0, 2).map(({ momentum }) => {
    for (let c = 0; c < 2; c++) {
      const step = (straw.z.value[c] - block.vertex.z[row]) / momentum.pz[row];
      if (step < 0 || !inStraw(c, momentum.px[row] * step, momentum.py[row] * step)) continue;
      if (uniform() < 1 - Math.exp((-7 / 9) * THICKNESS)) return c;
    }
    return -1;
  });
}

interface Sums {
  sum: number;
  squares: number;
}
const add = (to: Sums, value: number): void => {
  to.sum += value;
  to.squares += value * value;
};
/** Five standard errors: false alarm 6e-7. */
const agree = (a: Sums, b: Sums): void =>
  expect(Math.abs(a.sum - b.sum)).toBeLessThan(5 * Math.sqrt(a.squares + b.squares));

describe('photons that must convert', () => {
  it('do so as often, in the chambers and of the energies, as photons that are tried chamber by chamber', () => {
    const random = new EventRandom(streamKey(12, 'naive'));
    const cells = (): Sums[] => Array.from({ length: 4 }, () => ({ sum: 0, squares: 0 }));
    const [forced, tried] = [cells(), cells()];
    for (let batch = 0; batch < BATCHES; batch++) {
      const before = photons(batch, 1);
      const after = converted(batch, 1);
      for (let row = 0; row < ROWS; row++) {
        random.start(batch * ROWS + row);
        naive(before, row, () => random.uniform()).forEach((chamber, k) => {
          const hard = before.products[k].momentum.energy[row] > 25;
          if (chamber >= 0) add(tried[2 * chamber + (hard ? 1 : 0)], 1);
        });
        if (after.weight[row] === 0) continue;
        const [, , positron, electron] = after.products;
        const chamber = positron.origin.z[row] < straw.z.value[1] - 1 ? 0 : 1;
        const hard = positron.momentum.energy[row] + electron.momentum.energy[row] > 25;
        add(forced[2 * chamber + (hard ? 1 : 0)], after.weight[row]);
      }
    }
    forced.forEach((cell, i) => {
      agree(cell, tried[i]);
    });
  });

  it('do so both at once as often as that happens', () => {
    const random = new EventRandom(streamKey(13, 'naive'));
    const [forced, tried] = [
      { sum: 0, squares: 0 },
      { sum: 0, squares: 0 },
    ];
    for (let batch = 0; batch < BATCHES; batch++) {
      const before = photons(batch, 2);
      const after = converted(batch, 2);
      for (let row = 0; row < ROWS; row++) {
        random.start(batch * ROWS + row);
        if (naive(before, row, () => random.uniform()).every((chamber) => chamber >= 0)) add(tried, 1);
        add(forced, after.weight[row]);
      }
    }
    agree(forced, tried);
  });

  it('give their momentum to the pair, up to its mass, and are gone', () => {
    const before = photons(0, 1);
    const after = converted(0, 1);
    const [, , positron, electron] = after.products;
    let pairs = 0;
    for (let row = 0; row < ROWS; row++) {
      if (after.weight[row] === 0) continue;
      pairs++;
      const gone = after.products.slice(0, 2).findIndex(({ momentum }) => momentum.energy[row] === 0);
      const photon = before.products[gone].momentum;
      const total = (axis: 'energy' | 'px' | 'py' | 'pz') =>
        positron.momentum[axis][row] + electron.momentum[axis][row];
      expect(total('energy')).toBeCloseTo(photon.energy[row], 10);
      for (const axis of ['px', 'py', 'pz'] as const) expect(total(axis)).toBeCloseTo(photon[axis][row], 2);
      for (const { momentum } of [positron, electron]) {
        const { energy, px, py, pz } = momentum;
        const square = energy[row] ** 2 - px[row] ** 2 - py[row] ** 2 - pz[row] ** 2;
        expect(square).toBeCloseTo(ELECTRON ** 2, 8);
      }
      expect(positron.origin.x[row]).toBe(electron.origin.x[row]);
    }
    expect(pairs).toBeGreaterThan(500);
  });
});
