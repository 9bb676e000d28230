import { negligibleLimit, type RunPower, type SamplePower, spreadOf } from './power.ts';

/** A relative error in per cent, two digits, no exponent. */
export const percent = (ratio: number): string =>
  `${ratio < 0.995 ? (100 * ratio).toPrecision(2) : Math.round(100 * ratio)} %`;

/** The numbers that the size of the simulation leaves less well known than asked, each with what it hangs on, in sentences. */
export function missedTargets({ samples, background }: RunPower): string[] {
  const sentences = samples
    .filter(({ met, quantity }) => !met && quantity === 'acceptance')
    .map(({ sample, result: { value, error }, target, candidates, events }) =>
      value > 0
        ? `${sample}: accepted fraction known to ${percent(error / value)}, asked ${percent(target ?? 0)} (${candidates} candidates of ${events.toLocaleString('en-GB')} decays)`
        : `${sample}: no candidate of ${events.toLocaleString('en-GB')} decays`,
    );
  if (background === null || background.met) {
    const sources = samples.filter(({ met, quantity }) => !met && quantity === 'background');
    return [...sentences, ...sources.map(sourceText)];
  }
  const { value } = background.result;
  const negligible = background.unseen <= negligibleLimit(background.target ?? 0) ? background.unseen : 0;
  const largest = samples
    .filter(({ quantity }) => quantity === 'background')
    .sort((a, b) => spreadOf(b, negligible) - spreadOf(a, negligible))
    .slice(0, 2)
    .filter((source, i, [first]) => i === 0 || spreadOf(source, negligible) > 0.5 * spreadOf(first, negligible));
  const spread = spreadOf(background, negligible);
  const how =
    value > 0
      ? `known to ${percent(spread / value)}, asked ${percent(background.target ?? 0)}`
      : `below ${spread.toPrecision(2)} events at 90 % confidence, and nothing of it seen`;
  return [...sentences, `total background: ${how}; it hangs on ${largest.map(sourceText).join(' and ')}`];
}

/** A background by its own name, other samples by their role. */
const nameOf = (sample: string): string => sample.replace(/^background: /, '');

const sourceText = ({
  sample,
  result: { value, error },
  unseen,
  candidates,
  effective,
  events,
}: SamplePower): string =>
  unseen > 0
    ? `${nameOf(sample)} (none of ${events.toLocaleString('en-GB')} decays survives: below ${unseen.toPrecision(2)} events)`
    : `${nameOf(sample)} (${percent(value > 0 ? error / value : 0)}: ${candidates} candidates worth ${effective.toPrecision(2)} of ${events.toLocaleString('en-GB')} decays)`;

/** How many decays the samples have, in words: one number where all have the same. */
export function decaysText(usual: number, { samples }: RunPower): string {
  const sizes = samples.map(({ events }) => events);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const number = (value: number): string => value.toLocaleString('en-GB');
  return samples.length === 0 || least === most ? number(usual) : `${number(least)} to ${number(most)}`;
}
