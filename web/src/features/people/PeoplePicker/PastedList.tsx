import { useFormats } from '../../../i18n/formats';
import { useSay } from '../../../i18n/Texts';
import { Problem } from '../../../ui/Problem/Problem';
import type { Pasted } from './usePasted';

/** What became of a list of people that was pasted. */
export function PastedList({ pasted }: { pasted: Pasted | undefined }) {
  const say = useSay();
  const { list } = useFormats();
  const missing = pasted?.kind === 'done' ? pasted.missing : [];
  return (
    <>
      <p role="status" hidden={pasted === undefined}>
        {pasted?.kind === 'looking' && say('people.pasted.looking', { count: pasted.count })}
        {pasted?.kind === 'done' && say('people.pasted.found', { count: pasted.found })}
      </p>
      <Problem
        text={
          missing.length === 0
            ? undefined
            : say('people.pasted.missing', { names: list([...missing]) })
        }
      />
    </>
  );
}
