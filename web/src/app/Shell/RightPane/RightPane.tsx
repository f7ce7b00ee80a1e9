import { useLayoutEffect, useMemo, useRef, type ReactNode } from 'react';
import { useSay } from '../../../i18n/Texts';
import { prefer, usePreference } from '../../preferences';
import { paneWidthOf, paneWidths } from '../../../models/preferences';
import { PaneContext } from '../../../ui/Pane/Pane';
import styles from './RightPane.module.css';

interface RightPaneProps {
  onClose: () => void;
  onBack: (() => void) | undefined;
  children: ReactNode;
}

const stepPx = 16;

/** The frame at the end of the shell: one view at a time, as wide as a person drags it. */
export function RightPane({ onClose, onBack, children }: RightPaneProps) {
  const say = useSay();
  const width = usePreference('paneWidth');
  const box = useRef<HTMLDivElement>(null);
  const frame = useMemo(() => ({ close: onClose, back: onBack }), [onClose, onBack]);
  const resize = (px: number) => prefer('paneWidth', paneWidthOf(px));
  useLayoutEffect(() => box.current?.style.setProperty('--w-right', `${width}px`), [width]);
  /** Towards the start of the line the pane grows. */
  const growth = () => (box.current !== null && isRtl(box.current) ? 1 : -1);

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
      <div
        role="separator"
        aria-orientation="vertical"
        aria-label={say('pane.resize')}
        aria-valuenow={width}
        aria-valuemin={paneWidths.least}
        aria-valuemax={paneWidths.most}
        tabIndex={0}
        className={styles.edge}
        onKeyDown={(event) => {
          const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
          if (step === undefined) return;
          event.preventDefault();
          resize(width + step * growth() * stepPx);
        }}
        onPointerDown={(event) => {
          event.preventDefault();
          const { clientX } = event;
          const edge = event.currentTarget;
          edge.setPointerCapture(event.pointerId);
          const start = box.current?.clientWidth ?? width;
          edge.onpointermove = (move) => resize(start + (move.clientX - clientX) * growth());
          edge.onlostpointercapture = () => {
            edge.onpointermove = null;
          };
        }}
        onDoubleClick={() => resize(paneWidths.usual)}
      />
      <PaneContext value={frame}>{children}</PaneContext>
    </div>
  );
}

function isRtl(element: Element): boolean {
  return getComputedStyle(element).direction === 'rtl';
}

/** Esc in a field is the field's. */
function isField(target: EventTarget): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input, textarea, [role=article]');
}
