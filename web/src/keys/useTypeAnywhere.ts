import { useEffect } from 'react';
import { lengthOf } from '../models/length';
import { isWriting } from './chord';

/** A printable key while nothing takes it goes where `focus` puts the focus, with its character. */
export function useTypeAnywhere(focus: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isPrintable(event) && isNobodys(event.target)) focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [focus]);
}

function isPrintable(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey, defaultPrevented } = event;
  if (defaultPrevented || ctrlKey || metaKey || altKey || isWriting(event)) return false;
  return lengthOf(key) === 1 && key !== ' ';
}

function isNobodys(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]') !== null) return false;
  return target === document.body || (target instanceof HTMLElement && target.role === 'feed');
}
