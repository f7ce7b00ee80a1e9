import { useWorkspaceState } from '../../../app/context';
import { useSay } from '../../../i18n/Texts';
import { useNames } from '../../names';
import styles from './TypingLine.module.css';

/** Who is typing. Its space is always there, so nothing moves when it comes and goes. */
export function TypingLine({ channel }: { channel: string }) {
  const say = useSay();
  const names = useNames();
  const typing = useWorkspaceState((state) => state.typing[channel]);
  const [one = '', two = '', three = '', ...more] = Object.keys(typing ?? {}).map(names.person);
  const text = () => {
    if (one === '') return '';
    if (two === '') return say('typing.one', { one });
    if (three === '') return say('typing.two', { one, two });
    if (more.length === 0) return say('typing.three', { one, two, three });
    return say('typing.many');
  };
  return <span className={styles.line}>{text()}</span>;
}
