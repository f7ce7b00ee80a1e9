import type { ClientFrame, ServerFrame } from './generated';

const known = new Set<string>([
  'hello',
  'event',
  'resumed',
  'resync',
  'gone',
  'typing',
  'pong',
  'goodbye',
  'error',
] satisfies ServerFrame['type'][]);

function isKnown(value: unknown): value is ServerFrame {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false;
  return typeof value.type === 'string' && known.has(value.type);
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
