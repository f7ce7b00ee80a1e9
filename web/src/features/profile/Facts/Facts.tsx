import type { ReactNode } from 'react';
import { useFormats } from '../../../i18n/formats';
import { useLanguage, useSay } from '../../../i18n/Texts';
import { localTime } from '../../../models/localTime';
import { nameOf } from '../../../models/names';
import { statusOf } from '../../../models/status';
import type { User } from '../../../protocol/generated';
import { personOf } from '../../../store/people';
import { Glyph } from '../../emoji/Glyph/Glyph';
import { useNames } from '../../names';
import { PersonPresence } from '../../status/PersonPresence/PersonPresence';
import { useServerMinute } from '../../useMinute';
import type { FieldsHeld } from '../useFields';
import { roleText } from '../roles';
import styles from './Facts.module.css';

/** A name with what belongs beside it: presence, the full name, title and pronouns. */
export function NameFacts({ user, active }: { user: User; active: boolean | undefined }) {
  const name = nameOf(personOf(user)) ?? user.name;
  const { title, pronouns = '' } = user.profile;
  const full = user.real_name === name ? '' : user.real_name;
  const subs = [full, title, pronouns].filter((text) => text !== '');
  return (
    <>
      <div className={styles.name}>
        <bdi>{name}</bdi>
        {active !== undefined && !user.deleted && <PersonPresence user={user.id} active={active} />}
      </div>
      {subs.map((text) => (
        <p key={text} dir="auto" className={styles.sub}>
          {text}
        </p>
      ))}
      <StatusLine user={user} />
    </>
  );
}

function StatusLine({ user }: { user: User }) {
  const say = useSay();
  const names = useNames();
  const { moment } = useFormats();
  const now = useServerMinute();
  const status = statusOf(user.profile, now / 1000);
  if (status === undefined) return null;
  return (
    <p className={styles.status}>
      {status.emoji !== '' && <Glyph name={status.emoji} names={names} />}
      <bdi>{status.text}</bdi>
      {status.until !== 0 && (
        <span className={styles.until}>
          {say('profile.until', { time: moment(status.until * 1000, now) })}
        </span>
      )}
    </p>
  );
}

/** Term by term what is known of somebody. */
export function FactList({ user, held }: { user: User; held: FieldsHeld | undefined }) {
  const say = useSay();
  const { locale } = useLanguage();
  const now = useServerMinute();
  const { email, phone } = user.profile;
  const zone = user.tz_label === '' ? user.tz : user.tz_label;
  const time = localTime(locale, now, user.tz, user.tz_offset);
  const facts: [string, ReactNode][] = [
    [say('profile.handle'), user.name],
    [say('profile.role'), say(roleText(user))],
  ];
  if (!user.deleted && !user.is_bot) {
    facts.push([say('profile.time'), say('profile.time.is', { time, zone })]);
  }
  if (email !== undefined) facts.push([say('profile.email'), link(`mailto:${email}`, email)]);
  if (phone !== '') facts.push([say('profile.phone'), link(`tel:${phone}`, phone)]);
  for (const { id, label, type } of held?.fields ?? []) {
    const value = held?.values[id] ?? '';
    if (value !== '') facts.push([label, type === 'link' ? link(value, value) : value]);
  }
  return (
    <dl className={styles.facts}>
      {facts.map(([term, fact]) => (
        <div key={term} className={styles.fact}>
          <dt dir="auto">{term}</dt>
          <dd dir="auto">{fact}</dd>
        </div>
      ))}
    </dl>
  );
}

function link(href: string, text: string): ReactNode {
  if (!/^(https?:\/\/|mailto:|tel:)/.test(href)) return text;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {text}
    </a>
  );
}
