import { ArrowLeft } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Link } from '../../../ui/Link/Link';
import { useWorkspace } from '../../../app/context';
import '../../../i18n/enViews';
import { useSay } from '../../../i18n/Texts';
import { formatAddress } from '../../../models/address';
import { Banner } from '../../conversation/Banner/Banner';
import styles from './ViewPane.module.css';

interface ViewPaneProps {
  title: string;
  /** At the end of the header. */
  actions?: ReactNode;
  /** Between the header and what scrolls. */
  above?: ReactNode;
  /** What is inside scrolls by itself, from edge to edge. */
  whole?: boolean;
  /** What scrolls, for a view that comes back to where it was. */
  scroller?: Ref<HTMLDivElement>;
  onScroll?: (top: number) => void;
  children: ReactNode;
}

/** The frame of a view that takes the place of a conversation. */
export function ViewPane(props: ViewPaneProps) {
  const { title, actions, above, whole, scroller, onScroll, children } = props;
  const say = useSay();
  const slug = useWorkspace().parts.team.domain;
  return (
    <main className={styles.pane} data-region="content">
      <header className={styles.header}>
        <Link
          href={formatAddress({ view: 'workspace', slug })}
          className={styles.back}
          aria-label={say('views.back')}
        >
          <ArrowLeft size={20} strokeWidth={1.75} />
        </Link>
        <h1 className={styles.title}>{title}</h1>
        {actions}
      </header>
      <Banner />
      {above}
      <div
        ref={scroller}
        className={whole === true ? styles.whole : styles.body}
        onScroll={onScroll && ((event) => onScroll(event.currentTarget.scrollTop))}
      >
        {children}
      </div>
    </main>
  );
}

/** One thing to say in place of what is not there. */
export function Note({ children }: { children: ReactNode }) {
  return (
    <p role="status" className={styles.note}>
      {children}
    </p>
  );
}
