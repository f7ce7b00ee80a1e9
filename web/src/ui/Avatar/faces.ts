import { createContext } from 'react';

/** Where the picture of somebody lies, or undefined for those who have none. */
export type FaceOf = (id: string) => string | undefined;

/** Tells avatars of pictures; there are none outside of a workspace. */
export const FacesContext = createContext<FaceOf>(() => undefined);

/** The address of a drawn face. */
export function faceAddress(code: string): string {
  return `/faces/${code}.svg`;
}
