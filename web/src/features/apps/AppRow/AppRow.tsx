import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useSay } from '../../../i18n/Texts';
import type { AppSummary } from '../../../protocol/generated';
import { Avatar } from '../../../ui/Avatar/Avatar';
import { Button, IconButton } from '../../../ui/Button/Button';
import { ListRow } from '../../../ui/ListRow/ListRow';
import { ContextMenu, type Point } from '../../../ui/Menu/ContextMenu';

/** What can be replaced, by its name on the wire. */
export const secretNames = ['bot_token', 'app_token', 'signing_secret', 'client_secret'] as const;

export type SecretName = (typeof secretNames)[number];

interface AppRowProps {
  app: AppSummary;
  onInstall: () => void;
  onRemove: () => void;
  onRotate: (secret: SecretName) => void;
}

/** An app with what it may do and what can be done with it. */
export function AppRow({ app, onInstall, onRemove, onRotate }: AppRowProps) {
  const say = useSay();
  const [menu, setMenu] = useState<Point>();
  const { name, description, scopes, is_installed: installed } = app;
  const granted = say('apps.scopes', { count: scopes.length });
  return (
    <ListRow
      icon={<Avatar small id={app.bot_user_id ?? app.id} name={name} />}
      title={<bdi>{name}</bdi>}
      notes={[
        description === '' ? '' : <bdi key="description">{description}</bdi>,
        installed ? [granted, scopes.join(', ')].filter(Boolean).join(': ') : say('apps.removed'),
      ]}
    >
      {installed ? (
        <IconButton
          label={say('apps.menu', { name })}
          aria-haspopup="menu"
          onClick={({ currentTarget }) => {
            const { left, bottom } = currentTarget.getBoundingClientRect();
            setMenu({ x: left, y: bottom });
          }}
        >
          <Ellipsis size={16} strokeWidth={1.75} />
        </IconButton>
      ) : (
        <Button onClick={onInstall}>{say('apps.install')}</Button>
      )}
      {menu !== undefined && (
        <ContextMenu
          label={say('apps.menu', { name })}
          at={menu}
          items={[
            ...secretNames.map((secret) => ({
              id: secret,
              label: say(`apps.rotate.${secret}`),
              run: () => onRotate(secret),
            })),
            { id: 'remove', label: say('apps.remove'), danger: true, run: onRemove },
          ]}
          onClose={() => setMenu(undefined)}
        />
      )}
    </ListRow>
  );
}
