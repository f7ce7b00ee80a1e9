import { vi } from 'vitest';

/** Gives elements a size, so that lists which show what there is room for show something. */
export function sized(): void {
  const sizes = { clientWidth: 600, clientHeight: 900, offsetWidth: 600, offsetHeight: 40 };
  for (const [name, size] of Object.entries(sizes)) {
    const owner = name in Element.prototype ? Element.prototype : HTMLElement.prototype;
    vi.spyOn(owner, name as never, 'get' as never).mockReturnValue(size as never);
  }
}
