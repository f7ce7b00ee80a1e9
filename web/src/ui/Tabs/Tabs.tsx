import { PartLinks, type PartLinksProps } from '../PartLinks/PartLinks';
import styles from './Tabs.module.css';

/** Parts of a view in a row above the one that is shown. */
export function Tabs(props: PartLinksProps) {
  return <PartLinks {...props} list={styles.list} link={styles.link} />;
}
