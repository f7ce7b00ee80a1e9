import { SendHorizontal } from 'lucide-react';
import { Suspense, useCallback, useEffect, useRef, useState, type MouseEvent } from 'react';
import { useStore } from 'zustand';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import { laterPart } from '../../../app/parts';
import type { TextId } from '../../../i18n/en';
import { useSay } from '../../../i18n/Texts';
import { lengthOf, longest } from '../../../models/length';
import { postingBar } from '../../../models/posting';
import type { Ts } from '../../../protocol/generated';
import { emptyDraft, encodeDraft, type Selected } from '../../../richtext/draft';
import { placeOf } from '../../../store/places';
import { IconButton } from '../../../ui/Button/Button';
import { Also } from '../Also/Also';
import { DraftInput, type InputHandle } from '../DraftInput/DraftInput';
import { TypingLine } from '../TypingLine/TypingLine';
import { looksFirst, takeBackMs, type Sent, type Wish } from '../wish';
import styles from './Composer.module.css';

const After = laterPart(async () => (await import('../After/After')).After);
const ScheduleMenu = laterPart(
  async () => (await import('../ScheduleMenu/ScheduleMenu')).ScheduleMenu,
);
const TheirTime = laterPart(async () => (await import('../TheirTime/TheirTime')).TheirTime);

interface ComposerProps {
  channel: string;
  /** The message that is replied to, if this writes in a thread. */
  thread?: Ts | undefined;
  name: string;
  direct: boolean;
  /** What to say in place of the field, if nothing can be written. */
  closed: TextId | undefined;
  onSent: () => void;
  onEditLast: () => void;
  onEscape: () => void;
}

/** So many characters before the end they are counted. */
const counted = 4000;
/** How much longer words are at most as they travel. */
const widest = 5;

export function Composer({ channel, thread, name, direct, closed, ...on }: ComposerProps) {
  const say = useSay();
  const workspace = useWorkspace();
  const place = placeOf(channel, thread);
  const held = useWorkspaceState((state) => state.conversations[channel]);
  const noPost = useWorkspaceState(
    ({ people, self }) => held !== undefined && postingBar(held, people[self]) !== undefined,
  );
  const [asked, setBroadcast] = useState(false);
  const broadcast = asked && !noPost;
  const [wish, setWish] = useState<Wish>();
  const [sent, setSent] = useState<Sent>();
  const [undone, setUndone] = useState<Sent>();
  const draft = useStore(workspace.drafts.store, (drafts) => drafts[place]) ?? emptyDraft;
  const area = useRef<InputHandle>(null);
  const blank = draft.text.trim() === '';
  const left =
    draft.text.length < (longest - counted) / widest
      ? longest
      : longest - lengthOf(encodeDraft(draft));

  useEffect(() => {
    if (matchMedia('(pointer: fine)').matches) area.current?.focus();
  }, [place]);

  const ofChannel = direct ? 'composer.label' : 'composer.label.channel';
  const label = say(thread === undefined ? ofChannel : 'thread.composer', { name });

  const send = (ready: Wish) => {
    const reply = thread === undefined ? {} : { thread, broadcast: ready.broadcast };
    const id = workspace.outbox.send({ channel, ...ready.said, ...reply });
    workspace.drafts.set(place, emptyDraft);
    setBroadcast(false);
    setSent({ ...ready, id, sentMs: workspace.parts.now() });
    on.onSent();
    area.current?.focus();
  };
  const submit = (atMs?: number) => {
    const said = area.current?.wire();
    if (blank || left < 0 || said === undefined) return;
    const ready = { place, said, draft, broadcast, atMs };
    if (looksFirst(ready, held?.member_count ?? 0)) setWish(ready);
    else send(ready);
  };

  const latest = useRef(submit);
  latest.current = submit;
  const later = useCallback((atMs: number) => latest.current(atMs), []);

  const onKey = (event: KeyboardEvent) => {
    const { ctrlKey, metaKey } = event;
    const plain = !event.shiftKey && !ctrlKey && !metaKey && !event.altKey;
    const empty = draft.text === '';
    if (event.key === 'ArrowUp' && plain && empty) {
      event.preventDefault();
      on.onEditLast();
    }
    const back = event.key === 'z' && (ctrlKey || metaKey) && !event.shiftKey;
    if (
      back &&
      empty &&
      sent?.place === place &&
      workspace.parts.now() - sent.sentMs < takeBackMs
    ) {
      event.preventDefault();
      setUndone(sent);
      setSent(undefined);
    }
    if (event.key === 'Escape') on.onEscape();
  };

  /** Anywhere in the box; what can be pressed there keeps the focus. */
  const onPress = ({ target }: MouseEvent) => {
    const inside = target instanceof Element && target.closest('button, dialog, [role=listbox]');
    if (inside === null) area.current?.focus();
  };

  const onRest = useCallback(
    (where: string, selection: Selected) => workspace.drafts.rest(where, selection),
    [workspace],
  );

  if (closed !== undefined) {
    return <p className={styles.closed}>{say(closed)}</p>;
  }
  return (
    <section
      aria-label={say(thread === undefined ? 'composer.region' : 'thread.composer.region')}
      className={styles.composer}
      data-region={thread === undefined ? 'composer' : undefined}
    >
      <Suspense>
        <After
          key={place}
          channel={channel}
          direct={direct}
          wish={wish?.place === place ? wish : undefined}
          undone={undone}
          sent={sent?.place === place ? sent : undefined}
          onSend={send}
          onTaken={() => {
            setWish(undefined);
            setUndone(undefined);
          }}
        />
      </Suspense>
      <div className={styles.box} onClick={onPress}>
        <DraftInput
          ref={area}
          label={label}
          channel={channel}
          place={place}
          draft={draft}
          slashes={thread === undefined}
          onChange={(next) => {
            workspace.drafts.set(place, next);
            const grew = next.text.length > draft.text.length;
            if (grew && thread === undefined) workspace.typing(channel);
          }}
          onSubmit={() => submit()}
          onKey={onKey}
          onRest={onRest}
        />
        <IconButton
          label={say('composer.send')}
          disabled={blank || left < 0}
          onClick={() => submit()}
        >
          <SendHorizontal size={16} strokeWidth={1.75} className={styles.directed} />
        </IconButton>
        <Suspense fallback={<span className={styles.later} />}>
          <ScheduleMenu
            blank={blank || left < 0}
            person={direct ? held?.user : undefined}
            onPick={later}
          />
        </Suspense>
      </div>
      <div className={styles.below}>
        {thread === undefined && <TypingLine channel={channel} />}
        {thread !== undefined && !noPost && (
          <Also direct={direct} name={name} checked={broadcast} onChange={setBroadcast} />
        )}
        <Suspense>
          {direct && held?.user !== undefined && thread === undefined && (
            <TheirTime person={held.user} />
          )}
        </Suspense>
        <span role="status" className={left < 0 ? styles.over : styles.left}>
          {left < 0 && say('composer.over', { count: -left })}
          {left >= 0 && left <= counted && say('composer.left', { count: left })}
        </span>
      </div>
    </section>
  );
}
