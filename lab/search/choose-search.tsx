import { useEffect } from 'preact/hooks';
import { change, state } from '../now.ts';
import { desk, listed } from './now.ts';

const KINDS = { kaon: 'Kaons in flight', dump: 'Beam dump' } as const;

/** Loads the list of searches once. */
export function useSearches(): void {
  useEffect(() => {
    if (listed.value.length > 0) return;
    void desk.ask('searches', undefined).then((all) => {
      listed.value = all;
    });
  }, []);
}

/** The choice of a search. */
export const ChooseSearch = () => {
  const { search } = state.value;
  return (
    <label>
      <span>Search</span>
      <select
        value={typeof search === 'string' ? search : ''}
        onChange={({ currentTarget: { value } }) => change({ search: value, settings: [] })}
      >
        {typeof search !== 'string' && <option value="">your own</option>}
        {Object.entries(KINDS).map(([kind, title]) => (
          <optgroup key={kind} label={title}>
            {listed.value
              .filter((one) => one.kind === kind)
              .map(({ id, channel }) => (
                <option key={id} value={id}>
                  {channel} ({id})
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
};
