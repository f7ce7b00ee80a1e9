import type { ComponentProps } from 'react';
import { useGo } from './useGo';

interface LinkProps extends ComponentProps<'a'> {
  /** An address of this page. */
  href: string;
  /** Back then leads to where one was before. */
  replace?: boolean;
}

/** Goes to an address without loading the page anew; with a modifier key the browser does as usual. */
export function Link({ href, replace = false, onClick, ...rest }: LinkProps) {
  const go = useGo();
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        const { ctrlKey, metaKey, altKey, shiftKey, button } = event;
        if (ctrlKey || metaKey || altKey || shiftKey || button !== 0) return;
        onClick?.(event);
        if (event.defaultPrevented) return;
        event.preventDefault();
        go(href, { replace });
      }}
    />
  );
}
