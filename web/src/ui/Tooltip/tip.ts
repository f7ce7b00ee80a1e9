import { commandOf, keysOf, type CommandId } from '../../keys/commands';
import { spokenKeys } from '../../keys/shown';
import { mac } from '../../keys/useCommand';

/** Marks an element that `Tooltips` explains: with words, and the keys that do the same. */
export function tip(text: string, command?: CommandId) {
  if (command === undefined || keysOf(command) === '') return { 'data-tip': text };
  const keys = commandOf(command).keys.filter((each) => !each.includes(' '));
  return {
    'data-tip': text,
    'data-keys': keysOf(command),
    'aria-keyshortcuts': keys.map((each) => spokenKeys(each, mac)).join(' '),
  };
}
