import { prefer, usePreference } from '../../../app/preferences';
import { useSay } from '../../../i18n/Texts';
import { sidebarWidths, widthIn } from '../../../models/preferences';
import styles from './SidebarEdge.module.css';

const stepPx = 16;

/** Between the sidebar and the rest: dragged, or moved by the arrows. */
export function SidebarEdge() {
  const say = useSay();
  const width = usePreference('sidebarWidth');
  const resize = (px: number) => prefer('sidebarWidth', widthIn(sidebarWidths, px));
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={say('sidebar.width')}
      aria-valuenow={width}
      aria-valuemin={sidebarWidths.least}
      aria-valuemax={sidebarWidths.most}
      tabIndex={0}
      className={styles.edge}
      onKeyDown={(event) => {
        const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        resize(width + step * growth(event.currentTarget) * stepPx);
      }}
      onPointerDown={(event) => {
        event.preventDefault();
        const { clientX, currentTarget: edge, pointerId } = event;
        edge.setPointerCapture(pointerId);
        edge.onpointermove = (move) => resize(width + (move.clientX - clientX) * growth(edge));
        edge.onlostpointercapture = () => {
          edge.onpointermove = null;
        };
      }}
      onDoubleClick={() => resize(sidebarWidths.usual)}
    />
  );
}

/** Towards the end of the line the sidebar grows. */
function growth(element: Element): 1 | -1 {
  return getComputedStyle(element).direction === 'rtl' ? -1 : 1;
}
