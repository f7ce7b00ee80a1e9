/** Enter that a person meant for the text, not for a composition that runs or just ended. */
export function isComposing(event: { isComposing: boolean; keyCode: number }): boolean {
  return event.isComposing || event.keyCode === 229;
}
