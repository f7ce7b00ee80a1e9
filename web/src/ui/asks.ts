/** Marks words that name somebody, or a group: their card is asked for there, by the pointer and by keys. */
export function asks(person: string, tabIndex: 0 | -1 = 0) {
  return { 'data-person': person, role: 'button', tabIndex, 'aria-haspopup': 'dialog' } as const;
}
