import { memo, useEffect, useImperativeHandle, useLayoutEffect, useRef, type Ref } from 'react';
import { noteUse } from '../../../app/favourites';
import { useWorkspaceState } from '../../../app/context';
import type { Trigger } from '../../../models/triggers';
import type { Leaf } from '../../../richtext/tree';
import { CompletionList } from './CompletionList';
import { useCompletion } from './useCompletion';

/** What is put in place of what was typed: what stands for a thing, or words. */
export type Completed = Exclude<Leaf, { kind: 'text' | 'link' }> | string;

export interface CompletionHandle {
  /** Whether the key was for what is offered, or may be for what is still to come. */
  press: (key: string) => boolean | 'waits';
}

interface CompletionProps {
  handle: Ref<CompletionHandle>;
  id: string;
  trigger: Trigger | undefined;
  channel: string;
  onPick: (trigger: Trigger, completed: Completed) => void;
  /** Which row is chosen, while something is offered. */
  onShown: (selected: number | undefined) => void;
  /** What fits is known, as far as it will be. */
  onKnown: () => void;
}

/** What fits to what is typed after a sign, above the field. */
export const Completion = memo(function Completion(props: CompletionProps) {
  const { handle, id, trigger, channel, onPick, onShown, onKnown } = props;
  const members = useWorkspaceState((state) => state.conversations[channel]?.member_count ?? 0);
  const completion = useCompletion(trigger, channel);
  const { choices, waits, selected } = completion;
  const open = choices.length > 0;

  const pick = (at: number) => {
    const puts = choices[at]?.puts;
    if (puts === undefined || trigger === undefined) return;
    if (puts.kind === 'emoji') noteUse(puts.name.split('::')[0] ?? puts.name);
    onPick(trigger, puts.kind === 'slash' ? `/${puts.name}` : puts);
  };
  const press = (key: string): boolean | 'waits' => {
    if (!open) return waits && 'waits';
    const puts = choices[selected]?.puts;
    // A command that stands there already is done, not completed.
    if (key === 'Enter' && puts?.kind === 'slash' && puts.name === trigger?.query) return false;
    if (key === 'ArrowDown') completion.select(selected + 1);
    else if (key === 'ArrowUp') completion.select(selected - 1);
    else if (key === 'Enter' || key === 'Tab') pick(selected);
    else if (key === 'Escape') completion.dismiss();
    else return false;
    return true;
  };
  const now = useRef(press);
  useLayoutEffect(() => {
    now.current = press;
  });
  useImperativeHandle(handle, () => ({ press: (key) => now.current(key) }), []);
  useEffect(() => onShown(open ? selected : undefined), [open, selected, onShown]);
  useEffect(() => {
    if (!waits) onKnown();
  }, [waits, trigger, onKnown]);

  if (!open) return null;
  return (
    <CompletionList id={id} choices={choices} members={members} selected={selected} onPick={pick} />
  );
});
