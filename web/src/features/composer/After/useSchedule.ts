import { useGo } from '../../../ui/Link/useGo';
import { useWorkspace } from '../../../app/context';
import { refusalOf } from '../../../app/workspace/refusals';
import '../../../i18n/enSchedule';
import { refusalText, useSay } from '../../../i18n/Texts';
import { formatAddress } from '../../../models/address';
import { threadOf } from '../../../store/places';
import { useToast } from '../../../ui/Toast/Toast';
import { useWhen } from '../useWhen';
import type { Wish } from '../wish';
import { clear } from './takeBack';

type Schedule = (wish: Wish, atMs: number) => Promise<string | undefined>;

/** Has the server send a message later. Its words stay in the composer until it has them; answers why it does not. */
export function useSchedule(channel: string): Schedule {
  const say = useSay();
  const toast = useToast();
  const when = useWhen();
  const go = useGo();
  const workspace = useWorkspace();
  const { parts } = workspace;

  return async (wish, atMs) => {
    const { place, said, broadcast } = wish;
    const thread = threadOf(place);
    const reply = thread === undefined ? {} : { thread_ts: thread, reply_broadcast: broadcast };
    const args = { channel, ...said, ...reply, post_at: Math.floor(atMs / 1000) };
    const refused = refusalOf(await parts.call('chat.scheduleMessage', args));
    if (refused !== undefined) return refusalText(say, refused);
    clear(workspace, wish);
    const drafted = formatAddress({ view: 'drafts', slug: parts.team.domain });
    toast({
      text: say('schedule.done', { when: when(atMs) }),
      action: { label: say('schedule.see'), run: () => go(drafted) },
    });
    return undefined;
  };
}
