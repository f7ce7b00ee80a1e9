import { lazy, Suspense } from 'react';

const Apps = lazy(async () => ({
  default: (await import('../../features/apps/AppsDialog/AppsDialog')).AppsDialog,
}));
const Browse = lazy(async () => ({
  default: (await import('../../features/browse/BrowseDialog/BrowseDialog')).BrowseDialog,
}));
const Create = lazy(async () => ({
  default: (await import('../../features/browse/CreateDialog/CreateDialog')).CreateDialog,
}));
const Direct = lazy(async () => ({
  default: (await import('../../features/people/DirectDialog/DirectDialog')).DirectDialog,
}));
const Help = lazy(async () => ({
  default: (await import('../../features/help/HelpDialog/HelpDialog')).HelpDialog,
}));
const Settings = lazy(async () => ({
  default: (await import('../../features/settings/SettingsDialog/SettingsDialog')).SettingsDialog,
}));

export type OverlayName = 'apps' | 'browse' | 'settings' | 'create' | 'message' | 'help';

interface OverlayProps {
  name: OverlayName | undefined;
  /** Which part of the preferences is wanted. */
  section: string | undefined;
  onOpen: (name: OverlayName) => void;
  onClose: () => void;
  onSignOut: () => void;
}

/** The dialogs above the shell; each is fetched when it is first needed. */
export function Overlay(props: OverlayProps) {
  return <Suspense>{dialogOf(props)}</Suspense>;
}

function dialogOf({ name, section, onOpen, onClose, onSignOut }: OverlayProps) {
  switch (name) {
    case undefined:
      return null;
    case 'apps':
      return <Apps onClose={onClose} />;
    case 'browse':
      return (
        <Browse
          onClose={onClose}
          onCreate={() => {
            onClose();
            onOpen('create');
          }}
        />
      );
    case 'settings':
      return <Settings section={section} onClose={onClose} onSignOut={onSignOut} />;
    case 'help':
      return <Help onClose={onClose} />;
    case 'create':
      return <Create onClose={onClose} />;
    case 'message':
      return <Direct onClose={onClose} />;
  }
}
