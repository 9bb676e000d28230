import type { ComponentType } from 'preact';
import type { RoomName } from '../state.ts';

/** A room of the lab: what the menu says of it, and its view, loaded when it is first entered. */
export interface Room {
  readonly title: string;
  readonly purpose: string;
  readonly load: () => Promise<{ readonly default: ComponentType }>;
}

/** The rooms that there are, in the order of the menu. */
export const rooms: Readonly<Record<RoomName, Room>> = {
  search: {
    title: 'Search',
    purpose: 'A whole search, from the beam to the limit, filling itself.',
    load: () => import('./search.tsx'),
  },
  cuts: {
    title: 'Cuts',
    purpose: 'Cuts dragged on their pictures, with the answer at once.',
    load: () => import('./cuts.tsx'),
  },
  box: {
    title: 'Box',
    purpose: 'What is looked at last: opened once, on record.',
    load: () => import('./box.tsx'),
  },
  events: {
    title: 'Events',
    purpose: 'Single events in the apparatus, their truth hidden until asked.',
    load: () => import('./events.tsx'),
  },
  exclusion: {
    title: 'Exclusion',
    purpose: 'What searches behind a dump exclude of a model, under sliders.',
    load: () => import('./exclusion.tsx'),
  },
  drop: {
    title: 'Drop',
    purpose: 'A likelihood, a card or a table dropped in, and its answer.',
    load: () => import('./drop.tsx'),
  },
  masterclass: {
    title: 'Masterclass',
    purpose: 'An hour of real physics for a class.',
    load: () => import('./masterclass.tsx'),
  },
};
