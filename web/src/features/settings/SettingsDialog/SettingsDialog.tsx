import { useState } from 'react';
import { useSay } from '../../../i18n/Texts';
import { Dialog } from '../../../ui/Dialog/Dialog';
import { densities, readDensity, readTheme, setDensity, setTheme, themes } from '../../../ui/theme';
import { Choices } from '../Choices/Choices';
import { SessionList } from '../SessionList/SessionList';
import styles from './SettingsDialog.module.css';

interface SettingsDialogProps {
  section: string | undefined;
  onClose: () => void;
  onSignOut: () => void;
}

/** Preferences take effect at once: there is nothing to save. */
export function SettingsDialog({ section, onClose, onSignOut }: SettingsDialogProps) {
  const say = useSay();
  const [theme, showTheme] = useState(readTheme);
  const [density, showDensity] = useState(readDensity);
  const insecure = !window.isSecureContext;
  return (
    <Dialog tall title={say('settings.title')} onClose={onClose}>
      <Choices
        label={say('settings.theme')}
        values={themes}
        value={theme}
        textOf={(each) => say(`settings.theme.${each}`)}
        onChange={(each) => {
          setTheme(each);
          showTheme(each);
        }}
      />
      <Choices
        label={say('settings.density')}
        values={densities}
        value={density}
        textOf={(each) => say(`settings.density.${each}`)}
        onChange={(each) => {
          setDensity(each);
          showDensity(each);
        }}
      />
      <SessionList wanted={section === 'sessions'} onSignOut={onSignOut} />
      {insecure && <p className={styles.hint}>{say('settings.insecure')}</p>}
    </Dialog>
  );
}
