import type { ReactNode } from 'react';
import { useSay, type Say } from '../../i18n/Texts';
import type { Json } from '../../protocol/generated';
import { fieldsOf, listOf, parseRichText, stringOf, type Fields } from '../blocks';
import { treeOfText } from '../cache';
import { safeUrl } from '../links';
import { parsePlain } from '../parse';
import type { Names } from '../plain';
import { RichTree } from '../Rich/Rich';
import styles from './AppBlocks.module.css';

export interface Readers {
  names: Names;
  self: string;
}

interface AppBlocksProps extends Readers {
  blocks: readonly Json[];
}

/** What apps show by Block Kit, to be read: what would have to be pressed is left out, and said. */
export function AppBlocks({ blocks, ...readers }: AppBlocksProps) {
  const say = useSay();
  const all = blocks.map(fieldsOf);
  return (
    <div className={styles.blocks}>
      {all.map((block, at) => (
        <Block key={at} block={block} say={say} {...readers} />
      ))}
      {all.some(wantsPressing) && <p className={styles.quiet}>{say('app.interactive')}</p>}
    </div>
  );
}

const pressed = new Set(['actions', 'input', 'context_actions', 'call', 'carousel', 'card']);

function wantsPressing({ type, accessory }: Fields): boolean {
  if (typeof type === 'string' && pressed.has(type)) return true;
  const { type: kind } = fieldsOf(accessory);
  return typeof kind === 'string' && kind !== 'image';
}

function Block({ block, say, ...readers }: { block: Fields; say: Say } & Readers): ReactNode {
  switch (block.type) {
    case 'rich_text':
      return <RichTree tree={parseRichText(block)} {...readers} />;
    case 'header':
      return <p className={styles.header}>{words(block.text)}</p>;
    case 'divider':
      return <hr className={styles.divider} />;
    case 'section':
      return <Section block={block} say={say} {...readers} />;
    case 'context':
      return (
        <div className={styles.context}>
          {listOf(block.elements).map((element, at) =>
            element.type === 'image' ? (
              <span key={at}>{stringOf(element.alt_text)}</span>
            ) : (
              <TextObject key={at} text={element} {...readers} />
            ),
          )}
        </div>
      );
    case 'image':
      return <ImageLink image={block} say={say} />;
    case 'video':
      return <Link url={block.title_url ?? block.video_url} text={words(block.title)} />;
    case 'markdown':
      return <RichTree tree={treeOfText(stringOf(block.text) ?? '')} {...readers} />;
    default:
      return null;
  }
}

function Section({ block, say, ...readers }: { block: Fields; say: Say } & Readers) {
  const fields = listOf(block.fields);
  const accessory = fieldsOf(block.accessory);
  return (
    <div>
      <TextObject text={fieldsOf(block.text)} {...readers} />
      {fields.length > 0 && (
        <div className={styles.fields}>
          {fields.map((field, at) => (
            <TextObject key={at} text={field} {...readers} />
          ))}
        </div>
      )}
      {accessory.type === 'image' && <ImageLink image={accessory} say={say} />}
    </div>
  );
}

/** A text object: mrkdwn or plain words. */
function TextObject({ text, ...readers }: { text: Fields } & Readers) {
  const said = stringOf(text.text);
  if (said === undefined) return null;
  const tree = text.type === 'plain_text' ? parsePlain(said) : treeOfText(said);
  return <RichTree tree={tree} {...readers} />;
}

/** Pictures of other hosts are never fetched: a link says what there is. */
export function ImageLink({ image, say }: { image: Fields; say: Say }) {
  const title = words(image.title);
  const alt = title === '' ? (stringOf(image.alt_text) ?? say('app.picture')) : title;
  return <Link url={image.image_url ?? fieldsOf(image.slack_file).url} text={alt} />;
}

export function Link({ url, text }: { url: unknown; text: string }) {
  const target = typeof url === 'string' ? safeUrl(url) : undefined;
  if (target === undefined) return <p>{text}</p>;
  return (
    <p>
      <a href={target} target="_blank" rel="noopener noreferrer" title={target}>
        <bdi>{text === '' ? target : text}</bdi>
      </a>
    </p>
  );
}

/** The words of a plain text object. */
export function words(text: unknown): string {
  return stringOf(fieldsOf(text).text) ?? '';
}
