import { ChevronDown, ChevronRight, ListFilter, Plus } from 'lucide-react';
import { memo, type RefObject } from 'react';
import { prefer, usePreference } from '../../../app/preferences';
import { useSay } from '../../../i18n/Texts';
import { formatAddress } from '../../../models/address';
import { shows, sorts, type SectionLook } from '../../../models/sectionLook';
import type { SectionId, SidebarRow, SidebarSection } from '../../../models/sidebar';
import { IconButton } from '../../../ui/Button/Button';
import { Menu } from '../../../ui/Menu/Menu';
import { Row } from '../Row/Row';
import type { AskedMenu } from '../RowMenu/RowMenu';
import { Rows } from './Rows';
import styles from './Section.module.css';

interface SectionProps {
  section: SidebarSection;
  /** Those of its rows that are on screen. */
  rows: readonly SidebarRow[];
  slug: string;
  open: string | undefined;
  tabStop: string | undefined;
  scroller: RefObject<HTMLElement | null>;
  /** Adds to those of its kind. */
  onAdd: (() => void) | undefined;
  onMenu: (asked: AskedMenu) => void;
  /** Somebody is at work in it, by pointer or keyboard, or in none any more. */
  onHold: (id: SectionId | undefined) => void;
}

const icon = { size: 16, strokeWidth: 1.75 };
const titles = {
  starred: 'sidebar.starred',
  channels: 'sidebar.channels',
  direct: 'sidebar.direct',
  apps: 'sidebar.section.apps',
} as const;
const empties = {
  starred: 'sidebar.empty.starred',
  channels: 'sidebar.empty',
  direct: 'sidebar.empty.direct',
  apps: 'sidebar.empty.apps',
} as const;

export const Section = memo(function Section(props: SectionProps) {
  const { section, rows, slug, open, tabStop, scroller, onAdd, onMenu, onHold } = props;
  const say = useSay();
  const looks = usePreference('sections');
  const look = looks[section.id];
  const title = say(titles[section.id]);
  const change = (part: Partial<SectionLook>) =>
    prefer('sections', { ...looks, [section.id]: { ...look, ...part } });
  return (
    <section
      aria-label={title}
      data-section={section.id}
      className={styles.section}
      onPointerEnter={() => onHold(section.id)}
      onPointerLeave={() => onHold(undefined)}
      onFocus={() => onHold(section.id)}
      onBlur={() => onHold(undefined)}
    >
      <div className={styles.head}>
        <button
          type="button"
          className={styles.title}
          aria-expanded={!look.collapsed}
          onClick={() => change({ collapsed: !look.collapsed })}
        >
          {look.collapsed ? (
            <ChevronRight {...icon} className={styles.directed} />
          ) : (
            <ChevronDown {...icon} />
          )}
          {title}
        </button>
        <Menu
          atEnd
          label={say('sidebar.look', { section: title })}
          className={styles.look}
          items={[
            ...sorts.map((sort) => ({
              id: `sort-${sort}`,
              label: say(`sidebar.sort.${sort}`),
              checked: look.sort === sort,
              run: () => change({ sort }),
            })),
            ...shows.map((show, at) => ({
              id: `show-${show}`,
              label: say(`sidebar.show.${show}`),
              checked: look.show === show,
              apart: at === 0,
              run: () => change({ show }),
            })),
          ]}
        >
          <ListFilter {...icon} />
        </Menu>
        {onAdd !== undefined && (
          <IconButton
            label={say(section.id === 'direct' ? 'sidebar.message' : 'sidebar.create')}
            onClick={onAdd}
          >
            <Plus {...icon} />
          </IconButton>
        )}
      </div>
      <Rows rows={rows} scroller={scroller} kept={tabStop}>
        {(row) => (
          <Row
            key={row.id}
            row={row}
            open={row.id === open}
            tabStop={row.id === tabStop}
            onMenu={onMenu}
            href={formatAddress({ view: 'conversation', slug, channel: row.id, ts: undefined })}
          />
        )}
      </Rows>
      {section.rows.length === 0 && (
        <p className={styles.empty}>
          {say(section.all > 0 ? 'sidebar.empty.filtered' : empties[section.id])}
        </p>
      )}
    </section>
  );
});
