import '../../../i18n/enComposer';
import { useState } from 'react';
import { usePreference } from '../../../app/preferences';
import '../../../i18n/enKeys';
import { useSay } from '../../../i18n/Texts';
import { isSingle } from '../../../keys/chord';
import { commands, type Command, type CommandId, type Scope } from '../../../keys/commands';
import { shownKeys } from '../../../keys/shown';
import { mac, useKeys } from '../../../keys/useCommand';
import { fold } from '../../../models/ranking';
import { Dialog } from '../../../ui/Dialog/Dialog';
import { Field } from '../../../ui/Field/Field';
import styles from './HelpDialog.module.css';

const scopes: readonly Scope[] = ['anywhere', 'message', 'composer'];

/** All keys that do something, found by what they do or by what is on them. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const keys = useKeys();
  const singles = usePreference('singleKeys');
  const [query, setQuery] = useState('');
  const all: readonly (Command & { id: CommandId })[] = commands;
  const known = all.filter(({ id, local }) => local === true || keys.knows(id));
  const found = known
    .map((command) => ({
      ...command,
      words: say(command.text),
      shown: command.keys
        .filter((chord) => singles || !isSingle(chord))
        .map((chord) => shownKeys(chord, mac)),
    }))
    .filter(({ words, shown }) => fits(query, words, shown) && shown.length > 0);
  return (
    <Dialog tall title={say('keys.title')} onClose={onClose}>
      <Field
        label={say('keys.find')}
        autoComplete="off"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      {scopes.map((scope) => {
        const mine = found.filter((each) => each.scope === scope);
        if (mine.length === 0) return null;
        return (
          <section key={scope} aria-label={say(`keys.scope.${scope}`)}>
            <h3 className={styles.title}>{say(`keys.scope.${scope}`)}</h3>
            <dl className={styles.list}>
              {mine.map(({ id, words, shown }) => (
                <div key={id} className={styles.row}>
                  <dt>{words}</dt>
                  <dd className={styles.keys}>
                    {shown.map((chord) => (
                      <kbd key={chord} className={styles.key}>
                        {chord}
                      </kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        );
      })}
      {found.length === 0 && <p role="status">{say('keys.none', { query })}</p>}
      {!singles && <p className={styles.note}>{say('keys.singleOff')}</p>}
    </Dialog>
  );
}

function fits(query: string, words: string, shown: readonly string[]): boolean {
  const wanted = fold(query.trim());
  return [words, ...shown].some((each) => fold(each).includes(wanted));
}
