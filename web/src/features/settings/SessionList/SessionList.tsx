import '../../../i18n/enRefusals';
import { Fragment, useCallback, useEffect, useState } from 'react';
import { useWorkspace } from '../../../app/context';
import { refusalOf } from '../../../app/workspace/actions';
import { useFormats } from '../../../i18n/formats';
import { refusalText, useSay } from '../../../i18n/Texts';
import { browserOf } from '../../../models/browsers';
import type { Session, SessionsAnswer } from '../../../protocol/generated';
import { Button } from '../../../ui/Button/Button';
import { ListRow, ListSection } from '../../../ui/ListRow/ListRow';
import { LoadProblem } from '../../../ui/Problem/LoadProblem';
import styles from './SessionList.module.css';

interface SessionListProps {
  onSignOut: () => void;
}

/** Where this person is signed in, each with a way to end it. */
export function SessionList({ onSignOut }: SessionListProps) {
  const say = useSay();
  const { full } = useFormats();
  const workspace = useWorkspace();
  const [sessions, setSessions] = useState<Session[]>([]);
  const [unread, setUnread] = useState<string>();
  const [refusal, setRefusal] = useState<string>();

  const read = useCallback(async () => {
    const outcome = await workspace.parts.call<SessionsAnswer>('client.sessions.list');
    if (outcome.kind === 'ok') setSessions(outcome.answer.sessions);
    setUnread(refusalOf(outcome));
  }, [workspace]);

  useEffect(() => void read(), [read]);

  const end = async ({ id }: Session) => {
    const outcome = await workspace.parts.call('client.sessions.end', { session: id });
    setRefusal(refusalOf(outcome));
    if (outcome.kind === 'ok') await read();
  };

  return (
    <ListSection title={say('settings.sessions.title')} note={say('settings.sessions.intro')}>
      <LoadProblem
        refusal={unread}
        other={refusal === undefined ? undefined : refusalText(say, refusal)}
        onRetry={() => void read()}
      />
      <ul>
        {ownFirst(sessions).map((session) => (
          <ListRow
            key={session.id}
            title={
              <>
                {browserOf(session.user_agent)}
                {session.current && (
                  <span className={styles.here}>{say('settings.sessions.current')}</span>
                )}
              </>
            }
            notes={[
              <Fragment key="seen">
                <bdi>{session.ip}</bdi>
                {` · ${say('settings.sessions.seen', { time: full(session.last_seen * 1000) })}`}
              </Fragment>,
            ]}
          >
            {session.current ? (
              <Button onClick={onSignOut}>{say('sidebar.signout')}</Button>
            ) : (
              <Button onClick={() => void end(session)}>{say('settings.sessions.end')}</Button>
            )}
          </ListRow>
        ))}
      </ul>
    </ListSection>
  );
}

function ownFirst(sessions: readonly Session[]): Session[] {
  return sessions.toSorted((one, two) => Number(two.current) - Number(one.current));
}
