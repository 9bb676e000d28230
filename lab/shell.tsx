import { signal, useSignalEffect } from '@preact/signals';
import type { ComponentType } from 'preact';
import { enter, notice, room } from './now.ts';
import { STAGES } from './parts/stages.ts';
import { Theme } from './parts/theme.tsx';
import { rooms } from './rooms/index.ts';
import { ROOM_NAMES } from './state.ts';

const view = signal<{ readonly name: string; readonly View: ComponentType } | undefined>(undefined);
const fault = signal('');

async function open(name: (typeof ROOM_NAMES)[number]): Promise<void> {
  const found = rooms[name] ?? rooms.search;
  try {
    const { default: View } = (await found?.load()) ?? {};
    if (View !== undefined && room.value === name) view.value = { name, View };
    fault.value = '';
  } catch {
    fault.value = 'This room could not be loaded. Reload the page when the network is back.';
  }
}

/** The lab around its rooms: name, menu, notices, the nine stages. */
export const Shell = () => {
  useSignalEffect(() => void open(room.value));
  const { View } = view.value ?? {};
  return (
    <>
      <a class="skip" href="#room">
        To the room
      </a>
      <header class="top">
        <p class="name">
          <img src="./icon.svg" alt="" width="28" height="28" /> Spillway <b>lab</b>
        </p>
        <nav aria-label="Rooms">
          <ul>
            {ROOM_NAMES.map((name) => {
              const found = rooms[name];
              return found === undefined ? null : (
                <li key={name}>
                  <button
                    type="button"
                    aria-current={room.value === name ? 'page' : undefined}
                    onClick={() => enter(name)}
                  >
                    {found.title}
                  </button>
                </li>
              );
            })}
          </ul>
        </nav>
        <Theme />
      </header>
      {notice.value !== '' && (
        <p class="notice" role="alert">
          {notice.value}{' '}
          <button type="button" onClick={() => (notice.value = '')}>
            Well
          </button>
        </p>
      )}
      <main id="room" tabIndex={-1}>
        {fault.value !== '' && <p role="alert">{fault.value}</p>}
        {View === undefined ? <p class="quiet">Opening the room …</p> : <View />}
      </main>
      <footer class="foot">
        <ol aria-label="Stages of a search">
          {STAGES.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ol>
        <p>Everything is computed in this tab. Nothing leaves it.</p>
      </footer>
    </>
  );
};
