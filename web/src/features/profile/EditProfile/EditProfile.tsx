import { useState } from 'react';
import { useWorkspaceState } from '../../../app/context';
import { useSay } from '../../../i18n/Texts';
import type { User } from '../../../protocol/generated';
import { Avatar } from '../../../ui/Avatar/Avatar';
import { Button } from '../../../ui/Button/Button';
import { Field } from '../../../ui/Field/Field';
import { FormDialog } from '../../../ui/FormDialog/FormDialog';
import { Select } from '../../../ui/Select/Select';
import { useAct } from '../../useAct';
import { PhotoDialog } from '../PhotoDialog/PhotoDialog';
import type { FieldsHeld } from '../useFields';
import styles from './EditProfile.module.css';

interface EditProfileProps {
  user: User;
  held: FieldsHeld;
  onClose: (changed: boolean) => void;
}

const texts = [
  { key: 'real_name', label: 'profile.edit.name', most: 80 },
  { key: 'display_name', label: 'profile.edit.display', most: 80 },
  { key: 'title', label: 'profile.edit.jobTitle', most: 100 },
  { key: 'pronouns', label: 'profile.pronouns', most: 60 },
  { key: 'phone', label: 'profile.phone', most: 60 },
] as const;

/** What one says of oneself; an admin, of somebody else. */
export function EditProfile({ user, held, onClose }: EditProfileProps) {
  const say = useSay();
  const { act, busy, problem } = useAct();
  const photo = useAct();
  const self = useWorkspaceState((state) => state.self);
  const [said, setSaid] = useState<Record<string, string>>({});
  const [fields, setFields] = useState<Record<string, string>>({});
  const [choosing, setChoosing] = useState(false);
  const own = user.id === self;

  const save = async () => {
    const values = Object.entries(fields).map(([id, value]) => [id, { value, alt: '' }] as const);
    const profile = { ...said, fields: Object.fromEntries(values) };
    if (await act('users.profile.set', { user: user.id, profile })) onClose(true);
  };
  return (
    <>
      <FormDialog
        tall
        title={say('profile.edit')}
        save={say('profile.edit.save')}
        busy={busy}
        problem={problem ?? photo.problem}
        onSave={save}
        onClose={() => onClose(false)}
        below={
          own && (
            <div className={styles.photo}>
              <Avatar id={user.id} name={user.real_name} />
              <Button onClick={() => setChoosing(true)}>{say('profile.photo.change')}</Button>
              {user.profile.is_custom_image === true && (
                <Button onClick={() => void photo.act('users.deletePhoto')}>
                  {say('profile.photo.remove')}
                </Button>
              )}
            </div>
          )
        }
      >
        {texts.map(({ key, label, most }) => (
          <Field
            key={key}
            label={say(label)}
            maxLength={most}
            autoComplete="off"
            hint={key === 'display_name' ? say('profile.edit.display.hint') : undefined}
            value={said[key] ?? user.profile[key] ?? ''}
            onChange={({ target }) => setSaid((now) => ({ ...now, [key]: target.value }))}
          />
        ))}
        {held.fields.map(({ id, label, hint, type, possible_values }) => {
          const value = fields[id] ?? held.values[id] ?? '';
          const set = (text: string) => setFields((now) => ({ ...now, [id]: text }));
          return type === 'options_list' ? (
            <Select
              key={id}
              label={label}
              value={value}
              options={['', ...possible_values].map((each) => ({
                value: each,
                text: each === '' ? say('profile.edit.none') : each,
              }))}
              onChange={(event) => set(event.target.value)}
            />
          ) : (
            <Field
              key={id}
              label={label}
              hint={hint === '' ? undefined : hint}
              type={type === 'date' ? 'date' : 'text'}
              value={value}
              onChange={(event) => set(event.target.value)}
            />
          );
        })}
      </FormDialog>
      {choosing && <PhotoDialog onClose={() => setChoosing(false)} />}
    </>
  );
}
