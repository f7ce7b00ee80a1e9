import { Lock } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link } from '../../../ui/Link/Link';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import '../../../i18n/enSearch';
import '../../../i18n/enViews';
import { useSay } from '../../../i18n/Texts';
import { formatAddress } from '../../../models/address';
import { matchScore } from '../../../models/ranking';
import { compareTitles } from '../../../models/titles';
import { isDirect } from '../../../models/sidebar';
import { Button } from '../../../ui/Button/Button';
import { LoadProblem } from '../../../ui/Problem/LoadProblem';
import { ChannelSign } from '../../../ui/Signs/Signs';
import { Note } from '../../views/ViewPane/ViewPane';
import { useChannelPages } from '../../browse/useChannelPages';
import styles from './Names.module.css';

const step = 50;
/** As many as the server tells at once. */
const limit = 200;
const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true, className: styles.icon };

interface Named {
  id: string;
  name: string;
  topic: string;
  joined: boolean;
  isPrivate: boolean;
}

/** The channels whose names answer a query: own ones at once, others when the server answers. */
export function Channels({ query }: { query: string }) {
  const say = useSay();
  const { team } = useWorkspace().parts;
  const conversations = useWorkspaceState((state) => state.conversations);
  const asked = query.trim() === '' ? undefined : { query, limit, exclude_archived: true };
  const { channels: others, isWhole: ended, refusal, more } = useChannelPages(asked);
  const isWhole = others === undefined || ended;
  const [most, setMost] = useState(step);

  const found = useMemo(() => {
    const own = Object.values(conversations).flatMap((each): Named[] => {
      if (isDirect(each)) return [];
      const { id, name = '', topic = '', is_private } = each;
      return [{ id, name, topic, joined: true, isPrivate: is_private }];
    });
    const rest = (others ?? []).flatMap(({ id, name, topic = '' }): Named[] =>
      conversations[id] === undefined ? [{ id, name, topic, joined: false, isPrivate: false }] : [],
    );
    const scored = [...own, ...rest].flatMap((channel) => {
      const score = matchScore(query, [channel.name]);
      // The server knows of more ways to mean a name.
      return score === 0 && channel.joined ? [] : [{ channel, score }];
    });
    scored.sort(
      (one, two) => two.score - one.score || compareTitles(one.channel.name, two.channel.name),
    );
    return scored.map(({ channel }) => channel);
  }, [conversations, others, query]);

  return (
    <>
      <p role="status" className={styles.status}>
        {found.length > 0 &&
          say(isWhole ? 'search.channels' : 'search.channels.over', { count: found.length })}
      </p>
      <LoadProblem refusal={refusal} onRetry={more} />
      {others !== undefined && refusal === undefined && found.length === 0 && (
        <Note>{say('search.none', { query })}</Note>
      )}
      <ul className={styles.list} aria-label={say('search.tab.channels')}>
        {found.slice(0, most).map(({ id, name, topic, joined, isPrivate }) => (
          <li key={id}>
            <Link
              href={formatAddress({
                view: 'conversation',
                slug: team.domain,
                channel: id,
                ts: undefined,
              })}
              className={styles.row}
            >
              {isPrivate ? <Lock {...icon} /> : <ChannelSign className={styles.icon} />}
              <bdi className={styles.name}>{name}</bdi>
              {joined && <span className={styles.note}>{say('search.member')}</span>}
              <span className={styles.about}>
                <bdi>{topic}</bdi>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {(found.length > most || !isWhole) && (
        <Button
          onClick={() => {
            setMost(most + step);
            if (found.length < most + step) more();
          }}
        >
          {say('search.more')}
        </Button>
      )}
    </>
  );
}
