import { PanelLeftOpen } from 'lucide-react';
import { useSay } from '../../../i18n/Texts';
import { IconButton } from '../../../ui/Button/Button';
import styles from './Sidebar.module.css';

/** What is left of a hidden sidebar: the way back. */
export function SidebarRail({ onShow }: { onShow: () => void }) {
  const say = useSay();
  return (
    <nav aria-label={say('sidebar.label')} className={styles.rail} data-region="sidebar">
      <IconButton label={say('sidebar.reveal')} command="sidebar" onClick={onShow}>
        <PanelLeftOpen size={16} strokeWidth={1.75} />
      </IconButton>
    </nav>
  );
}
