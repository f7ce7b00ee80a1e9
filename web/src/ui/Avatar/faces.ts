import { createContext } from 'react';

/** Where the picture of somebody lies, or undefined for those who have none. */
export type FaceOf = (id: string) => string | undefined;

/** Tells avatars of pictures; there are none outside of a workspace. */
export const FacesContext = createContext<FaceOf>(() => undefined);

/** What pictures are taken in, in pixels: avatars on screens of twice the density. */
const size = 72;

/** The address of somebody's own picture, or of a face that the program draws. */
export function faceAddress(team: string, face: string): string {
  return face.includes('/') ? `/pictures/${team}/${face}-${size}` : `/faces/${face}.svg`;
}
