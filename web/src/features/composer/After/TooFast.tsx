import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useWorkspace } from '../../../app/context';
import { useSay } from '../../../i18n/Texts';
import { Strip } from './Strip';

const secondMs = 1000;

/** That the server wants a pause in this conversation, and for how long. */
export function TooFast({ channel }: { channel: string }) {
  const say = useSay();
  const { outbox, parts } = useWorkspace();
  const until = useStore(outbox.store, ({ paused, sends }) => {
    const first = sends.find((send) => send.channel === channel && send.state === 'queued');
    // After a failure of the network the attempts count, and the banner tells.
    return first?.attempt === 0 && first.saved ? (paused[channel] ?? 0) : 0;
  });
  const [now, setNow] = useState(parts.now);
  const waits = until > now;

  useEffect(() => setNow(parts.now()), [until, parts]);
  useEffect(() => {
    if (!waits) return;
    const timer = setInterval(() => setNow(parts.now()), secondMs);
    return () => clearInterval(timer);
  }, [waits, parts]);

  if (!waits) return null;
  const count = Math.ceil((until - now) / secondMs);
  return <Strip>{say('sending.tooFast', { count })}</Strip>;
}
