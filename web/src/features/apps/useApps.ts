import { useCallback, useEffect, useState } from 'react';
import { useWorkspace } from '../../app/context';
import { refusalOf } from '../../app/workspace/actions';
import type { Outcome } from '../../protocol/api';
import type { AppSummary, AppsAnswer, Webhook, WebhooksAnswer } from '../../protocol/generated';

export interface Apps {
  /** Undefined until they have come. */
  apps: readonly AppSummary[] | undefined;
  webhooks: readonly Webhook[];
  refusal: string | undefined;
  /** Reads them again. */
  again: () => void;
  /** Runs a call that changes them, then reads them again. */
  change: <T>(method: string, args: Record<string, unknown>) => Promise<Outcome<T>>;
}

/** The workspace's apps and webhooks, as its admins know them. */
export function useApps(): Apps {
  const { call } = useWorkspace().parts;
  const [apps, setApps] = useState<readonly AppSummary[]>();
  const [webhooks, setWebhooks] = useState<readonly Webhook[]>([]);
  const [refusal, setRefusal] = useState<string>();

  const read = useCallback(async () => {
    const [first, second] = await Promise.all([
      call<AppsAnswer>('client.apps.list'),
      call<WebhooksAnswer>('client.webhooks.list'),
    ]);
    if (first.kind === 'ok') setApps(first.answer.apps);
    if (second.kind === 'ok') setWebhooks(second.answer.webhooks);
    setRefusal(refusalOf(first) ?? refusalOf(second));
  }, [call]);

  useEffect(() => void read(), [read]);

  const change = async <T>(method: string, args: Record<string, unknown>) => {
    const outcome = await call<T>(method, args);
    if (outcome.kind === 'ok') await read();
    return outcome;
  };

  return { apps, webhooks, refusal, again: () => void read(), change };
}
