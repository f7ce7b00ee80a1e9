import { ChevronDown, ChevronRight, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useSay } from '../../../i18n/Texts';
import { formatAddress } from '../../../models/address';
import type { SidebarSection } from '../../../models/sidebar';
import { IconButton } from '../../../ui/Button/Button';
import { Row } from '../Row/Row';
import styles from './Section.module.css';

interface SectionProps {
  section: SidebarSection;
  slug: string;
  open: string | undefined;
  tabStop: string | undefined;
  collapsed: boolean;
  addLabel: string;
  onCollapse: () => void;
  onAdd: () => void;
  empty: ReactNode;
}

export function Section(props: SectionProps) {
  const { section, slug, open, tabStop, collapsed, addLabel, onCollapse, onAdd, empty } = props;
  const say = useSay();
  const title = say(section.id === 'channels' ? 'sidebar.channels' : 'sidebar.direct');
  // A collapsed section still shows what needs attention and where one is.
  const rows = section.rows.filter((row) => !collapsed || row.unread || row.id === open);
  return (
    <section aria-label={title} className={styles.section}>
      <div className={styles.head}>
        <button
          type="button"
          className={styles.title}
          aria-expanded={!collapsed}
          onClick={onCollapse}
        >
          {collapsed ? (
            <ChevronRight size={16} strokeWidth={1.75} className={styles.directed} />
          ) : (
            <ChevronDown size={16} strokeWidth={1.75} />
          )}
          {title}
        </button>
        <IconButton label={addLabel} onClick={onAdd}>
          <Plus size={16} strokeWidth={1.75} />
        </IconButton>
      </div>
      {rows.map((row) => (
        <Row
          key={row.id}
          row={row}
          open={row.id === open}
          tabStop={row.id === tabStop}
          href={formatAddress({ view: 'conversation', slug, channel: row.id, ts: undefined })}
        />
      ))}
      {section.rows.length === 0 && <p className={styles.empty}>{empty}</p>}
    </section>
  );
}
