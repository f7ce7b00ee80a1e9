import type { Trigger } from '../../../models/triggers';
import type { Draft, Selected } from '../../../richtext/draft';
import type { KeyParts } from './fieldKeys';
import type { Format, LinkAt } from './formats';
import type { Said } from './said';

/** Whom an editor serves. */
export interface TypingParts extends Omit<KeyParts, 'format'> {
  names: () => Said;
  /** Whether signs stay what was typed. */
  signs: () => boolean;
  changed: (draft: Draft) => void;
  rests: (place: string, selection: Selected) => void;
  /** What holds at the caret. */
  formatted: (active: readonly Format[]) => void;
  /** A link is to be made or changed. */
  linking: (link: LinkAt) => void;
  /** What was just pasted may become a code block. */
  offered: (code: boolean) => void;
  /** What is about to be completed, at a place of the document. */
  triggered: (trigger: Trigger | undefined) => void;
}

/** As long as it serves nobody. */
export const nobody: TypingParts = {
  names: () => ({
    person: String,
    channel: String,
    emoji: () => undefined,
    group: () => undefined,
  }),
  enter: () => 'breaks',
  signs: () => true,
  complete: () => false,
  submit: () => undefined,
  other: () => undefined,
  changed: () => undefined,
  rests: () => undefined,
  formatted: () => undefined,
  linking: () => undefined,
  offered: () => undefined,
  triggered: () => undefined,
};
