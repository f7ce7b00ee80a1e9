import { useEffect } from 'react';
import { useWorkspace } from '../../../app/context';
import { useSay } from '../../../i18n/Texts';
import { useToast } from '../../../ui/Toast/Toast';
import { useNames, useTitleOf } from '../../names';

/** Who is removed from a conversation while they are at another one is told by whom. */
export function RemovedElsewhere() {
  const say = useSay();
  const toast = useToast();
  const names = useNames();
  const titleOf = useTitleOf();
  const { status } = useWorkspace();

  useEffect(
    () =>
      status.subscribe(({ gone }, before) => {
        if (gone === before.gone || gone?.why.kind !== 'removed') return;
        const words = { name: titleOf(gone.conversation), actor: names.person(gone.why.actor) };
        toast({ text: say('list.removed', words) });
      }),
    [status, say, toast, names, titleOf],
  );
  return null;
}
