import { X } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useGo } from '../../../ui/Link/useGo';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import '../../../i18n/enRefusals';
import '../../../i18n/enSending';
import { useFormats } from '../../../i18n/formats';
import { useSay } from '../../../i18n/Texts';
import { threadOf } from '../../../store/places';
import { IconButton } from '../../../ui/Button/Button';
import { useToast } from '../../../ui/Toast/Toast';
import { useNames } from '../../names';
import { runSlash } from '../Slash/run';
import { slashOf } from '../Slash/slashes';
import type { Sent, Wish } from '../wish';
import { AskDialog } from './AskDialog';
import { Outsiders } from './Outsiders';
import { reachOf, type Reach } from './reach';
import { Strip } from './Strip';
import { clear, takeBack } from './takeBack';
import { TooFast } from './TooFast';
import { useSchedule } from './useSchedule';

export interface AfterProps {
  channel: string;
  direct: boolean;
  /** What may leave once this has looked at it. */
  wish: Wish | undefined;
  /** What is to be taken back. */
  undone: Sent | undefined;
  /** What left last. */
  sent: Sent | undefined;
  onSend: (wish: Wish) => void;
  /** The wish, or what was undone, is taken up. */
  onTaken: () => void;
}

/** What is asked before a message leaves the composer, and told after it did. */
export function After(props: AfterProps) {
  const { channel, direct, wish, undone, sent } = props;
  const say = useSay();
  const workspace = useWorkspace();
  const members = useWorkspaceState((state) => state.conversations[channel]?.member_count ?? 0);
  const toast = useToast();
  const go = useGo();
  const parts = { workspace, channel, say, names: useNames(), formats: useFormats(), go };
  const schedule = useSchedule(channel);
  const [asking, setAsking] = useState<{ wish: Wish; reach: Reach }>();
  const [problem, setProblem] = useState<string>();

  const leave = async (ready: Wish) => {
    if (ready.atMs === undefined) props.onSend(ready);
    else setProblem(await schedule(ready, ready.atMs));
  };
  /** A command is done and leaves the composer; until it is, its words stay there. */
  const run = async (ready: Wish): Promise<boolean> => {
    const slash = ready.draft.text.startsWith('/') ? slashOf(ready.said.text) : undefined;
    if (slash === undefined || ready.atMs !== undefined) return false;
    if (threadOf(ready.place) !== undefined) {
      setProblem(say('slash.thread'));
      return true;
    }
    const ran = await runSlash(slash.name, slash.rest, parts);
    if (ran.kind === 'message') props.onSend({ ...ready, said: ran.said });
    else if (ran.kind === 'problem') setProblem(ran.text);
    else clear(workspace, ready);
    if (ran.kind === 'done' && ran.notice !== undefined) toast({ text: ran.notice });
    return true;
  };
  const look = async (ready: Wish) => {
    setProblem(undefined);
    if (await run(ready)) return;
    const { groups } = workspace.store.getState();
    const reach = reachOf(ready.said.text, members, groups);
    if (reach === undefined) await leave(ready);
    else setAsking({ wish: ready, reach });
  };
  const undo = async (last: Sent) => {
    setProblem((await takeBack(workspace, last)) ? undefined : say('sending.undo.gone'));
  };

  const taken = useRef<Wish>(undefined);
  const latest = useRef({ look, undo, onTaken: props.onTaken });
  useLayoutEffect(() => {
    latest.current = { look, undo, onTaken: props.onTaken };
  });
  useEffect(() => {
    const next = wish ?? undone;
    if (next === undefined || taken.current === next) return;
    taken.current = next;
    const now = latest.current;
    now.onTaken();
    void (undone === undefined ? now.look(next) : now.undo(undone));
  }, [wish, undone]);

  return (
    <>
      <TooFast channel={channel} />
      {problem !== undefined && (
        <Strip bad>
          <span>{problem}</span>
          <IconButton label={say('sending.dismiss')} onClick={() => setProblem(undefined)}>
            <X size={16} strokeWidth={1.75} />
          </IconButton>
        </Strip>
      )}
      {sent !== undefined && !direct && (
        <Outsiders key={sent.id} channel={channel} text={sent.said.text} />
      )}
      {asking !== undefined && (
        <AskDialog
          reach={asking.reach}
          onSend={() => {
            setAsking(undefined);
            void leave(asking.wish);
          }}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  );
}
