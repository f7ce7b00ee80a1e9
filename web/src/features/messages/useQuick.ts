import { useFavourites } from '../../app/favourites';
import { usePreference } from '../../app/preferences';
import type { Message } from '../../protocol/generated';
import { loadEmoji, tonedAs, useEmojiTable } from '../../richtext/emoji';
import type { RowActions } from './MessageRow/MessageRow';

/** Reactions that are one key or one click away. */
const count = 3;

interface Quick {
  name: string;
  react: (message: Message) => void;
}

/** The favourites as reactions, in the skin tone that is preferred; none where nobody may react. */
export function useQuick({ react }: Pick<RowActions, 'react'>): readonly Quick[] {
  const tone = usePreference('skinTone');
  const table = useEmojiTable();
  const favourites = useFavourites(count);
  if (react === undefined) return [];
  return favourites.map((plain) => {
    if (tone !== 'none' && table === undefined) {
      const toned = () => loadEmoji().then((read) => tonedAs(read, tone, plain)?.name);
      const late = (message: Message) =>
        void toned()
          .catch(() => undefined)
          .then((name = plain) => react(message, name));
      return { name: plain, react: late };
    }
    const name = (table === undefined ? undefined : tonedAs(table, tone, plain)?.name) ?? plain;
    return { name, react: (message) => react(message, name) };
  });
}
