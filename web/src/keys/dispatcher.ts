import { isSingle, isWriting, presses } from './chord';
import { commands, type Command, type CommandId, type Scope } from './commands';

/** Does what a command says; `false` if there was nothing to do here, so that another may. */
export type Run = (event: KeyboardEvent) => boolean | undefined;

export interface DispatcherParts {
  mac: boolean;
  /** Whether single characters act on a message that has the focus. */
  singleKeys: () => boolean;
  now: () => number;
}

const sequenceMs = 1500;

/** Finds who answers to a key: the last who came of those that want its command. */
export class Dispatcher {
  private readonly handlers = new Map<CommandId, Run[]>();
  private readonly met = new Set<CommandId>();
  private begun: { key: string; atMs: number } | undefined;

  constructor(private readonly parts: DispatcherParts) {}

  /** Answers to a command until the result is called. */
  on(id: CommandId, run: Run): () => void {
    this.met.add(id);
    this.handlers.set(id, [...(this.handlers.get(id) ?? []), run]);
    return () => {
      const left = (this.handlers.get(id) ?? []).filter((each) => each !== run);
      this.handlers.set(id, left);
    };
  }

  /** Whether somebody answers to a command. */
  has(id: CommandId): boolean {
    return (this.handlers.get(id) ?? []).length > 0;
  }

  /** Whether anybody ever answered to it: the page can do it, if not here. */
  knows(id: CommandId): boolean {
    return this.met.has(id);
  }

  /** Does what a command says, chosen elsewhere than on the keyboard. */
  run(id: CommandId, event: KeyboardEvent = new KeyboardEvent('keydown')): boolean {
    return (this.handlers.get(id) ?? []).toReversed().some((run) => run(event) !== false);
  }

  press(event: KeyboardEvent): void {
    if (event.defaultPrevented || isWriting(event) || isModal()) return;
    if (['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return;
    const begun = this.begunBefore();
    const at = scopeOf(event.target);
    for (const command of commands as readonly (Command & { id: CommandId })[]) {
      if (command.local === true || !this.fits(command, event, at, begun)) continue;
      if (!this.run(command.id, event)) continue;
      this.begun = undefined;
      event.preventDefault();
      return;
    }
    this.begun = undefined;
    if (at === 'message' && this.parts.singleKeys() && startsSequence(event, this.parts.mac)) {
      this.begun = { key: event.key.toUpperCase(), atMs: this.parts.now() };
    }
  }

  private fits(
    { scope, keys }: Command,
    event: KeyboardEvent,
    at: Scope,
    begun: string | undefined,
  ): boolean {
    if (scope !== 'anywhere' && scope !== at) return false;
    return keys.some((chord) => {
      if (isSingle(chord) && (at !== 'message' || !this.parts.singleKeys())) return false;
      const [first = '', second] = chord.split(' ');
      if (second === undefined) return begun === undefined && presses(event, first, this.parts.mac);
      return begun === first && presses(event, second, this.parts.mac);
    });
  }

  private begunBefore(): string | undefined {
    const { begun, parts } = this;
    return begun !== undefined && parts.now() - begun.atMs < sequenceMs ? begun.key : undefined;
  }
}

function startsSequence(event: KeyboardEvent, mac: boolean): boolean {
  return commands.some(({ keys }) =>
    keys.some((chord) => {
      const [first = '', second] = chord.split(' ');
      return second !== undefined && presses(event, first, mac);
    }),
  );
}

/** A dialog has the keyboard for itself. */
function isModal(): boolean {
  return document.querySelector('dialog[open]') !== null;
}

export function scopeOf(target: EventTarget | null): Scope {
  if (!(target instanceof HTMLElement)) return 'anywhere';
  if (target.role === 'article') return 'message';
  return target.closest('[data-region=composer]') === null ? 'anywhere' : 'composer';
}
