import { useLayoutEffect } from 'react';
import '../../../i18n/enComposer';
import { Field, type FieldProps } from './Field';

interface EditorProps extends FieldProps {
  /** Something is being composed without the editor: it waits. */
  waits: boolean;
  /** Whether the editor has taken over. */
  there: boolean;
  onReady: () => void;
}

/** The editor of messages, once it may take over. */
export function Editor({ waits, there, onReady, ...field }: EditorProps) {
  useLayoutEffect(() => {
    if (!waits && !there) onReady();
  });
  return there ? <Field {...field} /> : null;
}
