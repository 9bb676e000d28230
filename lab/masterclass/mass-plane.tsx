import type { ClassEvent } from './desk.ts';
import type { Exercise } from './exercise.ts';
import { texts } from './now.ts';

const WIDTH = 560;
const HEIGHT = 300;
const LEFT = 44;
const RIGHT = 26;
const BOTTOM = 44;
const MOMENTUM = { from: 0, to: 75 } as const;

/** Missing mass against momentum, with the regions that count; the event that is shown is marked. */
export const MassPlane = ({
  exercise: { histogram, regions, tags },
  events,
  tagged,
  shown,
}: {
  readonly exercise: Exercise;
  readonly events: readonly ClassEvent[];
  readonly tagged: Readonly<Record<string, string>>;
  readonly shown: number;
}) => {
  const { from, to } = histogram;
  const x = (mass: number): number =>
    LEFT + ((Math.min(to, Math.max(from, mass)) - from) / (to - from)) * (WIDTH - LEFT - RIGHT);
  const y = (momentum: number): number =>
    HEIGHT - BOTTOM - ((momentum - MOMENTUM.from) / (MOMENTUM.to - MOMENTUM.from)) * (HEIGHT - BOTTOM - 8);
  const words = texts.value;
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`${words.missingMass}, ${words.seenMomentum}`}
      class="flat"
    >
      <title>
        {words.missingMass}, {words.seenMomentum}
      </title>
      {regions.map(({ name, mass, momentum }) => (
        <g key={name}>
          <rect
            x={x(mass[0])}
            y={y(momentum[1])}
            width={x(mass[1]) - x(mass[0])}
            height={y(momentum[0]) - y(momentum[1])}
            class="region"
          />
          <text x={x(mass[0]) + 4} y={y(momentum[1]) + 16} class="flat-name">
            {name}
          </text>
        </g>
      ))}
      {events.map(({ number, missingMass, seenMomentum }) => (
        <circle
          key={number}
          cx={x(missingMass)}
          cy={y(seenMomentum)}
          r={number === shown ? 8 : 4}
          class={
            number === shown
              ? 'here'
              : tagged[number] === undefined
                ? 'untagged'
                : tagged[number] === tags[0]
                  ? 'as-signal'
                  : 'as-background'
          }
        />
      ))}
      <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(0)} y2={y(0)} class="beam" />
      <text x={WIDTH - RIGHT} y={HEIGHT - 6} class="flat-name" text-anchor="end">
        {words.missingMass}
      </text>
      {[0, 0.25, 0.5, 0.75, 1].map((part) => (
        <text key={part} x={x(from + part * (to - from))} y={HEIGHT - 26} class="flat-name" text-anchor="middle">
          {(from + part * (to - from)).toFixed(2)}
        </text>
      ))}
      {[15, 45, 75].map((momentum) => (
        <text key={momentum} x={LEFT - 6} y={y(momentum) + 6} class="flat-name" text-anchor="end">
          {momentum}
        </text>
      ))}
    </svg>
  );
};
