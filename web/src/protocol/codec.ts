import type { ClientFrame, ServerFrame } from './generated';

/** Every type of frame: one that is missing here does not compile. */
const known: Readonly<Record<ServerFrame['type'], true>> = {
  hello: true,
  event: true,
  ephemeral: true,
  resumed: true,
  resync: true,
  gone: true,
  typing: true,
  presence: true,
  manual_presence_change: true,
  pong: true,
  goodbye: true,
  error: true,
};

function isKnown(value: unknown): value is ServerFrame {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false;
  return typeof value.type === 'string' && Object.hasOwn(known, value.type);
}

/** A frame of the server, or nothing for one that this client does not know. */
export function decodeFrame(text: string): ServerFrame | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isKnown(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function encodeFrame(frame: ClientFrame): string {
  return JSON.stringify(frame);
}
