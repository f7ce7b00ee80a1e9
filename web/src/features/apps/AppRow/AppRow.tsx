import { Ellipsis } from 'lucide-react';
import { useSay } from '../../../i18n/Texts';
import type { AppSummary } from '../../../protocol/generated';
import { Avatar } from '../../../ui/Avatar/Avatar';
import { Button } from '../../../ui/Button/Button';
import { Menu } from '../../../ui/Menu/Menu';
import styles from './AppRow.module.css';

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
  const { name, description, scopes, is_installed: installed } = app;
  return (
    <li className={styles.row}>
      <Avatar small id={app.bot_user_id ?? app.id} name={name} />
      <span className={styles.words}>
        <bdi className={styles.name}>{name}</bdi>
        {description !== '' && <bdi className={styles.note}>{description}</bdi>}
        <span className={styles.note}>
          {installed ? say('apps.scopes', { count: scopes.length }) : say('apps.removed')}
          {installed && scopes.length > 0 && `: ${scopes.join(', ')}`}
        </span>
      </span>
      {installed ? (
        <Menu
          label={say('apps.menu', { name })}
          className={styles.menu}
          items={[
            ...secretNames.map((secret) => ({
              id: secret,
              label: say(`apps.rotate.${secret}`),
              run: () => onRotate(secret),
            })),
            { id: 'remove', label: say('apps.remove'), danger: true, run: onRemove },
          ]}
        >
          <Ellipsis size={16} strokeWidth={1.75} />
        </Menu>
      ) : (
        <Button onClick={onInstall}>{say('apps.install')}</Button>
      )}
    </li>
  );
}
