import { useCallback, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useGo } from '../../../ui/Link/useGo';
import { useWorkspace } from '../../../app/context';
import '../../../i18n/enJump';
import { useSay } from '../../../i18n/Texts';
import { presses } from '../../../keys/chord';
import { keysOf } from '../../../keys/commands';
import { mac, useKeys } from '../../../keys/useCommand';
import { formatAddress } from '../../../models/address';
import { isComposing } from '../../../keys/composing';
import { aroundChosen } from '../../../models/around';
import type { Target } from '../../../models/jump/targets';
import { most, useJump } from '../useJump';
import { usePlaces } from '../usePlaces';
import { useTyped } from '../../../ui/Dialog/typedBefore';
import { useModal } from '../../../ui/Dialog/useModal';
import { JumpRow } from './JumpRow';
import styles from './JumpDialog.module.css';

interface JumpDialogProps {
  /** The conversation on screen. */
  open: string | undefined;
  onClose: () => void;
}

/** Ctrl+K: to any conversation, person, view, preference or command, by a few letters. */
export function JumpDialog({ open, onClose }: JumpDialogProps) {
  const say = useSay();
  const id = useId();
  const ref = useModal();
  const [typed, setTyped, hasty] = useTyped();
  const workspace = useWorkspace();
  const keys = useKeys();
  const go = useGo();
  const [chosen, setAt] = useState(0);
  const places = usePlaces();
  const all = useJump(typed, open, places);
  const query = typed.trim();
  const searched = query.replace(/^[#@]\s*/, '');
  const searchable = searched !== '' && !query.startsWith('>');
  const { found, held, hold } = useHeld(all, typed);
  const rows: readonly (Target | undefined)[] = searchable ? [...found, undefined] : found;
  // The offer to search stays the last row.
  const at = held === 'search' && chosen > 0 ? rows.length - 1 : chosen;
  const slug = workspace.parts.team.domain;

  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, at]);

  useEffect(() => hold(rows[at], at));

  const choose = (index: number) => {
    if (index >= rows.length) return;
    const target = rows[index];
    ref.current?.close();
    onClose();
    if (target === undefined) {
      go(formatAddress({ view: 'search', slug, query: searched, channel: undefined }));
      return;
    }
    workspace.jumps.pick(typed, target.key);
    const place = places.find(({ key }) => key === target.key);
    if (place === undefined) go(pathOf(target, slug));
    else if ('path' in place.to) go(place.to.path);
    // The dialog is to be gone first: what is done may open another, or move the focus.
    else setTimeout(keys.run.bind(keys, place.to.command));
  };

  const latest = useRef(choose);
  latest.current = choose;
  const onOpen = useCallback((index: number) => latest.current(index), []);
  useEffect(() => {
    if (hasty) onOpen(0);
  }, [hasty, onOpen]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 8, PageUp: at - 8 }[
      event.key
    ];
    if (next !== undefined) {
      event.preventDefault();
      const step = Math.abs(next - at) === 1;
      setAt(step ? (next + rows.length) % Math.max(1, rows.length) : clamp(next, rows.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(at);
    } else if (presses(event.nativeEvent, keysOf('jump'), mac)) {
      event.preventDefault();
      onClose();
    }
  };

  return (
    <dialog
      ref={ref}
      aria-label={say('jump.title')}
      className={styles.dialog}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === ref.current) onClose();
      }}
    >
      <input
        role="combobox"
        aria-label={say('jump.field')}
        aria-expanded={rows.length > 0}
        aria-controls={id}
        aria-activedescendant={rows.length > 0 ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        placeholder={say('jump.placeholder')}
        className={styles.field}
        value={typed}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
      />
      <ul id={id} role="listbox" aria-label={say('jump.results')} className={styles.list}>
        {rows.map((target, index) => (
          <JumpRow
            key={target?.key ?? 'search'}
            list={id}
            index={index}
            target={target}
            query={target === undefined ? searched : ''}
            active={index === at}
            onOpen={onOpen}
            onOver={setAt}
          />
        ))}
      </ul>
      <p role="status" className="hidden-text">
        {say('jump.count', { count: found.length })}
      </p>
      {query !== '' && found.length === 0 && (
        <p className={styles.none}>{say('jump.none', { query })}</p>
      )}
    </dialog>
  );
}

interface Held {
  typed: string;
  row: Target | undefined;
  at: number;
}

/** What is found, the chosen row where it stood, though more may be found for the same letters. */
function useHeld(all: readonly Target[], typed: string) {
  const last = useRef<Held>(undefined);
  const now = last.current?.typed === typed ? last.current : undefined;
  const { row, at = 0 } = now ?? {};
  const found = row === undefined ? all : aroundChosen(all, { row, at }, keyOf, most);
  const hold = (shown: Target | undefined, place: number) => {
    last.current = { typed, row: shown, at: place };
  };
  return { found, held: now !== undefined && row === undefined ? 'search' : row, hold };
}

const keyOf = ({ key }: Target) => key;

function pathOf({ kind, key, channel }: Target, slug: string): string {
  if (channel !== undefined) {
    return formatAddress({ view: 'conversation', slug, channel, ts: undefined });
  }
  if (kind === 'person') return formatAddress({ view: 'direct', slug, user: key });
  return formatAddress({ view: 'workspace', slug });
}

function clamp(at: number, length: number): number {
  return Math.max(0, Math.min(at, length - 1));
}
