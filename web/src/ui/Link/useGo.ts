import { createContext, useContext } from 'react';
import { navigate } from 'wouter/use-browser-location';

export type Go = (path: string, options?: { replace?: boolean; state?: unknown }) => void;

/** How the page goes to an address of its own. */
export const GoContext = createContext<Go>(navigate);

/** Unlike `useLocation` it is no reason to draw anew when the address changes. */
export function useGo(): Go {
  return useContext(GoContext);
}
