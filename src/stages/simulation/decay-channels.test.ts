import { describe, expect, it } from 'vitest';
import { SPECIES } from '../../events/response-block.ts';
import { EventRandom, streamKey } from '../../math/random/index.ts';
import { ChannelChoice, drawMichelShare, FLYING } from './decay-channels.ts';

const EVENTS = 400_000;
const random = new EventRandom(streamKey(21, 'channels'));
const uniform = (): number => random.uniform();
const ELECTRON = SPECIES.indexOf('e');
const MUON = SPECIES.indexOf('mu');

/** Mean and its standard error over many events. */
function mean(of: () => number): { value: number; error: number } {
  let sum = 0;
  let squares = 0;
  for (let event = 0; event < EVENTS; event++) {
    random.start(event);
    const x = of();
    sum += x;
    squares += x * x;
  }
  const value = sum / EVENTS;
  return { value, error: Math.sqrt((squares / EVENTS - value * value) / EVENTS) };
}
/** Five standard errors: false alarm 6e-7. */
const agree = ({ value, error }: { value: number; error: number }, expected: number) =>
  expect(Math.abs(value - expected)).toBeLessThan(5 * error);

describe('the electron of a muon', () => {
  it('has the moments of 2x²(3 − 2x): 7/10 and 8/15', () => {
    agree(
      mean(() => drawMichelShare(uniform)),
      0.7,
    );
    agree(
      mean(() => drawMichelShare(uniform) ** 2),
      8 / 15,
    );
  });
});

describe('the way a pion decays', () => {
  const weighted = (of: (choice: ChannelChoice) => number) => {
    const choice = new ChannelChoice(FLYING['pi+'].channels, 0.25);
    const SHARE = 0.5;
    return mean(() => {
      const prefers = uniform() < SHARE;
      choice.draw(prefers, uniform);
      return of(choice) / (1 - SHARE + SHARE * choice.preference);
    });
  };

  it('has its branching fractions when electrons are preferred and weighted', () => {
    agree(
      weighted(() => 1),
      1,
    );
    const electrons = weighted(({ species }) => (species === ELECTRON ? 1 : 0));
    agree(electrons, 1.23e-4);
    // A tenth of what it is without weights: √(1.23e-4/EVENTS) = 1.8e-5.
    expect(electrons.error).toBeLessThan(1.8e-6);
    agree(
      weighted(({ species }) => (species === MUON ? 1 : 0)),
      0.999877,
    );
  });

  it('gives an electron 69.8 MeV and a muon 29.8 MeV', () => {
    const choice = new ChannelChoice(FLYING['pi-'].channels, 0.5);
    const seen = new Map<number, number>();
    for (let event = 0; event < 50; event++) {
      random.start(event);
      choice.draw(true, uniform);
      seen.set(choice.species, choice.momentum);
    }
    expect(seen.get(ELECTRON)).toBeCloseTo(0.0698, 4);
    expect(seen.get(MUON)).toBeCloseTo(0.0298, 4);
  });
});

it('lets a kaon leave no track where it goes to neither lepton', () => {
  const choice = new ChannelChoice(FLYING['K+'].channels);
  const none = mean(() => {
    choice.draw(false, uniform);
    return choice.species < 0 ? 1 : 0;
  });
  agree(none, 1 - 0.6356 - 1.582e-5);
});
