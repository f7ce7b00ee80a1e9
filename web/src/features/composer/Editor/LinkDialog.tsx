import { useId, useState } from 'react';
import { useSay } from '../../../i18n/Texts';
import { safeUrl } from '../../../richtext/links';
import { Button } from '../../../ui/Button/Button';
import { Dialog } from '../../../ui/Dialog/Dialog';
import { Field } from '../../../ui/Field/Field';
import type { LinkAt } from './formats';

interface LinkDialogProps {
  link: LinkAt;
  /** No address takes the link away. */
  onSave: (address: string, words: string) => void;
  onClose: () => void;
}

/** Where a link leads, and its words. */
export function LinkDialog({ link, onSave, onClose }: LinkDialogProps) {
  const say = useSay();
  const id = useId();
  const [address, setAddress] = useState(link.href);
  const [words, setWords] = useState(link.words);
  const [tried, setTried] = useState(false);
  const whole = /^[\w.-]+\.\w{2,}(\/|$)/.test(address) ? `https://${address}` : address;
  const bad = safeUrl(whole) === undefined;
  return (
    <Dialog
      title={say('composer.link.title')}
      onClose={onClose}
      footer={
        <>
          {link.href !== '' && (
            <Button onClick={() => onSave('', words)}>{say('composer.link.remove')}</Button>
          )}
          <Button onClick={onClose}>{say('dialog.cancel')}</Button>
          <Button tone="primary" type="submit" form={id}>
            {say('composer.link.save')}
          </Button>
        </>
      }
    >
      <form
        id={id}
        onSubmit={(event) => {
          event.preventDefault();
          if (bad) setTried(true);
          else onSave(whole, words);
        }}
      >
        <Field
          label={say('composer.link.address')}
          value={address}
          error={tried && bad ? say('composer.link.bad') : undefined}
          onChange={(event) => setAddress(event.target.value)}
        />
        <Field
          label={say('composer.link.words')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
