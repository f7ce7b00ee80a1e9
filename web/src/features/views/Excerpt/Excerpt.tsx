import type { ReactNode } from 'react';
import { Link } from '../../../ui/Link/Link';
import '../../../i18n/enViews';
import { useFormats } from '../../../i18n/formats';
import { useSay } from '../../../i18n/Texts';
import { authorOf, faceEmojiOf } from '../../../models/authors';
import type { Message } from '../../../protocol/generated';
import { MessageBody } from '../../../richtext/MessageBody/MessageBody';
import { millisOf } from '../../../store/ts';
import { Avatar } from '../../../ui/Avatar/Avatar';
import { useNames } from '../../names';
import { useServerNow } from '../../useMinute';
import styles from './Excerpt.module.css';

interface ExcerptProps {
  message: Message;
  self: string;
  /** Where it stands, if that is not said above. */
  place?: string | undefined;
  href: string;
  /** In place of the whole message. */
  body?: ReactNode;
  children?: ReactNode;
}

/** A message outside of its conversation: who, where, when, what, and the way to it. */
export function Excerpt({ message, self, place, href, body, children }: ExcerptProps) {
  const say = useSay();
  const names = useNames();
  const formats = useFormats();
  const serverNow = useServerNow();
  const ms = millisOf(message.ts);
  const author = authorOf(message, names.person);
  const time = formats.moment(ms, serverNow());
  const label = say('views.excerpt', { author, place: place ?? '', time });
  return (
    <article aria-label={label} className={styles.excerpt}>
      <Avatar id={message.user} name={author} emoji={faceEmojiOf(message)} />
      <div className={styles.content}>
        <div className={styles.head}>
          <bdi className={styles.author}>{author}</bdi>
          {place !== undefined && <bdi className={styles.place}>{place}</bdi>}
          <Link href={href} className={styles.time} aria-label={label}>
            <time dateTime={new Date(ms).toISOString()}>{time}</time>
          </Link>
        </div>
        {body ?? <MessageBody message={message} names={names} self={self} />}
      </div>
      {children !== undefined && <div className={styles.actions}>{children}</div>}
    </article>
  );
}
