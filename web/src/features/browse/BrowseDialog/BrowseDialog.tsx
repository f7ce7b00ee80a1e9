import { Hash } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import { refusalOf } from '../../../app/workspace/actions';
import { publicChannels } from '../../../app/workspace/publicChannels';
import { refusalText, useSay } from '../../../i18n/Texts';
import { formatAddress } from '../../../models/address';
import { compareTitles, matchScore } from '../../../models/ranking';
import type { Channel } from '../../../protocol/generated';
import { Button } from '../../../ui/Button/Button';
import { Dialog } from '../../../ui/Dialog/Dialog';
import { Field } from '../../../ui/Field/Field';
import { Problem } from '../../../ui/Problem/Problem';
import styles from './BrowseDialog.module.css';

interface BrowseDialogProps {
  onCreate: () => void;
  onClose: () => void;
}

export function BrowseDialog({ onCreate, onClose }: BrowseDialogProps) {
  const say = useSay();
  const workspace = useWorkspace();
  const [, go] = useLocation();
  const joined = useWorkspaceState((state) => state.conversations);
  const [channels, setChannels] = useState<Channel[]>();
  const [query, setQuery] = useState('');
  const [refusal, setRefusal] = useState<string>();

  useEffect(() => {
    let current = true;
    void publicChannels(workspace.parts.call).then((found) => {
      if (!current) return;
      if (found === undefined) setRefusal('unreachable');
      else setChannels(found);
    });
    return () => {
      current = false;
    };
  }, [workspace]);

  const open = (channel: string) => {
    const slug = workspace.parts.team.domain;
    go(formatAddress({ view: 'conversation', slug, channel, ts: undefined }));
  };
  const join = async (channel: string) => {
    const outcome = await workspace.actions.join(channel);
    if (outcome.kind === 'ok') open(channel);
    else setRefusal(refusalOf(outcome));
  };

  const shown = (channels ?? [])
    .filter(({ is_archived, name }) => !is_archived && fits(query, name))
    .sort((one, two) => compareTitles(one.name ?? '', two.name ?? ''));

  return (
    <Dialog
      tall
      title={say('browse.title')}
      onClose={onClose}
      footer={<Button onClick={onCreate}>{say('sidebar.create')}</Button>}
    >
      <Field
        label={say('browse.find')}
        autoComplete="off"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <Problem text={refusal === undefined ? undefined : refusalText(say, refusal)} />
      <ul className={styles.list}>
        {shown.map((channel) => {
          const member = joined[channel.id] !== undefined;
          return (
            <li key={channel.id} className={styles.row}>
              <Hash size={16} strokeWidth={1.75} aria-hidden="true" className={styles.icon} />
              <span className={styles.words}>
                <bdi className={styles.name}>{channel.name}</bdi>
                <span className={styles.note}>
                  {member && `${say('browse.joined')} · `}
                  {say('browse.members', { count: channel.num_members ?? 0 })}
                  {topicOf(channel) !== '' && <bdi>{` · ${topicOf(channel)}`}</bdi>}
                </span>
              </span>
              {member ? (
                <Button onClick={() => open(channel.id)}>{say('browse.open')}</Button>
              ) : (
                <Button tone="primary" onClick={() => void join(channel.id)}>
                  {say('browse.join')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {channels !== undefined && shown.length === 0 && <p>{say('browse.none')}</p>}
    </Dialog>
  );
}

function fits(query: string, name: string | undefined): boolean {
  return query === '' || matchScore(query, [name ?? '']) > 0;
}

function topicOf({ topic }: Channel): string {
  return topic?.value ?? '';
}
