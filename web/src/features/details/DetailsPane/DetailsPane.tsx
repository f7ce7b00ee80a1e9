import { useWorkspace } from '../../../app/context';
import '../../../i18n/enDetails';
import { useSay } from '../../../i18n/Texts';
import { formatAddress } from '../../../models/address';
import { isDirect } from '../../../models/sidebar';
import type { Conversation } from '../../../protocol/generated';
import { Pane } from '../../../ui/Pane/Pane';
import { Tabs } from '../../../ui/Tabs/Tabs';
import { useTitleOf } from '../../names';
import { About } from '../About/About';
import { Members } from '../Members/Members';
import { Pins } from '../Pins/Pins';
import { Settings } from '../Settings/Settings';
import styles from './DetailsPane.module.css';

interface DetailsPaneProps {
  conversation: Conversation;
  tab: string;
}

const channelTabs = ['about', 'members', 'pins', 'settings'] as const;
const directTabs = ['about', 'pins'] as const;

type Tab = (typeof channelTabs)[number];

/** What there is to know of a conversation, beside it. */
export function DetailsPane({ conversation, tab }: DetailsPaneProps) {
  const say = useSay();
  const slug = useWorkspace().parts.team.domain;
  const title = useTitleOf()(conversation);
  const tabs: readonly Tab[] = isDirect(conversation) ? directTabs : channelTabs;
  const current = tabs.find((each) => each === tab) ?? 'about';
  const hrefOf = (each: Tab) => {
    const pane = { kind: 'details', tab: each } as const;
    const { id: channel } = conversation;
    return formatAddress({ view: 'conversation', slug, channel, ts: undefined, pane });
  };
  return (
    <Pane title={say('details.title')} note={<bdi>{title}</bdi>}>
      <Tabs
        label={say('details.tabs')}
        current={current}
        parts={tabs.map((id) => ({ id, text: say(`details.tab.${id}`), href: hrefOf(id) }))}
      />
      <div key={`${conversation.id}/${current}`} className={styles.body}>
        {partOf(current, conversation, title)}
      </div>
    </Pane>
  );
}

function partOf(tab: Tab, conversation: Conversation, name: string) {
  switch (tab) {
    case 'about':
      return <About conversation={conversation} name={name} />;
    case 'members':
      return <Members conversation={conversation} name={name} />;
    case 'pins':
      return <Pins conversation={conversation} />;
    case 'settings':
      return <Settings conversation={conversation} name={name} />;
  }
}
