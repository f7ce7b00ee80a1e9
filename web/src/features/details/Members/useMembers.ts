import { useCallback, useEffect, useState } from 'react';
import { useWorkspace } from '../../../app/context';
import { refusalOf } from '../../../app/workspace/refusals';
import type { ChannelId, MembersAnswer, UserId } from '../../../protocol/generated';

const pageSize = 999;

export interface MembersHeld {
  /** Those that have come. */
  members: readonly UserId[];
  /** More are on their way. */
  loading: boolean;
  refusal: string | undefined;
  again: () => void;
  drop: (user: UserId) => void;
}

/** Who is in a channel, page after page; anew when their number changes. */
export function useMembers(channel: ChannelId, count: number): MembersHeld {
  const { call } = useWorkspace().parts;
  const [members, setMembers] = useState<readonly UserId[]>([]);
  const [loading, setLoading] = useState(true);
  const [refusal, setRefusal] = useState<string>();
  const [tries, setTries] = useState(0);

  useEffect(() => {
    let current = true;
    const isCurrent = () => current;
    const read = async () => {
      const found: UserId[] = [];
      let cursor = '';
      do {
        const args = { channel, limit: pageSize, ...(cursor === '' ? {} : { cursor }) };
        const outcome = await call<MembersAnswer>('conversations.members', args);
        if (!isCurrent()) return;
        setRefusal(refusalOf(outcome));
        if (outcome.kind !== 'ok') break;
        found.push(...outcome.answer.members);
        cursor = outcome.answer.response_metadata.next_cursor;
        // A list that is there stays until the new one is whole.
        const page = [...found];
        setMembers((before) => (cursor !== '' && before.length > page.length ? before : page));
      } while (cursor !== '');
      setLoading(false);
    };
    setLoading(true);
    void read();
    return () => {
      current = false;
    };
  }, [call, channel, count, tries]);

  return {
    members,
    loading,
    refusal,
    again: useCallback(() => setTries((before) => before + 1), []),
    drop: useCallback((user) => setMembers((all) => all.filter((each) => each !== user)), []),
  };
}
