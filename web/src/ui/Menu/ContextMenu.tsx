import { useLayoutEffect, useRef } from 'react';
import { moveTo } from '../Tooltip/place';
import { MenuList, type MenuItem } from './MenuList';
import styles from './Menu.module.css';

export interface Point {
  x: number;
  y: number;
}

interface ContextMenuProps {
  label: string;
  items: readonly MenuItem[];
  at: Point;
  onClose: () => void;
}

/** A list of actions at a point of the window; the focus goes back to where it was. */
export function ContextMenu({ label, items, at, onClose }: ContextMenuProps) {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef<Element | null>(document.activeElement);
  useLayoutEffect(() => {
    if (place.current !== null) moveTo(place.current, at.x, at.y);
  }, [at]);
  return (
    <div ref={place} className={styles.free}>
      <MenuList
        label={label}
        items={items}
        className={styles.menu}
        onClose={() => {
          onClose();
          if (before.current instanceof HTMLElement) before.current.focus();
        }}
      />
    </div>
  );
}

/** Where a menu belongs that was asked for by the keyboard: at its element. */
export function pointOf(event: { clientX: number; clientY: number }, element: Element): Point {
  if (event.clientX !== 0 || event.clientY !== 0) return { x: event.clientX, y: event.clientY };
  const { left, bottom } = element.getBoundingClientRect();
  return { x: left, y: bottom };
}
