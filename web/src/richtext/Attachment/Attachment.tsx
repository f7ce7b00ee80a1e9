import { useFormats } from '../../i18n/formats';
import { useSay } from '../../i18n/Texts';
import type { Json } from '../../protocol/generated';
import { AppBlocks, ImageLink, Link, type Readers } from '../AppBlocks/AppBlocks';
import { fieldsOf, listOf, stringOf, type Fields } from '../blocks';
import { treeOfText } from '../cache';
import { RichTree } from '../Rich/Rich';
import styles from './Attachment.module.css';

interface AttachmentProps extends Readers {
  attachment: Json;
}

/** A part of a message in the old form of apps: words beside a bar of a colour. */
export function Attachment({ attachment, ...readers }: AttachmentProps) {
  const say = useSay();
  const { full } = useFormats();
  const fields = fieldsOf(attachment);
  const mrkdwn = (name: string) => <Mrkdwn text={fields[name]} {...readers} />;
  const blocks = Array.isArray(fields.blocks) ? (fields.blocks as Json[]) : [];
  const seconds = Number(fields.ts);
  const { bar, colour } = barOf(fields.color);
  return (
    <>
      {mrkdwn('pretext')}
      <div className={styles.attachment} data-bar={bar} style={{ borderInlineStartColor: colour }}>
        <Titled name="author_name" link="author_link" fields={fields} className={styles.author} />
        <Titled name="title" link="title_link" fields={fields} className={styles.title} />
        {mrkdwn('text')}
        <AttachmentFields fields={listOf(fields.fields)} {...readers} />
        {blocks.length > 0 && <AppBlocks blocks={blocks} {...readers} />}
        {['image_url', 'thumb_url'].map((name) =>
          stringOf(fields[name]) === undefined ? null : (
            <ImageLink key={name} image={{ image_url: fields[name] }} say={say} />
          ),
        )}
        {saysNothing(fields) && mrkdwn('fallback')}
        {listOf(fields.actions).length > 0 && (
          <p className={styles.foot}>{say('app.interactive')}</p>
        )}
        <p className={styles.foot}>
          {[
            stringOf(fields.footer),
            seconds > 0 && seconds < 1e10 ? full(seconds * 1000) : undefined,
          ]
            .filter((part) => part !== undefined)
            .join(' · ')}
        </p>
      </div>
    </>
  );
}

function Titled(props: { name: string; link: string; fields: Fields; className?: string }) {
  const text = stringOf(props.fields[props.name]);
  if (text === undefined) return null;
  return (
    <div className={props.className}>
      <Link url={props.fields[props.link]} text={text} />
    </div>
  );
}

function Mrkdwn({ text, ...readers }: { text: unknown } & Readers) {
  const said = stringOf(text);
  return said === undefined ? null : <RichTree tree={treeOfText(said)} {...readers} />;
}

function AttachmentFields({ fields, ...readers }: { fields: readonly Fields[] } & Readers) {
  if (fields.length === 0) return null;
  return (
    <dl className={styles.fields}>
      {fields.map((field, at) => (
        <div key={at} data-short={field.short === true}>
          <dt>{stringOf(field.title)}</dt>
          <dd>
            <Mrkdwn text={field.value} {...readers} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

const shown = ['pretext', 'author_name', 'title', 'text', 'image_url', 'thumb_url'];

function saysNothing(fields: Fields): boolean {
  const { fields: pairs, blocks } = fields;
  return (
    shown.every((name) => stringOf(fields[name]) === undefined) &&
    listOf(pairs).length === 0 &&
    listOf(blocks).length === 0
  );
}

/** A colour that an app gave in digits, or one of the three that have names. */
function barOf(color: unknown): { bar: string; colour: string | undefined } {
  const given = stringOf(color) ?? '';
  if (['good', 'warning', 'danger'].includes(given)) return { bar: given, colour: undefined };
  const digits = /^#?((?:[\da-f]{3}){1,2})$/i.exec(given)?.[1];
  return { bar: 'plain', colour: digits === undefined ? undefined : `#${digits}` };
}
