import { useMemo, useRef, type ComponentProps, type MouseEvent, type TouchEvent } from 'react';
import type { Row } from '../../../models/rows';
import type { Message } from '../../../protocol/generated';
import { isEphemeral } from '../../../store/ephemerals';
import { pointOf } from '../../../ui/Menu/ContextMenu';
import type { RowActions } from '../MessageRow/MessageRow';

const pressMs = 450;

export type RowMenu = (
  row: Row,
) => Pick<ComponentProps<'div'>, 'onContextMenu' | 'onTouchStart' | 'onTouchMove' | 'onTouchEnd'>;

/**
 * Opens the menu of a message by right click, Shift+F10 or a long press. The browser's own is left
 * for selected text, for links, for fields and with Shift.
 */
export function useRowMenu(actions: RowActions): RowMenu {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  return useMemo(() => {
    const stop = () => clearTimeout(timer.current);
    return (row: Row) => {
      const message = messageOf(row);
      if (message === undefined) return {};
      return {
        onContextMenu: (event: MouseEvent<HTMLElement>) => {
          if (isNative(event)) return;
          event.preventDefault();
          const { currentTarget } = event;
          actions.menu(message, currentTarget, 'more', pointOf(event, currentTarget));
        },
        onTouchStart: ({ currentTarget, touches }: TouchEvent<HTMLElement>) => {
          stop();
          const touch = touches[0];
          if (touch === undefined) return;
          const { clientX: x, clientY: y } = touch;
          timer.current = setTimeout(() => {
            actions.menu(message, currentTarget, 'more', { x, y });
          }, pressMs);
        },
        onTouchMove: stop,
        onTouchEnd: stop,
      };
    };
  }, [actions]);
}

function messageOf(row: Row): Message | undefined {
  if (!('message' in row) || row.kind === 'tombstone') return undefined;
  return isEphemeral(row.message) ? undefined : row.message;
}

function isNative({ shiftKey, target, clientX }: MouseEvent): boolean {
  // Shift+F10 comes without a place.
  if (shiftKey && clientX !== 0) return true;
  if (!(target instanceof Element)) return false;
  const selected = getSelection()?.isCollapsed === false;
  return selected || target.closest('a[href], input, textarea, [contenteditable=true]') !== null;
}
