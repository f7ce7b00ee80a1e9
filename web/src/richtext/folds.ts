import { createContext, useContext, useState } from 'react';

const most = 200;
const unfolded = new Set<string>();

/** What the parts that fold belong to: the key of a message. */
export const FoldsOf = createContext('');

/** Whether a long part was unfolded; rows that leave the screen come back as they were. */
export function useUnfolded(part: string): [boolean, (open: boolean) => void] {
  const name = `${useContext(FoldsOf)} ${part}`;
  const [open, setOpen] = useState(() => unfolded.has(name));
  const change = (next: boolean) => {
    unfolded.delete(name);
    if (next) unfolded.add(name);
    const oldest = unfolded.values().next().value;
    if (unfolded.size > most && oldest !== undefined) unfolded.delete(oldest);
    setOpen(next);
  };
  return [open, change];
}
