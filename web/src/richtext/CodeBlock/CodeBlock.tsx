import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { whenIdle } from '../../app/whenIdle';
import { useSay } from '../../i18n/Texts';
import { IconButton, TextButton } from '../../ui/Button/Button';
import { mostCodeLines } from '../../models/folding';
import type { Token } from '../colours';
import { useUnfolded } from '../folds';
import styles from './CodeBlock.module.css';

const longestColoured = 20_000;
const copiedMs = 1500;

/** Code with its language, a way to copy it whole, and folded where it is long. */
export function CodeBlock({ text, language }: { text: string; language?: string | undefined }) {
  const say = useSay();
  const [unfolded, setUnfolded] = useUnfolded(text);
  const lines = text.split('\n');
  const folds = lines.length > mostCodeLines;
  const shown = folds && !unfolded ? lines.slice(0, mostCodeLines).join('\n') : text;
  const tokens = useColours(shown, language);
  return (
    <div className={styles.block} dir="ltr">
      <div className={styles.tools}>
        {language !== undefined && <span className={styles.language}>{language}</span>}
        <CopyButton text={text} />
      </div>
      <pre ref={reachIfWide} className={styles.pre} tabIndex={-1}>
        <code>
          {tokens?.map(({ text: part, scope }, at) =>
            scope === undefined ? (
              part
            ) : (
              <span key={at} className={styles[scope]}>
                {part}
              </span>
            ),
          ) ?? shown}
        </code>
      </pre>
      {folds && (
        <div className={styles.fold}>
          <TextButton onClick={() => setUnfolded(!unfolded)}>
            {unfolded ? say('code.fold') : say('code.unfold', { count: lines.length })}
          </TextButton>
        </div>
      )}
    </div>
  );
}

/** Keys scroll what has the focus: the Tab key stops where there is something to scroll. */
function reachIfWide(pre: HTMLElement | null): void {
  if (pre !== null && pre.scrollWidth > pre.clientWidth) pre.tabIndex = 0;
}

function CopyButton({ text }: { text: string }) {
  const say = useSay();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), copiedMs);
    return () => clearTimeout(timer);
  }, [copied]);
  // Missing where the page is not a secure context.
  const { clipboard } = navigator as { clipboard?: Clipboard };
  if (clipboard === undefined) return null;
  const Sign = copied ? Check : Copy;
  return (
    <IconButton
      label={say(copied ? 'code.copied' : 'code.copy')}
      tabIndex={-1}
      onClick={() => void clipboard.writeText(text).then(() => setCopied(true))}
    >
      <Sign size={16} strokeWidth={1.75} />
    </IconButton>
  );
}

/** The same text in colours, once the page has nothing better to do. */
function useColours(text: string, language: string | undefined): readonly Token[] | undefined {
  const [done, setDone] = useState<{ text: string; tokens: readonly Token[] | undefined }>();
  useEffect(() => {
    if (text.length > longestColoured) return;
    let wanted = true;
    const cancel = whenIdle(() => {
      void import('../colours').then(
        ({ colour }) => {
          if (wanted) setDone({ text, tokens: colour(text, language) });
        },
        () => undefined,
      );
    });
    return () => {
      wanted = false;
      cancel();
    };
  }, [text, language]);
  return done?.text === text ? done.tokens : undefined;
}
