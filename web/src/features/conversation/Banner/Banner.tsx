import { useEffect, useState } from 'react';
import { useStatus, useWorkspace } from '../../../app/context';
import { useSay } from '../../../i18n/Texts';
import { TextButton } from '../../../ui/Button/Button';
import styles from './Banner.module.css';

const quietMs = 4000;
const offlineMs = 15_000;

/** Says that the connection is gone, once that is certain enough to bother anybody. */
export function Banner() {
  const say = useSay();
  const workspace = useWorkspace();
  const lostMs = useStatus((status) => status.lostMs);
  const retryAtMs = useStatus((status) => status.retryAtMs);
  const online = useStatus((status) => status.online);
  const now = useClock(workspace.parts.now, lostMs !== undefined || !online);
  const gone = lostMs === undefined ? 0 : now - lostMs;
  if (online && gone < quietMs) return null;
  if (online && gone < offlineMs) {
    return (
      <p className={styles.banner} role="status">
        {say('banner.reconnecting')}
      </p>
    );
  }
  const seconds = retryAtMs === undefined ? 0 : Math.ceil((retryAtMs - now) / 1000);
  return (
    <p className={`${styles.banner} ${styles.warn}`} role="status">
      <span>{say('banner.offline')}</span>
      <TextButton onClick={() => workspace.nudge(false)}>
        {seconds > 0 ? say('banner.trying', { count: seconds }) : say('banner.try')}
      </TextButton>
    </p>
  );
}

function useClock(read: () => number, running: boolean): number {
  const [now, setNow] = useState(read);
  useEffect(() => {
    if (!running) return;
    setNow(read());
    const timer = setInterval(() => setNow(read()), 1000);
    return () => clearInterval(timer);
  }, [read, running]);
  return now;
}
