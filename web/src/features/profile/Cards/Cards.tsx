import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useGo } from '../../../ui/Link/useGo';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import '../../../i18n/enGroups';
import '../../../i18n/enProfile';
import { useSay } from '../../../i18n/Texts';
import { formatAddress } from '../../../models/address';
import { placeBeside } from '../../../ui/Tooltip/place';
import { useNames } from '../../names';
import { GroupCard } from '../../groups/GroupCard/GroupCard';
import { ProfileCard } from '../ProfileCard/ProfileCard';
import { listen, type Asked } from './listen';
import styles from '../ProfileCard/ProfileCard.module.css';

/**
 * The card of whoever `data-person` names: after a moment under the pointer, by Space or Enter at
 * once and with the focus in it. A click leads to the profile.
 */
export function Cards() {
  const say = useSay();
  const names = useNames();
  const go = useGo();
  const slug = useWorkspace().parts.team.domain;
  const [asked, setAsked] = useState<Asked>();
  const known = useWorkspaceState(({ people }) => people[asked?.user ?? ''] !== undefined);
  const layer = useRef<HTMLDivElement>(null);
  const open = useRef<(user: string) => void>(() => undefined);
  const anchor = useRef<HTMLElement>(undefined);
  useEffect(() => {
    anchor.current = asked?.anchor;
    open.current = (user) =>
      go(
        isGroup(user)
          ? formatAddress({ view: 'groups', slug })
          : formatAddress({ view: 'profile', slug, user }),
      );
  });
  useEffect(
    () =>
      listen(
        setAsked,
        (user) => open.current(user),
        () => layer.current,
        () => anchor.current,
      ),
    [],
  );

  useLayoutEffect(() => {
    const element = layer.current;
    if (element === null || asked === undefined) return;
    // The top layer: above an open dialog too. Not there in every test's document.
    if ('showPopover' in element) element.showPopover();
    const place = () => placeBeside(element, asked.anchor);
    place();
    const observer = new ResizeObserver(place);
    observer.observe(element);
    if (asked.from !== undefined) (element.querySelector('a') ?? element).focus();
    return () => observer.disconnect();
  }, [asked]);

  if (asked === undefined) return null;
  const close = () => {
    setAsked(undefined);
    asked.from?.focus();
  };
  const labelOf = ({ user, anchor }: Asked) => {
    if (isGroup(user)) return say('groups.card', { name: anchor.textContent });
    return known ? say('profile.card', { name: names.person(user) }) : say('profile.title');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    close();
  };
  return (
    <div
      ref={layer}
      popover="manual"
      role="dialog"
      tabIndex={-1}
      aria-label={labelOf(asked)}
      className={styles.card}
      onKeyDown={onKeyDown}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (asked.from !== undefined && !currentTarget.contains(relatedTarget)) setAsked(undefined);
      }}
    >
      {isGroup(asked.user) ? (
        <GroupCard key={asked.user} id={asked.user} onGone={() => setAsked(undefined)} />
      ) : (
        <ProfileCard key={asked.user} id={asked.user} onGone={() => setAsked(undefined)} />
      )}
    </div>
  );
}

/** Ids of groups begin with S, those of people with U. */
function isGroup(id: string): boolean {
  return id.startsWith('S');
}
