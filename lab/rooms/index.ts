import type { ComponentType } from 'preact';
import type { RoomName } from '../state.ts';

/** A room of the lab: its title in the menu, and its view, loaded when it is first entered. */
export interface Room {
  readonly title: string;
  readonly load: () => Promise<{ readonly default: ComponentType }>;
}

/** The rooms that there are, in the order of the menu. */
export const rooms: Readonly<Record<RoomName, Room>> = {
  search: {
    title: 'Search',
    load: () => import('./search.tsx'),
  },
  cuts: {
    title: 'Cuts',
    load: () => import('./cuts.tsx'),
  },
  box: {
    title: 'Box',
    load: () => import('./box.tsx'),
  },
  events: {
    title: 'Events',
    load: () => import('./events.tsx'),
  },
  exclusion: {
    title: 'Exclusion',
    load: () => import('./exclusion.tsx'),
  },
  drop: {
    title: 'Drop',
    load: () => import('./drop.tsx'),
  },
  masterclass: {
    title: 'Masterclass',
    load: () => import('./masterclass.tsx'),
  },
};
