import { Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useGo } from '../../ui/Link/useGo';
import { ConversationPane } from '../../features/conversation/ConversationPane/ConversationPane';
import { ViewBook } from '../../features/messages/MessageList/view';
import { Sidebar, type SidebarActions } from '../../features/sidebar/Sidebar/Sidebar';
import { shownRows, useSections } from '../../features/sidebar/useSections';
import { formatAddress, type Address } from '../../models/address';
import { laterPart, loadPartsWhenIdle } from '../parts';
import { prefer, usePreference } from '../preferences';
import { SidebarRail } from '../../features/sidebar/Sidebar/SidebarRail';
import { useStatus, useWorkspace, useWorkspaceState } from '../context';
import { Absent } from './Absent';
import { Overlay, type OverlayName } from './Overlay';
import { isView, MainView, type ViewAddress } from './MainView';
import { hasSide, Side } from './Side';
import { useHome } from './useHome';
import { useNarrow } from './useNarrow';
import { useSay } from '../../i18n/Texts';
import { enterRegion, regionOf } from '../../keys/regions';
import { usePageTitle } from './usePageTitle';
import { useShellCommands } from './useShellCommands';
import { useVisits } from './useVisits';
import styles from './Shell.module.css';

const FilesRefused = laterPart(
  async () => (await import('../../features/files/FilesRefused/FilesRefused')).FilesRefused,
);
const RemovedElsewhere = laterPart(
  async () =>
    (await import('../../features/conversation/RemovedElsewhere/RemovedElsewhere'))
      .RemovedElsewhere,
);
const Cards = laterPart(async () => (await import('../../features/profile/Cards/Cards')).Cards);

const idleMs = 2000;

interface ShellProps {
  address: Address;
  onSignOut: () => void;
}

export function Shell({ address, onSignOut }: ShellProps) {
  const workspace = useWorkspace();
  const go = useGo();
  const narrow = useNarrow();
  const say = useSay();
  const root = useRef<HTMLDivElement>(null);
  const [views] = useState(() => new ViewBook());
  const [overlay, setOverlay] = useState<OverlayName>();
  const ready = useStatus((status) => status.ready);
  const slug = workspace.parts.team.domain;
  const home = useHome(address, narrow, go);
  const asked = address.view === 'conversation' ? address.channel : undefined;
  const last = useRef(asked);
  if (asked !== undefined) last.current = asked;
  const over = address.view === 'browse' || address.view === 'settings' || address.view === 'apps';
  const beside = address.view === 'profile';
  const lastView = useRef<ViewAddress>(undefined);
  if (isView(address)) lastView.current = address;
  else if (asked !== undefined) lastView.current = undefined;
  const viewed = isView(address) ? address : beside ? lastView.current : undefined;
  const shown =
    viewed !== undefined
      ? undefined
      : (asked ?? (over || beside || !narrow ? (last.current ?? home) : undefined));
  const looks = usePreference('sections');
  const hidden = usePreference('sidebarHidden');
  const { sections, hold } = useSections(shown);
  const conversation = useWorkspaceState((state) =>
    shown === undefined ? undefined : state.conversations[shown],
  );
  usePageTitle(sections, conversation, viewed);

  const pathOf = (channel: string | undefined) =>
    channel === undefined
      ? formatAddress({ view: 'workspace', slug })
      : formatAddress({ view: 'conversation', slug, channel, ts: undefined });
  const actions = useMemo<SidebarActions>(
    () => ({
      browse: () => go(formatAddress({ view: 'browse', slug })),
      settings: () => go(formatAddress({ view: 'settings', slug, section: 'appearance' })),
      sessions: () => go(formatAddress({ view: 'settings', slug, section: 'sessions' })),
      apps: () => go(formatAddress({ view: 'apps', slug })),
      create: () => setOverlay('create'),
      message: () => setOverlay('message'),
      signOut: onSignOut,
    }),
    [go, slug, onSignOut],
  );

  useEffect(() => setOverlay(undefined), [asked]);
  useEffect(() => {
    if (!ready) return;
    const timer = setTimeout(loadPartsWhenIdle, idleMs);
    return () => clearTimeout(timer);
  }, [ready]);
  const side = hasSide(address) && (beside || conversation !== undefined);
  useVisits(conversation);
  useShellCommands({
    root,
    rows: sections.flatMap((section) => shownRows(section, looks, shown)),
    open: shown,
    beside: side,
    go,
    overlay: setOverlay,
    actions,
  });

  const talk = shown !== undefined || viewed !== undefined || !narrow;
  return (
    <div
      ref={root}
      className={styles.shell}
      data-narrow={narrow}
      data-bare={hidden}
      data-pane={talk ? 'talk' : 'list'}
    >
      <button
        type="button"
        className={styles.skip}
        onClick={() => enterRegion(regionOf('list')) || enterRegion(regionOf('composer'))}
      >
        {say('app.skip')}
      </button>
      {(narrow ? !talk : !hidden) && (
        <Sidebar
          sections={sections}
          open={shown}
          view={address.view}
          actions={actions}
          onHold={hold}
        />
      )}
      {!narrow && hidden && <SidebarRail onShow={() => prefer('sidebarHidden', false)} />}
      {talk && (
        <div className={styles.work}>
          <div className={styles.panes} data-side={side}>
            {viewed !== undefined ? (
              <MainView address={viewed} />
            ) : conversation === undefined ? (
              <Absent ready={ready} asked={shown} />
            ) : (
              <ConversationPane
                conversation={conversation}
                jump={address.view === 'conversation' ? address.ts : undefined}
                views={views}
              />
            )}
            {side && (
              <Side
                address={address}
                conversation={conversation}
                home={viewed === undefined ? pathOf(shown) : formatAddress(viewed)}
                views={views}
              />
            )}
          </div>
        </div>
      )}
      <Suspense>
        <Cards />
        <FilesRefused />
        <RemovedElsewhere />
      </Suspense>
      <Overlay
        name={over ? address.view : overlay}
        section={address.view === 'settings' ? address.section : undefined}
        open={shown}
        onOpen={setOverlay}
        onClose={() => (over ? go(pathOf(shown)) : setOverlay(undefined))}
        onSignOut={onSignOut}
      />
    </div>
  );
}
