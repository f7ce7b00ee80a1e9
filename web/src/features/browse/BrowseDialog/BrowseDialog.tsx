import '../../../i18n/enRefusals';
import { useState } from 'react';
import { useGo } from '../../../ui/Link/useGo';
import { useWorkspace } from '../../../app/context';
import { refusalOf } from '../../../app/workspace/actions';
import '../../../i18n/enBrowse';
import { refusalText, useSay } from '../../../i18n/Texts';
import { formatAddress } from '../../../models/address';
import {
  browseKinds,
  browseOrders,
  type BrowseKind,
  type BrowseOrder,
} from '../../../models/browse';
import { Button } from '../../../ui/Button/Button';
import { Dialog } from '../../../ui/Dialog/Dialog';
import { Field } from '../../../ui/Field/Field';
import { LoadProblem } from '../../../ui/Problem/LoadProblem';
import { Select } from '../../../ui/Select/Select';
import { VirtualList } from '../../../ui/VirtualList/VirtualList';
import { ChannelRow } from '../ChannelRow/ChannelRow';
import { useBrowse } from '../useBrowse';
import styles from './BrowseDialog.module.css';

interface BrowseDialogProps {
  onCreate: () => void;
  onClose: () => void;
}

export function BrowseDialog({ onCreate, onClose }: BrowseDialogProps) {
  const say = useSay();
  const { shown, isWhole, waits, ...browse } = useBrowse();
  const { join, refusal } = useJoin();
  const loading = waits && say('browse.loading');
  const none = isWhole ? say('browse.none') : loading;

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
        value={browse.query}
        onChange={(event) => browse.setQuery(event.target.value)}
      />
      <div className={styles.choices}>
        <Select
          label={say('browse.show')}
          value={browse.kind}
          options={browseKinds.map((value) => ({ value, text: say(`browse.show.${value}`) }))}
          onChange={(event) => browse.setKind(event.target.value as BrowseKind)}
        />
        <Select
          label={say('browse.sort')}
          value={browse.order}
          options={browseOrders.map((value) => ({ value, text: say(`browse.sort.${value}`) }))}
          onChange={(event) => browse.setOrder(event.target.value as BrowseOrder)}
        />
      </div>
      <LoadProblem
        refusal={browse.refusal}
        other={refusal === undefined ? undefined : refusalText(say, refusal)}
        onRetry={browse.retry}
      />
      {shown.length === 0 && none !== false && (
        <p role="status" className={styles.none}>
          {none}
        </p>
      )}
      <VirtualList
        label={say('browse.channels')}
        rows={shown}
        asked={browse.asked}
        idOf={({ id }) => id}
        onMore={isWhole ? undefined : browse.onMore}
        rem={3.25}
        className={styles.list}
      >
        {(channel, reached) => (
          <ChannelRow channel={channel} reached={reached} onJoin={(id) => void join(id)} />
        )}
      </VirtualList>
    </Dialog>
  );
}

/** Joins a channel and goes there, or tells why not. */
function useJoin() {
  const { actions, parts } = useWorkspace();
  const go = useGo();
  const [refusal, setRefusal] = useState<string>();
  const join = async (channel: string) => {
    const outcome = await actions.join(channel);
    if (outcome.kind !== 'ok') {
      setRefusal(refusalOf(outcome));
      return;
    }
    go(formatAddress({ view: 'conversation', slug: parts.team.domain, channel, ts: undefined }));
  };
  return { join, refusal };
}
