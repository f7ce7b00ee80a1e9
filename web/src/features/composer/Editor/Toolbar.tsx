import {
  Bold,
  Code,
  Italic,
  Link,
  List,
  ListOrdered,
  SquareCode,
  Strikethrough,
  TextQuote,
} from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { commandOf } from '../../../keys/commands';
import { useSay } from '../../../i18n/Texts';
import { IconButton } from '../../../ui/Button/Button';
import { formats, type Format } from './formats';
import styles from './Toolbar.module.css';

interface ToolbarProps {
  active: readonly Format[];
  onFormat: (format: Format) => void;
}

const icons = {
  bold: Bold,
  italic: Italic,
  strike: Strikethrough,
  link: Link,
  numbers: ListOrdered,
  bullets: List,
  quote: TextQuote,
  code: Code,
  codeBlock: SquareCode,
};

/** What can be done to words and lines, as one stop of Tab; arrows walk. */
export function Toolbar({ active, onFormat }: ToolbarProps) {
  const say = useSay();
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const at = buttons.findIndex((each) => each === document.activeElement);
    const way = getComputedStyle(event.currentTarget).direction === 'rtl' ? -step : step;
    buttons.at((at + way) % buttons.length)?.focus();
    event.preventDefault();
  };
  return (
    <div
      role="toolbar"
      aria-label={say('composer.toolbar')}
      className={styles.toolbar}
      onKeyDown={onKeyDown}
    >
      {formats.map((each, at) => {
        const Icon = icons[each];
        const named = each !== 'codeBlock';
        return (
          <IconButton
            key={each}
            label={say(named ? commandOf(each).text : 'composer.codeBlock')}
            {...(named && { command: each })}
            aria-pressed={active.includes(each)}
            tabIndex={at === 0 ? 0 : -1}
            className={styles.button}
            // The caret stays where it is.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onFormat(each)}
          >
            <Icon size={16} strokeWidth={1.75} />
          </IconButton>
        );
      })}
    </div>
  );
}
