import type { RefObject } from 'react';
import type { Run } from '../../../keys/dispatcher';
import { useCommand } from '../../../keys/useCommand';
import type { Row } from '../../../models/rows';
import type { Message } from '../../../protocol/generated';
import { isEphemeral } from '../../../store/ephemerals';
import type { RowActions } from '../MessageRow/MessageRow';
import { threadWay } from '../threadWay';
import { useQuick } from '../useQuick';

interface RowKeysInput {
  frame: RefObject<HTMLElement | null>;
  rows: readonly Row[];
  self: string;
  inThread: boolean;
  actions: RowActions;
}

/** What keys do with the message of this list that has the focus. */
export function useRowKeys({ frame, rows, self, inThread, actions }: RowKeysInput): void {
  const quick = useQuick(actions);
  const { edit } = actions;
  const answer = (
    run: ((message: Message, row: HTMLElement) => unknown) | undefined,
    may = anybody,
  ): Run => {
    return ({ target }) => {
      if (run === undefined) return false;
      if (!(target instanceof HTMLElement) || frame.current?.contains(target) !== true) {
        return false;
      }
      const message = messageOf(rows, target.dataset.ts);
      if (message === undefined || !may(message)) return false;
      run(message, target);
      return undefined;
    };
  };
  const mine = ({ user }: Message) => user === self;
  const outside = () => !inThread;
  const react = (at: number) => answer(quick[at]?.react);
  const leadsOn = (message: Message) => outside() && threadWay(message, actions) !== undefined;

  useCommand('actions', answer(actions.menu));
  useCommand(
    'thread',
    answer((message) => threadWay(message, actions)?.open(), leadsOn),
  );
  useCommand('react', answer(actions.pick));
  useCommand('react1', react(0));
  useCommand('react2', react(1));
  useCommand('react3', react(2));
  useCommand('edit', answer(edit && (({ ts }) => edit(ts)), mine));
  useCommand(
    'delete',
    answer(({ ts }) => actions.erase(ts), mine),
  );
  useCommand('save', answer(actions.star));
  useCommand('pin', answer(actions.pin));
  useCommand('markUnread', answer(actions.markUnread, outside));
  useCommand('copyText', answer(actions.copyText));
  useCommand('copyLink', answer(actions.copyLink));
}

const anybody: (message: Message) => boolean = () => true;

function messageOf(rows: readonly Row[], ts: string | undefined): Message | undefined {
  const row = rows.find((each) => 'message' in each && each.message.ts === ts);
  if (row === undefined || !('message' in row) || row.kind === 'tombstone') return undefined;
  return isEphemeral(row.message) ? undefined : row.message;
}
