import { ArrowLeft, X } from 'lucide-react';
import { createContext, useContext, type ReactNode } from 'react';
import { useSay } from '../../i18n/Texts';
import { IconButton } from '../Button/Button';
import styles from './Pane.module.css';

/** What the frame around a view of the right pane can do. */
export interface PaneFrame {
  close: () => void;
  /** To the view that was there before; undefined for the first one. */
  back: (() => void) | undefined;
  /** The pane covers all beside it: it is what the page shows. */
  covers: boolean;
  /** By which it is made wider; a part of its landmark. */
  edge: ReactNode;
}

export const PaneContext = createContext<PaneFrame>({
  close: () => undefined,
  back: undefined,
  covers: false,
  edge: null,
});

interface PaneProps {
  title: string;
  /** Where the thing belongs, beside the title. */
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A view of the right pane: title, way back, close, content. */
export function Pane({ title, note, actions, children }: PaneProps) {
  const say = useSay();
  const { close, back, covers, edge } = useContext(PaneContext);
  return (
    <div
      role={covers ? 'main' : 'complementary'}
      aria-label={title}
      className={styles.pane}
      data-composes
      data-region="pane"
    >
      {edge}
      <div className={styles.header}>
        {back !== undefined && (
          <IconButton label={say('pane.back')} onClick={back}>
            <ArrowLeft size={16} strokeWidth={1.75} className={styles.directed} />
          </IconButton>
        )}
        <h2 aria-level={covers ? 1 : undefined} className={styles.title}>
          {title}
        </h2>
        <div className={styles.note}>{note}</div>
        {actions}
        <IconButton label={say('pane.close')} onClick={close}>
          <X size={16} strokeWidth={1.75} />
        </IconButton>
      </div>
      {children}
    </div>
  );
}
