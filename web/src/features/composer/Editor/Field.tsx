import { Type } from 'lucide-react';
import {
  Suspense,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { Ref, RefObject } from 'react';
import { useSay } from '../../../i18n/Texts';
import { IconButton, TextButton } from '../../../ui/Button/Button';
import { part } from '../../../app/parts';
import { whenIdle } from '../../../app/whenIdle';
import { prefer, preferences, usePreference } from '../../../app/preferences';
import type { Trigger } from '../../../models/triggers';
import type { Draft, Selected } from '../../../richtext/draft';
import { outgoing, type Wire } from '../../../richtext/outgoing';
import type { Completed, CompletionHandle } from '../Completion/Completion';
import type { Described } from './attributes';
import { handedOver, type Left } from './drafts';
import styles from './Editor.module.css';
import type { Format, LinkAt } from './formats';
import { HeldKeys } from './heldKeys';
import type { Said } from './said';
import { leaveTyping, prepareTyping, takeTyping } from './spare';
import type { Typing } from './typing';
import { useSaid } from './useSaid';

const Completion = part(async () => (await import('../Completion/Completion')).Completion);
const Toolbar = part(async () => (await import('./Toolbar')).Toolbar);
const EmojiButton = part(
  async () => (await import('../../emoji/EmojiButton/EmojiButton')).EmojiButton,
);
const LinkDialog = part(async () => (await import('./LinkDialog')).LinkDialog);

export interface FieldHandle {
  focus: () => void;
  /** What stands here, as it is sent. */
  wire: () => Wire;
}

export interface FieldProps {
  handle: Ref<FieldHandle>;
  label: string;
  channel: string;
  /** Which draft it is: another one has a caret and a history of its own. */
  place: string;
  draft: Draft;
  /** Whether what begins with a slash may be a command. */
  slashes?: boolean | undefined;
  /** How the plain field was left whose place this takes. */
  left: RefObject<Left | undefined>;
  onChange: (draft: Draft) => void;
  onSubmit: () => void;
  /** Keys that neither the completion nor the editor took. */
  onKey?: ((event: KeyboardEvent) => void) | undefined;
  /** The caret rests somewhere else than at the last change. */
  onRest?: ((place: string, selection: Selected) => void) | undefined;
}

interface Latest extends FieldProps {
  names: Said;
  described: Described;
  complete: (key: string) => boolean;
}

export function Field(props: FieldProps) {
  const { handle, label, channel, place, draft } = props;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const names = useSaid();
  const [trigger, setTrigger] = useState<Trigger>();
  const [active, setActive] = useState<readonly Format[]>([]);
  const [linking, setLinking] = useState<LinkAt>();
  const [code, setCode] = useState(false);
  const toolbar = usePreference('toolbar');
  const say = useSay();
  const offered = offeredOf(trigger, props.slashes);
  const completion = useRef<CompletionHandle>(null);
  const [selected, setSelected] = useState<number>();
  const open = selected !== undefined;
  const typing = useRef<Typing>(null);
  const pick = useCallback((at: Trigger, put: Completed) => typing.current?.complete(at, put), []);
  const described = {
    'aria-label': label,
    'aria-controls': open ? id : undefined,
    'aria-activedescendant': open ? `${id}-${selected}` : undefined,
  };
  const latest = useRef<Latest>({ ...props, names, described, complete: never });
  const [held] = useState(
    () =>
      new HeldKeys({
        press: (key) => completion.current?.press(key),
        again: (key) => press(typing.current, key),
      }),
  );

  const known = useCallback(() => held.known(), [held]);

  const complete = (key: string): boolean => {
    if (code && (key === 'Tab' || key === 'Escape')) {
      if (key === 'Tab') typing.current?.makeCode();
      else typing.current?.offer(undefined);
      return true;
    }
    return held.press(key);
  };
  useLayoutEffect(() => {
    latest.current = { ...props, names, described, complete };
    held.tell(offered);
  });

  useLayoutEffect(() => {
    if (box.current === null) return;
    const now = () => latest.current;
    const left = now().left.current;
    const made = takeTyping();
    const beginning = {
      ...now(),
      draft: left === undefined ? now().draft : handedOver(now().draft, left),
    };
    made.begin(box.current, beginning, {
      names: () => now().names,
      enter: () => preferences().enter,
      signs: () => preferences().plainMarkup,
      formatted: setActive,
      linking: setLinking,
      offered: setCode,
      complete: (key) => now().complete(key),
      submit: () => now().onSubmit(),
      other: (event) => now().onKey?.(event),
      changed: (next) => now().onChange(next),
      rests: (where, selection) => now().onRest?.(where, selection),
      triggered: (next) => {
        setTrigger(next);
        held.ask(offeredOf(next, now().slashes));
      },
    });
    typing.current = made;
    if (left?.focused === true) made.focus();
    return () => leaveTyping(made);
  }, [held]);
  useEffect(() => {
    held.give(latest.current.left.current?.keys ?? []);
  }, [held]);
  useEffect(() => () => held.drop(), [held, place]);

  useEffect(() => whenIdle(prepareTyping), []);

  useLayoutEffect(() => typing.current?.show(draft, place), [place, draft]);
  useEffect(() => typing.current?.refresh(), [names]);
  useLayoutEffect(() => typing.current?.describe(described));
  useImperativeHandle(
    handle,
    () => ({
      focus: () => typing.current?.focus(),
      wire: () => outgoing(latest.current.draft, preferences().plainMarkup),
    }),
    [],
  );

  return (
    <>
      <Suspense>
        <Completion
          handle={completion}
          id={id}
          trigger={offered}
          channel={channel}
          onPick={pick}
          onShown={setSelected}
          onKnown={known}
        />
      </Suspense>
      {code && (
        <p role="status" className={styles.offer}>
          {say('composer.code.offer')}
          <TextButton onClick={() => typing.current?.makeCode()}>
            {say('composer.code.make')}
          </TextButton>
        </p>
      )}
      <Suspense>
        {toolbar && <Toolbar active={active} onFormat={(each) => typing.current?.format(each)} />}
      </Suspense>
      <div className={styles.row}>
        <div ref={box} className={styles.field} />
        <Suspense fallback={<span className={styles.later} />}>
          <EmojiButton
            bare
            label={say('composer.emoji')}
            value=""
            onPick={(name) => typing.current?.putEmoji(name)}
          />
        </Suspense>
        <IconButton
          label={say(toolbar ? 'composer.toolbar.hide' : 'composer.toolbar.show')}
          aria-pressed={toolbar}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => prefer('toolbar', !toolbar)}
        >
          <Type size={16} strokeWidth={1.75} />
        </IconButton>
      </div>
      <Suspense>
        {linking !== undefined && (
          <LinkDialog
            link={linking}
            onClose={() => setLinking(undefined)}
            onSave={(address, words) => {
              setLinking(undefined);
              typing.current?.link(address, words);
            }}
          />
        )}
      </Suspense>
    </>
  );
}

function offeredOf(trigger: Trigger | undefined, slashes: boolean | undefined) {
  return trigger?.sign === '/' && slashes !== true ? undefined : trigger;
}

/** As if somebody pressed the key in the field. */
function press(typing: Typing | null, key: string): void {
  if (typing === null) return;
  const { view } = typing;
  const event = new KeyboardEvent('keydown', { key, cancelable: true });
  view.someProp('handleKeyDown', (does) => does(view, event) === true);
}

function never(): boolean {
  return false;
}
