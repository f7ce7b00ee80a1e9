import { useWorkspace } from '../context';
import { useSay } from '../../i18n/Texts';
import { formatAddress } from '../../models/address';
import { Link } from '../../ui/Link/Link';
import styles from './Absent.module.css';

/** The way back where the conversations do not stand beside what is shown. */
export function Home() {
  const say = useSay();
  const slug = useWorkspace().parts.team.domain;
  return (
    <Link href={formatAddress({ view: 'workspace', slug })} className={styles.home}>
      {say('header.back')}
    </Link>
  );
}
