import { useEffect, useState } from 'react';
import { useWorkspace } from '../../app/context';
import type { User } from '../../protocol/generated';

/** A field that profiles have in this workspace. */
export interface ProfileField {
  id: string;
  label: string;
  hint: string;
  type: string;
  possible_values: string[];
  is_hidden: boolean;
}

export interface FieldsHeld {
  fields: readonly ProfileField[];
  /** What is said in them. */
  values: Readonly<Record<string, string>>;
}

interface Profile {
  fields: Record<string, { value: string }> | null;
}

const none: FieldsHeld = { fields: [], values: {} };

/** The fields of the workspace and what somebody says in them; anew when the person is read anew. */
export function useFields(user: User | undefined): FieldsHeld {
  const { call } = useWorkspace().parts;
  const [held, setHeld] = useState(none);
  const id = user?.id;
  useEffect(() => {
    if (id === undefined) return;
    let current = true;
    const read = async () => {
      const known = await call<{ profile: { fields: ProfileField[] } }>('team.profile.get');
      if (known.kind !== 'ok') return;
      const fields = known.answer.profile.fields.filter(({ is_hidden }) => !is_hidden);
      if (fields.length === 0) return;
      const said = await call<{ profile: Profile }>('users.profile.get', { user: id });
      if (said.kind !== 'ok' || !current) return;
      const values = Object.entries(said.answer.profile.fields ?? {});
      const texts = values.map(([field, { value }]) => [field, value] as const);
      setHeld({ fields, values: Object.fromEntries(texts) });
    };
    void read();
    return () => {
      current = false;
    };
  }, [call, id, user]);
  return held;
}
