import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { keysOf, type CommandId } from '../../keys/commands';
import { shownKeys } from '../../keys/shown';
import { mac } from '../../keys/useCommand';
import styles from './Menu.module.css';

export interface MenuItem {
  id: string;
  label: string;
  icon?: ReactNode;
  danger?: boolean;
  /** The command that does the same; its keys stand behind the label. */
  command?: CommandId;
  /** For one choice of several: whether it is the one. */
  checked?: boolean;
  /** A line stands above it. */
  apart?: boolean;
  /** Why it cannot be done; stands behind the label. */
  barred?: string;
  run: () => void;
}

interface MenuListProps {
  label: string;
  items: readonly MenuItem[];
  className?: string | undefined;
  /** The menu closes; `chosen` has run already, or is to run. */
  onClose: () => void;
}

/** Actions to choose from: arrows, Home, End and first letters move, Esc and Tab close. */
export function MenuList({ label, items, className, onClose }: MenuListProps) {
  const root = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    root.current?.querySelector<HTMLElement>('[role^=menuitem]:not([aria-disabled])')?.focus();
    const outside = (event: PointerEvent) => {
      const around = root.current?.parentElement;
      if (event.target instanceof Node && around?.contains(event.target) === false) close.current();
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const all = [...(root.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
    const at = all.findIndex((item) => item === document.activeElement);
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      onClose();
      return;
    }
    const next = nextOf(event.key, at, all);
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };

  return (
    <div
      ref={root}
      role="menu"
      tabIndex={-1}
      aria-label={label}
      className={className}
      onKeyDown={onKeyDown}
    >
      {items.map((item) => (
        <button
          key={item.id}
          type="button"
          role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
          aria-checked={item.checked}
          tabIndex={-1}
          data-apart={item.apart}
          aria-disabled={item.barred !== undefined || undefined}
          className={`${styles.item} ${item.danger === true ? styles.danger : ''}`}
          onClick={() => {
            if (item.barred !== undefined) return;
            onClose();
            item.run();
          }}
        >
          {item.icon}
          <span className={styles.words}>{item.label}</span>
          {item.barred !== undefined && <span className={styles.keys}>{item.barred}</span>}
          {item.command !== undefined && item.barred === undefined && (
            <kbd aria-hidden="true" className={styles.keys}>
              {shownKeys(keysOf(item.command), mac)}
            </kbd>
          )}
        </button>
      ))}
    </div>
  );
}

function nextOf(key: string, at: number, all: readonly HTMLElement[]): HTMLElement | undefined {
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  if (step !== undefined) return all.at((at + step + all.length) % all.length);
  if (key === 'Home') return all[0];
  if (key === 'End') return all.at(-1);
  if (key.length !== 1 || key === ' ') return undefined;
  const from = [...all.slice(at + 1), ...all.slice(0, at + 1)];
  const letter = key.toLocaleLowerCase();
  return from.find(({ textContent }) => textContent.toLocaleLowerCase().startsWith(letter));
}
