import { Typing } from './typing';

/** To make an editor takes long: one that is left is the next one. */
let spare: Typing | undefined;
let count = 0;
/** Where the spare one is: what belongs to no page looks like what was forgotten. */
const attic = document.createElement('div');
attic.hidden = true;

/** Beside the one that is in use another one is there before it is needed. */
export function prepareTyping(): void {
  if (count < 2 && spare === undefined) keep(make());
}

export function takeTyping(): Typing {
  const taken = spare ?? make();
  spare = undefined;
  return taken;
}

export function leaveTyping(left: Typing): void {
  const { composing } = left.view;
  left.end();
  // What composes in it may still do so.
  if (spare === undefined && !composing) {
    keep(left);
    return;
  }
  left.destroy();
  count -= 1;
}

function keep(typing: Typing): void {
  spare = typing;
  attic.append(typing.element);
  document.body.append(attic);
}

function make(): Typing {
  count += 1;
  return new Typing();
}
