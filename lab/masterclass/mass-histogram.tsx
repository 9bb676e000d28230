import type { Exercise, Tag } from './exercise.ts';
import { texts } from './now.ts';

const WIDTH = 560;
const HEIGHT = 250;
const BOTTOM = 42;
const LEFT = 40;
const RIGHT = 26;

const COLOURS: Readonly<Record<Tag, string>> = {
  pipi0: '#0072b2',
  munu: '#d55e00',
  threepi: '#009e73',
  pi0enu: '#cc79a7',
  dalitz: '#b58900',
  signal: '#d1495b',
  background: '#7f8b96',
};

/** Values by what they were tagged as, stacked: it grows while a class tags. */
export const MassHistogram = ({
  exercise: { histogram, tags },
  values,
}: {
  readonly exercise: Exercise;
  readonly values: readonly { readonly tag: Tag; readonly mass: number }[];
}) => {
  const { from, to, bins } = histogram;
  const binOf = (mass: number): number => Math.floor(((mass - from) / (to - from)) * bins);
  const stacks = Array.from({ length: bins }, (_, bin) =>
    tags.map((tag) => values.filter((one) => one.tag === tag && binOf(one.mass) === bin).length),
  );
  const most = Math.max(4, ...stacks.map((stack) => stack.reduce((sum, one) => sum + one, 0)));
  const x = (bin: number): number => LEFT + (bin / bins) * (WIDTH - LEFT - RIGHT);
  const y = (count: number): number => HEIGHT - BOTTOM - (count / most) * (HEIGHT - BOTTOM - 12);
  const words = texts.value;
  const ticks = Array.from({ length: 5 }, (_, i) => from + (i / 4) * (to - from));
  return (
    <figure>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={words.histogramOf(values.length)} class="flat">
        <title>{words.histogramOf(values.length)}</title>
        {stacks.map((stack, bin) => {
          let below = 0;
          return stack.map((count, t) => {
            const top = below + count;
            const bar = count > 0 && (
              <rect
                key={`${bin} ${tags[t]}`}
                x={x(bin)}
                y={y(top)}
                width={x(1) - x(0)}
                height={y(below) - y(top)}
                fill={COLOURS[tags[t]]}
              />
            );
            below = top;
            return bar;
          });
        })}
        <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(0)} y2={y(0)} class="beam" />
        {ticks.map((value) => (
          <text
            key={value}
            x={x(((value - from) / (to - from)) * bins)}
            y={HEIGHT - 24}
            class="flat-name"
            text-anchor="middle"
          >
            {value.toFixed(2)}
          </text>
        ))}
        <text x={WIDTH - RIGHT} y={HEIGHT - 5} class="flat-name" text-anchor="end">
          {words.missingMass}
        </text>
        <text x={LEFT - 6} y={y(most) + 6} class="flat-name" text-anchor="end">
          {most}
        </text>
      </svg>
      <figcaption>
        {tags.map((tag) => (
          <span key={tag} class="key">
            <svg viewBox="0 0 10 10" class="key-box" aria-hidden="true">
              <rect width="10" height="10" fill={COLOURS[tag]} />
            </svg>{' '}
            {words.tags[tag]}{' '}
          </span>
        ))}
      </figcaption>
    </figure>
  );
};
