import { useRef, useState, type ReactNode } from 'react';
import { tip } from '../Tooltip/tip';
import { MenuList, type MenuItem } from './MenuList';
import styles from './Menu.module.css';

export type { MenuItem } from './MenuList';

interface MenuProps {
  label: string;
  /** Or what tells them when it opens. */
  items: readonly MenuItem[] | (() => readonly MenuItem[]);
  className?: string | undefined;
  /** Opens upwards: for buttons at the foot. */
  above?: boolean;
  /** Opens towards the start: for buttons at the end of a row. */
  atEnd?: boolean;
  children: ReactNode;
}

/** A button that opens a list of actions; arrows move, Esc closes. */
export function Menu({ label, items, className, above, atEnd, children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <div className={styles.root} data-above={above} data-at-end={atEnd}>
      <button
        ref={button}
        type="button"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={label}
        {...(open ? {} : tip(label))}
        className={className}
        onClick={() => setOpen(!open)}
      >
        {children}
      </button>
      {open && (
        <MenuList
          label={label}
          items={typeof items === 'function' ? items() : items}
          className={`${styles.menu} ${styles.hung}`}
          onClose={() => {
            setOpen(false);
            button.current?.focus();
          }}
        />
      )}
    </div>
  );
}
