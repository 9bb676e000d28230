import { asking, askPoint, point, pointAt } from './now.ts';
import { PointSaid } from './point-answer.tsx';

/** One point of the plane: excluded or not, and why. */
export const PointForm = () => {
  const { mass, coupling } = pointAt.value;
  const found = point.value;
  const field = (title: string, name: keyof typeof pointAt.value, value: string) => (
    <label>
      <span>{title}</span>
      <input
        value={value}
        inputMode="decimal"
        onInput={({ currentTarget }) => {
          pointAt.value = { ...pointAt.value, [name]: currentTarget.value };
          point.value = undefined;
        }}
      />
    </label>
  );
  return (
    <section aria-label="One point">
      <h2>Is this point excluded?</h2>
      <form
        class="question"
        onSubmit={(event) => {
          event.preventDefault();
          void askPoint();
        }}
      >
        {field('Mass [GeV]', 'mass', mass)}
        {field('Coupling', 'coupling', coupling)}
        <button type="submit">Ask</button>
        <span class="quiet" role="status">
          {asking.value ? 'simulating the mass …' : 'or point at the picture'}
        </span>
      </form>
      {found !== undefined && <PointSaid found={found} />}
    </section>
  );
};
