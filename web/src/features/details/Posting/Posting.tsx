import { useSay } from '../../../i18n/Texts';
import type { Conversation } from '../../../protocol/generated';
import { Problem } from '../../../ui/Problem/Problem';
import { Select } from '../../../ui/Select/Select';
import { useAct } from '../../useAct';

const levels = ['everyone', 'ra', 'admin', 'owner'] as const;

/** Who may post in a channel and answer in its threads; people who are named besides stay so. */
export function Posting({ conversation }: { conversation: Conversation }) {
  const say = useSay();
  const { act, problem } = useAct();
  const { id, properties } = conversation;
  const posting = properties?.posting_restricted_to;
  const replying = properties?.threads_restricted_to;
  const options = levels.map((value) => ({ value, text: say(`details.level.${value}`) }));
  const set = (pref: string, level: string, people: readonly string[]) => {
    const right = [`type:${level}`, ...people.map((user) => `user:${user}`)].join(',');
    return act('admin.conversations.setConversationPrefs', {
      channel_id: id,
      prefs: { [pref]: right },
    });
  };
  return (
    <>
      <Select
        label={say('details.posting')}
        options={options}
        value={posting?.type[0] ?? 'everyone'}
        onChange={({ target: { value } }) =>
          void set('who_can_post', value, value === 'everyone' ? [] : (posting?.user ?? []))
        }
      />
      <Select
        label={say('details.replying')}
        options={options}
        value={replying?.type[0] ?? 'everyone'}
        onChange={(event) => void set('can_thread', event.target.value, [])}
      />
      <Problem text={problem} />
    </>
  );
}
