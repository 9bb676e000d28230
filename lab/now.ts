import { computed, signal } from '@preact/signals';
import { linkOf, stateOfLink } from './link.ts';
import { firstState, type LabState, type RoomName, readState } from './state.ts';

const KEPT = 'spillway lab';

/** The state that the lab is in; changed by `change` alone. */
export const state = signal<LabState>(firstState);

/** What the lab has to say once, such as why a link was refused. */
export const notice = signal('');

export const room = computed(() => state.value.room);

/**
 * Changes part of the state: what is shown, kept and linked follows. Sizes of samples were found for one search, so
 * another search, or one number of decays for all samples, is without them.
 */
export function change(part: Partial<LabState>): void {
  const resized = 'search' in part || 'events' in part;
  state.value = { ...state.value, ...(resized && { sizes: undefined, precision: undefined }), ...part };
  keep();
}

/** Goes to a room. */
export const enter = (name: RoomName): void => change({ room: name });

/** Takes the state from the address, else what the page kept, else the first. */
export async function begin(): Promise<void> {
  const linked = await stateOfLink(location.href);
  if (typeof linked === 'string') notice.value = linked;
  state.value = typeof linked === 'object' ? linked : (kept() ?? firstState);
  addEventListener('hashchange', async () => {
    const next = await stateOfLink(location.href);
    if (typeof next === 'string') notice.value = next;
    else if (next !== undefined) state.value = next;
  });
}

function kept(): LabState | undefined {
  try {
    const read = readState(JSON.parse(localStorage.getItem(KEPT) ?? ''));
    return typeof read === 'string' ? undefined : read;
  } catch {
    return undefined;
  }
}

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Writes address and storage a moment after the last change, so that a drag does not write at every step. */
function keep(): void {
  clearTimeout(waiting);
  waiting = setTimeout(async () => {
    try {
      localStorage.setItem(KEPT, JSON.stringify(state.value));
    } catch {
      // A browser that keeps nothing: the link still holds everything.
    }
    history.replaceState(null, '', await linkOf(state.value));
  }, 250);
}
