import { useWorkspace } from '../../../app/context';
import '../../../i18n/enSettings';
import { useSay } from '../../../i18n/Texts';
import { formatAddress } from '../../../models/address';
import { settingsSections } from '../../../models/preferences';
import { Dialog } from '../../../ui/Dialog/Dialog';
import { Sections } from '../../../ui/Sections/Sections';
import { Accessibility } from '../Accessibility/Accessibility';
import { Appearance } from '../Appearance/Appearance';
import { CachePart } from '../CachePart/CachePart';
import { EmojiPart } from '../EmojiPart/EmojiPart';
import { Language } from '../Language/Language';
import { Reading } from '../Reading/Reading';
import { SessionList } from '../SessionList/SessionList';
import { Shortcuts } from '../Shortcuts/Shortcuts';
import { Writing } from '../Writing/Writing';
import styles from './SettingsDialog.module.css';

interface SettingsDialogProps {
  section: string | undefined;
  onClose: () => void;
  onSignOut: () => void;
}

/** Preferences take effect at once: there is nothing to save. */
export function SettingsDialog({ section, onClose, onSignOut }: SettingsDialogProps) {
  const say = useSay();
  const slug = useWorkspace().parts.team.domain;
  const current = settingsSections.find((each) => each === section) ?? 'appearance';
  const insecure = !window.isSecureContext;
  return (
    <Dialog tall wide title={say('settings.title')} onClose={onClose}>
      <Sections
        label={say('settings.sections')}
        current={current}
        parts={settingsSections.map((id) => ({
          id,
          text: say(`settings.${id}.title`),
          href: formatAddress({ view: 'settings', slug, section: id }),
        }))}
      >
        {partOf(current, onSignOut)}
        {current === 'sessions' && insecure && (
          <p className={styles.hint}>{say('settings.insecure')}</p>
        )}
      </Sections>
    </Dialog>
  );
}

function partOf(section: (typeof settingsSections)[number], onSignOut: () => void) {
  switch (section) {
    case 'appearance':
      return <Appearance />;
    case 'reading':
      return <Reading />;
    case 'writing':
      return <Writing />;
    case 'shortcuts':
      return <Shortcuts />;
    case 'accessibility':
      return <Accessibility />;
    case 'language':
      return <Language />;
    case 'emoji':
      return <EmojiPart />;
    case 'sessions':
      return <SessionList onSignOut={onSignOut} />;
    case 'cache':
      return <CachePart />;
  }
}
