import type { RefObject } from 'react';
import { useSay } from '../../../i18n/Texts';
import { paneWidthOf, paneWidths } from '../../../models/preferences';
import { prefer, usePreference } from '../../preferences';
import styles from './RightPane.module.css';

const stepPx = 16;

/** Between the conversation and the pane: dragged, or moved by the arrows. */
export function PaneEdge({ pane }: { pane: RefObject<HTMLElement | null> }) {
  const say = useSay();
  const width = usePreference('paneWidth');
  const resize = (px: number) => prefer('paneWidth', paneWidthOf(px));
  /** Towards the start of the line the pane grows. */
  const growth = () => (pane.current !== null && isRtl(pane.current) ? 1 : -1);
  return (
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
        const { clientX, currentTarget: edge, pointerId } = event;
        edge.setPointerCapture(pointerId);
        const start = pane.current?.clientWidth ?? width;
        edge.onpointermove = (move) => resize(start + (move.clientX - clientX) * growth());
        edge.onlostpointercapture = () => {
          edge.onpointermove = null;
        };
      }}
      onDoubleClick={() => resize(paneWidths.usual)}
    />
  );
}

function isRtl(element: Element): boolean {
  return getComputedStyle(element).direction === 'rtl';
}
