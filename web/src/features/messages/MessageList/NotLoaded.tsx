import { useStatus } from '../../../app/context';
import { useSay } from '../../../i18n/Texts';
import type { Load } from '../../../store/state';
import { TextButton } from '../../../ui/Button/Button';
import { MessageSkeleton } from '../../../ui/Skeleton/Skeleton';
import { useDelayed } from '../../../ui/useDelayed';
import styles from './MessageList.module.css';

const skeletonMs = 150;

interface NotLoadedProps {
  load: Load | undefined;
  onRetry: () => void;
}

/** In place of messages that are not there yet: bars after a moment, or why they cannot be had. */
export function NotLoaded({ load, onRetry }: NotLoadedProps) {
  const say = useSay();
  const live = useStatus((status) => status.link.phase === 'live');
  const patient = useDelayed(true, skeletonMs);
  return (
    <div className={styles.frame}>
      {load === 'failed' ? (
        <p className={styles.center} role="status">
          {live ? say('list.failed') : say('list.offline')}
          <TextButton onClick={onRetry}>{say('list.retry')}</TextButton>
        </p>
      ) : (
        patient && <MessageSkeleton />
      )}
    </div>
  );
}
