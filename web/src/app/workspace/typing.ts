import type { ClientFrame } from '../../protocol/generated';

const quietMs = 4000;

/** Tells the server that a person types somewhere, once in a while. */
export function typingHint(
  now: () => number,
  hint: (frame: ClientFrame) => void,
): (channel: string) => void {
  const typedMs = new Map<string, number>();
  return (channel) => {
    if (now() - (typedMs.get(channel) ?? 0) < quietMs) return;
    typedMs.set(channel, now());
    hint({ type: 'typing', channel });
  };
}
