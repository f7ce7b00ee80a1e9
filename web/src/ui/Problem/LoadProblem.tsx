import '../../i18n/enRefusals';
import { refusalText, useSay } from '../../i18n/Texts';
import { TextButton } from '../Button/Button';
import { Problem } from './Problem';

interface LoadProblemProps {
  /** The code of why something is not there. */
  refusal: string | undefined;
  /** What else went wrong, to be told in the same place. */
  other?: string | undefined;
  onRetry: () => void;
}

/** In place of what could not be had: why, and a way to ask again. */
export function LoadProblem({ refusal, other, onRetry }: LoadProblemProps) {
  const say = useSay();
  if (refusal === undefined) return <Problem text={other} />;
  const unanswered = refusal === 'unreachable';
  return (
    <Problem text={unanswered ? say('refusal.unanswered') : refusalText(say, refusal)}>
      {' '}
      <TextButton onClick={onRetry}>{say('list.retry')}</TextButton>
    </Problem>
  );
}
