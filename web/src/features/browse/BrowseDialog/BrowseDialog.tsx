import '../../../i18n/enRefusals';
import { Check } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { Link } from '../../../ui/Link/Link';
import { useGo } from '../../../ui/Link/useGo';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import { refusalOf } from '../../../app/workspace/actions';
import '../../../i18n/enBrowse';
import { refusalText, useSay } from '../../../i18n/Texts';
import { formatAddress } from '../../../models/address';
import {
  browseAsked,
  browseKinds,
  browseOrders,
  isOfKind,
  stillMeant,
  type BrowseKind,
  type BrowseOrder,
} from '../../../models/browse';
import type { FoundChannel } from '../../../protocol/generated';
import { Button } from '../../../ui/Button/Button';
import { Dialog } from '../../../ui/Dialog/Dialog';
import { useTyped } from '../../../ui/Dialog/typedBefore';
import { Field } from '../../../ui/Field/Field';
import { LoadProblem } from '../../../ui/Problem/LoadProblem';
import { Select } from '../../../ui/Select/Select';
import { ChannelSign } from '../../../ui/Signs/Signs';
import { tip } from '../../../ui/Tooltip/tip';
import { VirtualList } from '../../../ui/VirtualList/VirtualList';
import { useDelayed } from '../../../ui/useDelayed';
import { useRested } from '../../../ui/useRested';
import { askMs } from '../../people/usePeopleAsked';
import { useChannelPages } from '../useChannelPages';
import styles from './BrowseDialog.module.css';

/** Some screens of rows. */
const limit = 100;

interface BrowseDialogProps {
  onCreate: () => void;
  onClose: () => void;
}

export function BrowseDialog({ onCreate, onClose }: BrowseDialogProps) {
  const say = useSay();
  const workspace = useWorkspace();
  const go = useGo();
  const joined = useWorkspaceState((state) => state.conversations);
  const [query, setQuery] = useTyped();
  const [kind, setKind] = useState<BrowseKind>('all');
  const [order, setOrder] = useState<BrowseOrder>('name');
  const [refusal, setRefusal] = useState<string>();
  const meant = query.trim();
  const rested = useRested(meant, askMs);
  const asked = rested === undefined ? undefined : browseAsked(rested, kind, order);
  const pages = useChannelPages(asked && { ...asked, limit });
  const { channels, refusal: lost, more } = pages;
  const answered = rested === meant ? channels : undefined;
  const isWhole = answered !== undefined && pages.isWhole;
  const waits = useDelayed(lost === undefined && (answered === undefined || pages.isLoading), 150);

  const slug = workspace.parts.team.domain;
  const hrefOf = (channel: string) =>
    formatAddress({ view: 'conversation', slug, channel, ts: undefined });
  const open = (channel: string) => go(hrefOf(channel));
  const join = async (channel: string) => {
    const outcome = await workspace.actions.join(channel);
    if (outcome.kind === 'ok') open(channel);
    else setRefusal(refusalOf(outcome));
  };

  const shown = useMemo(() => {
    const known = answered ?? (lost === undefined ? stillMeant(pages.before ?? [], meant) : []);
    return known.filter((each) => isOfKind(each, kind, joined[each.id] !== undefined));
  }, [answered, pages.before, lost, meant, kind, joined]);
  const onMore = useCallback(() => {
    if (answered !== undefined && lost === undefined) more();
  }, [answered, lost, more]);
  const loading = waits && say('browse.loading');

  return (
    <Dialog
      tall
      wide
      title={say('browse.title')}
      onClose={onClose}
      footer={
        <>
          <p role="status" className={styles.loading}>
            {shown.length > 0 && loading}
          </p>
          <Button onClick={onCreate}>{say('sidebar.create')}</Button>
        </>
      }
    >
      <Field
        label={say('browse.find')}
        autoComplete="off"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <div className={styles.choices}>
        <Select
          label={say('browse.show')}
          value={kind}
          options={browseKinds.map((value) => ({ value, text: say(`browse.show.${value}`) }))}
          onChange={(event) => setKind(event.target.value as BrowseKind)}
        />
        <Select
          label={say('browse.sort')}
          value={order}
          options={browseOrders.map((value) => ({ value, text: say(`browse.sort.${value}`) }))}
          onChange={(event) => setOrder(event.target.value as BrowseOrder)}
        />
      </div>
      <LoadProblem
        refusal={lost}
        other={refusal === undefined ? undefined : refusalText(say, refusal)}
        onRetry={more}
      />
      {isWhole && shown.length === 0 && (
        <p role="status" className={styles.none}>
          {say('browse.none')}
        </p>
      )}
      {waits && shown.length === 0 && (
        <p role="status" className={styles.none}>
          {loading}
        </p>
      )}
      <VirtualList
        label={say('browse.channels')}
        rows={shown}
        asked={[kind, order, meant].join(' ')}
        idOf={({ id }) => id}
        onMore={isWhole ? undefined : onMore}
        rem={3.25}
        className={styles.list}
      >
        {(channel, reached) => {
          const member = joined[channel.id] !== undefined;
          const { name } = channel;
          return (
            <div className={styles.row}>
              <ChannelSign className={styles.icon} />
              <span className={styles.words}>
                <Link
                  href={hrefOf(channel.id)}
                  className={styles.name}
                  tabIndex={reached ? 0 : -1}
                  aria-label={member ? undefined : say('browse.look', { name })}
                  {...tip(name)}
                  data-tip-when="cut"
                >
                  <bdi>{name}</bdi>
                </Link>
                <span className={styles.note}>
                  {say('browse.members', { count: channel.num_members })}
                  {aboutOf(channel) !== '' && (
                    <>
                      {' · '}
                      <bdi>{aboutOf(channel)}</bdi>
                    </>
                  )}
                </span>
              </span>
              {member && (
                <span className={styles.joined}>
                  <Check size={16} strokeWidth={1.75} aria-hidden="true" />
                  {say('browse.joined')}
                </span>
              )}
              {!member && !channel.is_archived && (
                <Button tabIndex={reached ? 0 : -1} onClick={() => void join(channel.id)}>
                  {say('browse.join')}
                </Button>
              )}
            </div>
          );
        }}
      </VirtualList>
    </Dialog>
  );
}

/** What a channel is for, or else what goes on in it. */
function aboutOf({ topic = '', purpose = '' }: FoundChannel): string {
  return purpose === '' ? topic : purpose;
}
