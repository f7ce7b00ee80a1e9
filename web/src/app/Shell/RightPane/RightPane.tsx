import { useLayoutEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react';
import { PaneContext } from '../../../ui/Pane/Pane';
import { useSay } from '../../../i18n/Texts';
import { paneWidths, widthIn } from '../../../models/preferences';
import { Edge } from '../../../ui/Edge/Edge';
import { prefer, usePreference } from '../../preferences';
import styles from './RightPane.module.css';

interface RightPaneProps {
  onClose: () => void;
  onBack: (() => void) | undefined;
  children: ReactNode;
}

/** The frame at the end of the shell: one view at a time, as wide as a person drags it. */
export function RightPane({ onClose, onBack, children }: RightPaneProps) {
  const say = useSay();
  const width = usePreference('paneWidth');
  const box = useRef<HTMLDivElement>(null);
  const covers = useCovers(box);
  useLayoutEffect(() => box.current?.style.setProperty('--w-right', `${width}px`), [width]);
  const frame = useMemo(() => {
    const edge = (
      <Edge
        label={say('pane.resize')}
        side="start"
        width={width}
        widths={paneWidths}
        className={styles.edge}
        onResize={(px) => prefer('paneWidth', widthIn(paneWidths, px))}
      />
    );
    return { close: onClose, back: onBack, covers, edge };
  }, [onClose, onBack, covers, say, width]);
  return (
    <div
      ref={box}
      className={styles.box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || isField(event.target)) return;
        event.preventDefault();
        onClose();
      }}
    >
      <PaneContext value={frame}>{children}</PaneContext>
    </div>
  );
}

/** Whether there is room for nothing beside it, by the container query of the shell. */
function useCovers(box: RefObject<HTMLElement | null>): boolean {
  const [covers, setCovers] = useState(false);
  useLayoutEffect(() => {
    const look = () => {
      const beside = box.current?.previousElementSibling;
      setCovers(beside != null && getComputedStyle(beside).visibility === 'hidden');
    };
    look();
    const observer = new ResizeObserver(look);
    if (box.current?.parentElement != null) observer.observe(box.current.parentElement);
    return () => observer.disconnect();
  }, [box]);
  return covers;
}

/** Esc in a field, at a message or in a dialog is theirs. */
function isField(target: EventTarget): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const theirs = 'input, textarea, [role=article], dialog, dialog *';
  return target.isContentEditable || target.matches(theirs);
}
