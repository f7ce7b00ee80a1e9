import { useEffect, useState, type KeyboardEvent } from 'react';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import { readAll } from '../../../app/workspace/readAll';
import { useSay } from '../../../i18n/Texts';
import { useKeys } from '../../../keys/useCommand';
import { unreadsOf } from '../../../models/unreads';
import { Button } from '../../../ui/Button/Button';
import { Note, ViewPane } from '../ViewPane/ViewPane';
import { Block } from './Block';
import styles from './Unreads.module.css';

/** More are shown as others are read. */
const most = 30;

/** What is new everywhere, a block for each conversation, the newest first. */
export default function UnreadsView() {
  const say = useSay();
  const keys = useKeys();
  const workspace = useWorkspace();
  const conversations = useWorkspaceState((state) => state.conversations);
  const ops = useWorkspaceState((state) => state.ops);
  const [order, setOrder] = useState<readonly string[]>([]);
  const unread = unreadsOf(conversations, ops, order);
  const shown = unread.slice(0, most);
  const ids = shown.join();

  // What comes while one looks stands below: nothing moves under the eye.
  useEffect(() => {
    setOrder(ids === '' ? [] : ids.split(','));
    for (const id of ids.split(',')) if (id !== '') workspace.pages.newest(id);
    return workspace.memory.hold(ids.split(','));
  }, [ids, workspace]);

  const read = (id: string) => void readAll(workspace.store.getState(), workspace.reader, [id]);
  const all = (
    <Button onClick={() => void keys.run('readAll')}>{say('views.unreads.readAll')}</Button>
  );
  return (
    <ViewPane title={say('sidebar.unreads')} actions={unread.length > 0 && all}>
      <div onKeyDown={moveFocus}>
        {shown.map((id) => (
          <Block key={id} channel={id} onRead={() => read(id)} />
        ))}
      </div>
      <Note>{say('views.done')}</Note>
      {unread.length > 0 && <p className={styles.hint}>{say('views.unreads.hint')}</p>}
    </ViewPane>
  );
}

/** Arrows walk the conversations, as in the sidebar. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-block]')];
  const at = links.findIndex((link) => link === document.activeElement);
  const next = at < 0 ? undefined : links[at + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
