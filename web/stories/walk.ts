import type { View } from './views';
import { dialogs } from './walks/dialogs';
import { lists } from './walks/lists';
import { talk } from './walks/talk';

/** Everything that a signed-in person can look at. */
export const kinds = { talk, lists, dialogs } as const;
export const views: readonly View[] = Object.values(kinds).flat();
