import { Search } from 'lucide-react';
import { memo, Suspense, useCallback, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useStatus, useWorkspace } from '../../../app/context';
import { part } from '../../../app/parts';
import { prefer, usePreference } from '../../../app/preferences';
import { useSay } from '../../../i18n/Texts';
import { keysOf } from '../../../keys/commands';
import { shownKeys } from '../../../keys/shown';
import { mac, useKeys } from '../../../keys/useCommand';
import { sidebarWidths, widthIn } from '../../../models/preferences';
import type { SectionId, SidebarRow, SidebarSection } from '../../../models/sidebar';
import { TextButton } from '../../../ui/Button/Button';
import { Edge } from '../../../ui/Edge/Edge';
import { SidebarSkeleton } from '../../../ui/Skeleton/Skeleton';
import { useUnreadOut } from '../Pill/useUnreadOut';
import type { AskedMenu } from '../RowMenu/RowMenu';
import { Section } from '../Section/Section';
import { Self } from '../Self/Self';
import { shownRows } from '../useSections';
import { Views } from '../Views/Views';
import { SidebarHead } from './SidebarHead';
import { useOpenInSight } from './useOpenInSight';
import styles from './Sidebar.module.css';

const RowMenu = part(async () => (await import('../RowMenu/RowMenu')).RowMenu);

const none: readonly SidebarRow[] = [];

export interface SidebarActions {
  apps: () => void;
  browse: () => void;
  create: () => void;
  message: () => void;
  settings: () => void;
  sessions: () => void;
  signOut: () => void;
}

interface SidebarProps {
  sections: readonly SidebarSection[];
  open: string | undefined;
  /** Which view is on screen. */
  view: string;
  actions: SidebarActions;
  /** Nothing of a section moves while somebody is at work in it. */
  onHold: (id: SectionId | undefined) => void;
}

export const Sidebar = memo(function Sidebar(props: SidebarProps) {
  const { sections, open, view, actions, onHold } = props;
  const say = useSay();
  const keys = useKeys();
  const workspace = useWorkspace();
  const ready = useStatus((status) => status.ready);
  const looks = usePreference('sections');
  const width = usePreference('sidebarWidth');
  const scroller = useRef<HTMLDivElement>(null);
  const [menu, setMenu] = useState<AskedMenu>();
  const closeMenu = useCallback(() => setMenu(undefined), []);
  // Where all rows are shown it does not matter what is open.
  const kept = sections.some(({ id }) => looks[id].collapsed) ? open : undefined;
  const shown = useMemo(
    () => sections.map((section) => ({ ...section, rows: shownRows(section, looks, kept) })),
    [sections, looks, kept],
  );
  const all = shown.flatMap(({ rows }) => rows);
  const tabStop = all.some(({ id }) => id === open) ? open : all[0]?.id;
  const { out, look, go } = useUnreadOut(scroller, shown);
  useOpenInSight(scroller, open, ready);
  const add = {
    channels: actions.create,
    direct: actions.message,
    starred: undefined,
    apps: undefined,
  };
  const isNeeded = ({ id, all: count }: SidebarSection) =>
    count > 0 || id === 'channels' || id === 'direct';

  return (
    <nav
      aria-label={say('sidebar.label')}
      className={styles.sidebar}
      data-region="sidebar"
      onKeyDown={moveFocus}
    >
      <SidebarHead actions={actions} />
      <button type="button" className={styles.jump} onClick={() => keys.run('jump')}>
        <Search size={16} strokeWidth={1.75} aria-hidden="true" />
        <span className={styles.words}>{say('sidebar.jump')}</span>
        <kbd aria-hidden="true">{shownKeys(keysOf('jump'), mac)}</kbd>
      </button>
      <div className={styles.frame}>
        {out.above > 0 && (
          <button type="button" className={styles.above} onClick={() => go(-1)}>
            {say('sidebar.above', { count: out.above })}
          </button>
        )}
        <div ref={scroller} className={styles.scroller} onScroll={look}>
          {!ready && <SidebarSkeleton />}
          {ready && <Views current={view} unread={all.some(({ unread }) => unread)} />}
          {ready &&
            sections.map((section, at) =>
              isNeeded(section) ? (
                <Section
                  key={section.id}
                  section={section}
                  rows={shown[at]?.rows ?? none}
                  slug={workspace.parts.team.domain}
                  open={ownOf(section, open)}
                  tabStop={ownOf(section, tabStop)}
                  scroller={scroller}
                  onAdd={add[section.id]}
                  onMenu={setMenu}
                  onHold={onHold}
                />
              ) : null,
            )}
          {ready && (
            <div className={styles.browse}>
              <TextButton onClick={actions.browse}>{say('sidebar.browse')}</TextButton>
            </div>
          )}
        </div>
        {out.below > 0 && (
          <button type="button" className={styles.below} onClick={() => go(1)}>
            {say('sidebar.below', { count: out.below })}
          </button>
        )}
      </div>
      {ready && <Self onSessions={actions.sessions} onSignOut={actions.signOut} />}
      {menu !== undefined && (
        <Suspense>
          <RowMenu {...menu} open={menu.row.id === open} onClose={closeMenu} />
        </Suspense>
      )}
      <Edge
        label={say('sidebar.width')}
        side="end"
        width={width}
        widths={sidebarWidths}
        className={styles.edge}
        onResize={(px) => prefer('sidebarWidth', widthIn(sidebarWidths, px))}
      />
    </nav>
  );
});

/** A conversation, for the section that has it: the others stay as they are. */
function ownOf({ rows }: SidebarSection, id: string | undefined): string | undefined {
  return rows.some((row) => row.id === id) ? id : undefined;
}

/** Arrows walk the conversations; the whole list is one tab stop. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  if (!(document.activeElement instanceof HTMLAnchorElement)) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLAnchorElement>('a[href]')];
  const next = links[links.indexOf(document.activeElement) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
