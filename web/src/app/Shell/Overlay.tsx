import { Suspense, useLayoutEffect, useRef } from 'react';
import { TypedBefore } from '../../ui/Dialog/typedBefore';
import { part } from '../parts';
import { Waiting } from './Waiting';

const Apps = part(
  async () => (await import('../../features/apps/AppsDialog/AppsDialog')).AppsDialog,
);
const Browse = part(
  async () => (await import('../../features/browse/BrowseDialog/BrowseDialog')).BrowseDialog,
);
const Create = part(
  async () => (await import('../../features/browse/CreateDialog/CreateDialog')).CreateDialog,
);
const Direct = part(
  async () => (await import('../../features/people/DirectDialog/DirectDialog')).DirectDialog,
);
const Help = part(
  async () => (await import('../../features/help/HelpDialog/HelpDialog')).HelpDialog,
);
const Jump = part(
  async () => (await import('../../features/jump/JumpDialog/JumpDialog')).JumpDialog,
);
const Settings = part(
  async () =>
    (await import('../../features/settings/SettingsDialog/SettingsDialog')).SettingsDialog,
);

export type OverlayName = 'jump' | 'apps' | 'browse' | 'settings' | 'create' | 'message' | 'help';

interface OverlayProps {
  name: OverlayName | undefined;
  /** Which part of the preferences is wanted. */
  section: string | undefined;
  /** The conversation on screen. */
  open: string | undefined;
  onOpen: (name: OverlayName) => void;
  onClose: () => void;
  onSignOut: () => void;
}

/** The dialogs above the shell; each is a part of its own. */
export function Overlay(props: OverlayProps) {
  const typed = useRef('');
  const { name } = props;
  // What was typed for one that did not come is not for the next.
  useLayoutEffect(() => () => void (typed.current = ''), [name]);
  const waiting = <Waiting onType={(text) => (typed.current = text)} onClose={props.onClose} />;
  return (
    <TypedBefore value={typed}>
      <Suspense fallback={waiting}>{dialogOf(props)}</Suspense>
    </TypedBefore>
  );
}

function dialogOf(props: OverlayProps) {
  const { name, section, open, onOpen, onClose, onSignOut } = props;
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
    case 'jump':
      return <Jump open={open} onClose={onClose} />;
    case 'help':
      return <Help onClose={onClose} />;
    case 'create':
      return <Create onClose={onClose} />;
    case 'message':
      return <Direct onClose={onClose} />;
  }
}
