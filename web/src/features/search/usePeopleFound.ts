import { useCallback, useEffect, useState } from 'react';
import { useWorkspace, useWorkspaceState } from '../../app/context';
import { refusalOf } from '../../app/workspace/refusals';
import { holdsEverybody } from '../../store/people';
import { askPeople } from '../people/askPeople';

/** The most that the server tells of those whom a query means. */
const most = 100;

interface Answered {
  query: string;
  count: number;
  refusal: string | undefined;
}

export interface PeopleFound {
  /** Nobody else is to come. */
  answered: boolean;
  /** There may be more than the server told. */
  isCut: boolean;
  refusal: string | undefined;
  again: () => void;
}

/**
 * Has the server tell those whom a query means, where the page does not hold everybody. They join
 * the people who are held.
 */
export function usePeopleFound(query: string): PeopleFound {
  const workspace = useWorkspace();
  const whole = useWorkspaceState(holdsEverybody);
  const [told, setTold] = useState<Answered>();
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (whole || query === '') return;
    let current = true;
    const ask = async () => {
      const outcome = await askPeople(workspace, query, most);
      if (!current) return;
      const count = outcome.kind === 'ok' ? outcome.answer.users.length : 0;
      setTold({ query, count, refusal: refusalOf(outcome) });
    };
    void ask();
    return () => {
      current = false;
    };
  }, [whole, query, workspace, tries]);
  const answer = told?.query === query && !whole ? told : undefined;
  return {
    answered: whole || (answer !== undefined && answer.refusal === undefined),
    isCut: (answer?.count ?? 0) >= most,
    refusal: answer?.refusal,
    again: useCallback(() => setTries((before) => before + 1), []),
  };
}
