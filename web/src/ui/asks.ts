/** Marks words that name somebody, or a group: their card is asked for there, by the pointer and by keys. */
export function asks(person: string) {
  return { 'data-person': person, role: 'button', tabIndex: 0, 'aria-haspopup': 'dialog' } as const;
}
