import { useContext, useState } from 'react';
import { hueOf, initialsOf } from '../../models/names';
import { FacesContext } from './faces';
import styles from './Avatar.module.css';

interface AvatarProps {
  id: string;
  name: string;
  small?: boolean;
  /** In place of the picture and the letters. */
  emoji?: string | undefined;
}

/**
 * A face: the person's picture, or letters on a hue of its own for those who have none and while
 * the picture is on its way. Says nothing to screen readers.
 */
export function Avatar({ id, name, small = false, emoji }: AvatarProps) {
  const picture = useContext(FacesContext)(id);
  const [missing, setMissing] = useState<string>();
  return (
    <span
      aria-hidden="true"
      data-hue={hueOf(id)}
      className={`${styles.avatar} ${small ? styles.small : ''}`}
    >
      {emoji ?? initialsOf(name)}
      {emoji === undefined && picture !== undefined && picture !== missing && (
        <img
          src={picture}
          alt=""
          draggable={false}
          className={styles.picture}
          onError={() => setMissing(picture)}
        />
      )}
    </span>
  );
}
