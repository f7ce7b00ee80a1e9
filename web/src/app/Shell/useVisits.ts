import { useEffect } from 'react';
import { keyOfVisit } from '../../models/jump/visits';
import type { Conversation } from '../../protocol/generated';
import { useWorkspace } from '../context';

/** Remembers where one was, for the jump list. */
export function useVisits(conversation: Conversation | undefined): void {
  const { jumps } = useWorkspace();
  const key = conversation === undefined ? undefined : keyOfVisit(conversation);
  useEffect(() => {
    if (key !== undefined) jumps.visit(key);
  }, [key, jumps]);
}
