import '../../../i18n/enRefusals';
import { useState, type ReactNode } from 'react';
import { useGo } from '../../../ui/Link/useGo';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import { refusalText, useSay } from '../../../i18n/Texts';
import { formatAddress } from '../../../models/address';
import { isAdmin } from '../../../models/rank';
import type { Conversation } from '../../../protocol/generated';
import { Button } from '../../../ui/Button/Button';
import { Confirm } from '../../../ui/Confirm/Confirm';
import { Problem } from '../../../ui/Problem/Problem';
import { useAct } from '../../useAct';
import { ArchiveDialog } from '../ArchiveDialog/ArchiveDialog';
import { Posting } from '../Posting/Posting';
import { Rename } from './Rename';
import styles from './Settings.module.css';

interface SettingsProps {
  conversation: Conversation;
  name: string;
}

/** What can be done with a channel as a whole, by those who may. */
export function Settings({ conversation, name }: SettingsProps) {
  const say = useSay();
  const workspace = useWorkspace();
  const go = useGo();
  const { act, problem } = useAct();
  const [refusal, setRefusal] = useState<string>();
  const [asked, setAsked] = useState<'archive' | 'convert'>();
  const self = useWorkspaceState((state) => state.people[state.self]);
  const { id: channel, is_archived, is_general = false, is_private, creator } = conversation;
  const admin = isAdmin(self);
  const guest = self?.rank === 'guest';

  const leave = async () => {
    const refused = await workspace.actions.leave(channel);
    if (refused !== undefined) setRefusal(refusalText(say, refused));
    else go(formatAddress({ view: 'workspace', slug: workspace.parts.team.domain }));
  };
  const convert = async () => {
    const method = `admin.conversations.convertTo${is_private ? 'Public' : 'Private'}`;
    if (await act(method, { channel_id: channel })) setAsked(undefined);
  };
  const kind = is_private ? 'public' : 'private';
  const failed = refusal ?? problem;

  if (is_archived) {
    return (
      <>
        <p className={styles.note}>{say('composer.archived')}</p>
        {!guest && (
          <div>
            <Button onClick={() => void act('conversations.unarchive', { channel })}>
              {say('details.unarchive')}
            </Button>
          </div>
        )}
        <Problem text={problem} />
      </>
    );
  }
  return (
    <>
      {(admin || self?.id === creator) && <Rename channel={channel} name={name} />}
      {admin && <Posting conversation={conversation} />}
      <Part
        title={say('details.private')}
        note={say(is_private ? 'details.private.is' : 'details.private.isnt')}
      >
        {admin && !is_general && (
          <Button onClick={() => setAsked('convert')}>{say(`details.${kind}.do`)}</Button>
        )}
      </Part>
      {!is_general && (
        <Part title={say('details.leave')} note={say('details.leave.note')}>
          <Button onClick={() => void leave()}>{say('members.leave')}</Button>
        </Part>
      )}
      {!is_general && !guest && (
        <Part title={say('details.archive')} note={say('details.archive.note')}>
          <Button tone="danger" onClick={() => setAsked('archive')}>
            {say('details.archive.do')}
          </Button>
        </Part>
      )}
      <Problem text={asked === undefined ? failed : undefined} />
      {asked === 'archive' && (
        <ArchiveDialog channel={channel} name={name} onClose={() => setAsked(undefined)} />
      )}
      {asked === 'convert' && (
        <Confirm
          title={say(`details.${kind}.title`, { name })}
          text={say(`details.${kind}.text`)}
          problem={problem}
          confirm={say(`details.${kind}.do`)}
          cancel={say('dialog.cancel')}
          onConfirm={() => void convert()}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

interface PartProps {
  title: string;
  note: string;
  children: ReactNode;
}

function Part({ title, note, children }: PartProps) {
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>{title}</h3>
      <p className={styles.note}>{note}</p>
      {children}
    </section>
  );
}
