import '../../../i18n/enRefusals';
import { useState } from 'react';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import { refusalOf } from '../../../app/workspace/refusals';
import { useFormats } from '../../../i18n/formats';
import { refusalText, useSay } from '../../../i18n/Texts';
import { formatAddress } from '../../../models/address';
import { isDirect } from '../../../models/sidebar';
import type { Conversation } from '../../../protocol/generated';
import { Avatar } from '../../../ui/Avatar/Avatar';
import { Button } from '../../../ui/Button/Button';
import { CopyField } from '../../../ui/CopyField/CopyField';
import { Link } from '../../../ui/Link/Link';
import { BookmarkDialog } from '../../bookmarks/BookmarkDialog/BookmarkDialog';
import { useNames } from '../../names';
import { InPlace } from '../InPlace/InPlace';
import styles from './About.module.css';

const most = 250;

interface AboutProps {
  conversation: Conversation;
  name: string;
}

/** What a conversation is called and for, who made it and when, what programs call it. */
export function About({ conversation, name }: AboutProps) {
  const say = useSay();
  const names = useNames();
  const { date } = useFormats();
  const workspace = useWorkspace();
  const guest = useWorkspaceState((state) => state.people[state.self]?.rank === 'guest');
  const { id: channel, topic = '', purpose = '', creator, created } = conversation;
  const [adding, setAdding] = useState(false);
  const editable = !conversation.is_archived && !guest;
  const set = async (method: string, args: Record<string, string>) => {
    const refused = refusalOf(await workspace.parts.call(method, { channel, ...args }));
    return refused === undefined ? undefined : refusalText(say, refused);
  };
  return (
    <>
      {isDirect(conversation) ? (
        <People conversation={conversation} />
      ) : (
        <>
          <div className={styles.facts}>
            <h3 className={styles.term}>{say('details.rename')}</h3>
            <p className={styles.fact}>
              <bdi>{name}</bdi>
            </p>
          </div>
          <InPlace
            label={say('details.topic')}
            value={topic}
            none={say('details.topic.none')}
            hint={say('details.topic.hint')}
            most={most}
            editable={editable}
            onSave={(text) => set('conversations.setTopic', { topic: text })}
          />
          <InPlace
            label={say('details.purpose')}
            value={purpose}
            none={say('details.purpose.none')}
            hint={say('details.purpose.hint')}
            most={most}
            editable={editable}
            onSave={(text) => set('conversations.setPurpose', { purpose: text })}
          />
          <div className={styles.facts}>
            <h3 className={styles.term}>{say('details.created')}</h3>
            <p className={styles.fact}>
              {say('details.created.by', {
                person: names.person(creator),
                date: date(created * 1000),
              })}
            </p>
          </div>
        </>
      )}
      {!conversation.is_archived && (
        <div>
          <Button onClick={() => setAdding(true)}>{say('bookmarks.add')}</Button>
        </div>
      )}
      {adding && (
        <BookmarkDialog channel={channel} bookmark={undefined} onClose={() => setAdding(false)} />
      )}
      <CopyField label={say('details.id')} value={channel} />
    </>
  );
}

function People({ conversation }: { conversation: Conversation }) {
  const say = useSay();
  const names = useNames();
  const slug = useWorkspace().parts.team.domain;
  const self = useWorkspaceState((state) => state.self);
  const people = useWorkspaceState((state) => state.people);
  const { user, users = [] } = conversation;
  // Those of a conversation are told without oneself.
  const all = user === undefined ? new Set([...users, self]) : [user];
  return (
    <section className={styles.people} aria-label={say('details.people')}>
      <h3 className={styles.term}>{say('details.people')}</h3>
      <ul>
        {[...all].map((each) => {
          const name = names.person(each);
          return (
            <li key={each} className={styles.person}>
              <Link
                href={formatAddress({ view: 'profile', slug, user: each })}
                className={styles.profile}
                data-person={each}
              >
                <Avatar small id={each} name={name} />
                <bdi className={styles.name}>{name}</bdi>
              </Link>
              <bdi className={styles.note}>
                {each === self ? say('members.you') : people[each]?.name}
              </bdi>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
