import { useEffect, useRef, useState } from 'react';

/** Nobody waits longer than that for the editor. */
const patienceMs = 3000;

/** Enters that wait for the editor, which knows what they complete; without it they send. */
export function useHeldEnters(onSubmit: () => void, place: string) {
  const submit = useRef(onSubmit);
  submit.current = onSubmit;
  const [held] = useState(() => new HeldEnters(() => submit.current()));
  useEffect(() => () => void held.take(), [held, place]);
  return held;
}

class HeldEnters {
  private keys: string[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly submit: () => void) {}

  hold(): void {
    this.keys.push('Enter');
    this.timer ??= setTimeout(() => {
      this.take();
      this.submit();
    }, patienceMs);
  }

  /** They are somebody else's now, or nobody's. */
  take(): readonly string[] {
    const { keys } = this;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.keys = [];
    return keys;
  }
}
