import styles from './Edge.module.css';

interface EdgeProps {
  label: string;
  /** On which side of its box it lies; that side moves. */
  side: 'start' | 'end';
  /** How wide the box is to be, in px. */
  width: number;
  widths: { least: number; usual: number; most: number };
  className?: string | undefined;
  onResize: (px: number) => void;
}

const stepPx = 16;

/** Makes the box in which it lies wider: dragged, or moved by the arrows; a double click undoes it. */
export function Edge({ label, side, width, widths, className = '', onResize }: EdgeProps) {
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={widths.least}
      aria-valuemax={widths.most}
      tabIndex={0}
      data-side={side}
      className={`${styles.edge} ${className}`}
      onKeyDown={(event) => {
        const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        onResize(width + step * growth(event.currentTarget, side) * stepPx);
      }}
      onPointerDown={(event) => {
        event.preventDefault();
        const { clientX, currentTarget: edge, pointerId } = event;
        edge.setPointerCapture(pointerId);
        // There may be no room for all that the box is to have.
        const box = edge.offsetParent;
        const start = box instanceof HTMLElement ? box.offsetWidth : width;
        edge.onpointermove = (move) =>
          onResize(start + (move.clientX - clientX) * growth(edge, side));
        edge.onlostpointercapture = () => {
          edge.onpointermove = null;
        };
      }}
      onDoubleClick={() => onResize(widths.usual)}
    />
  );
}

/** Whether the box grows to the right or to the left. */
function growth(edge: Element, side: EdgeProps['side']): 1 | -1 {
  const isRtl = getComputedStyle(edge).direction === 'rtl';
  return (side === 'end') === isRtl ? -1 : 1;
}
