import { useId, type FocusEvent, type ReactNode } from 'react';
import { useSay } from '../../../i18n/Texts';
import { isLong } from '../../../models/folding';
import { FoldsOf, useUnfolded } from '../../../richtext/folds';
import { TextButton } from '../../../ui/Button/Button';
import styles from './Foldable.module.css';

interface FoldableProps {
  /** The key of the message. */
  id: string;
  said: Parameters<typeof isLong>[0];
  children: ReactNode;
}

/** What a message says; of a long one the beginning, until somebody wants the rest. */
export function Foldable({ id, said, children }: FoldableProps) {
  return <FoldsOf value={id}>{isLong(said) ? <Long>{children}</Long> : children}</FoldsOf>;
}

function Long({ children }: { children: ReactNode }) {
  const say = useSay();
  const id = useId();
  const [unfolded, setUnfolded] = useUnfolded('');
  // What has the focus is seen, also a link beyond the fold.
  const onFocus = ({ currentTarget, target }: FocusEvent<HTMLElement>) => {
    const end = currentTarget.getBoundingClientRect().bottom;
    if (target.getBoundingClientRect().bottom > end) setUnfolded(true);
  };
  return (
    <>
      <div id={id} className={unfolded ? undefined : styles.folded} onFocus={onFocus}>
        {children}
      </div>
      <TextButton
        aria-expanded={unfolded}
        aria-controls={id}
        onClick={() => setUnfolded(!unfolded)}
      >
        {say(unfolded ? 'message.fold' : 'message.unfold')}
      </TextButton>
    </>
  );
}
