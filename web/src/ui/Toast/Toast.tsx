import { createContext, Suspense, useCallback, useContext, useState, type ReactNode } from 'react';
import { part } from '../../app/parts';

const Told = part(async () => (await import('./Told')).Told);

export interface Notice {
  text: string;
  /** What can still be done about it. */
  action?: { label: string; run: () => void };
}

type Tell = (notice: Notice) => void;

const ToastContext = createContext<Tell>(() => undefined);

/** One notice at a time, for what cannot be seen otherwise; the next one takes its place. */
export function Toasts({ children }: { children: ReactNode }) {
  const [notice, setNotice] = useState<Notice>();
  const onGone = useCallback(() => setNotice(undefined), []);
  return (
    <ToastContext value={setNotice}>
      {children}
      <div role="status">
        <Suspense>{notice !== undefined && <Told notice={notice} onGone={onGone} />}</Suspense>
      </div>
    </ToastContext>
  );
}

export function useToast(): Tell {
  return useContext(ToastContext);
}
