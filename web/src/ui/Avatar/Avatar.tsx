import { hueOf, initialsOf } from '../../models/names';
import styles from './Avatar.module.css';

interface AvatarProps {
  id: string;
  name: string;
  small?: boolean;
}

/** A face without a picture: letters on a hue of its own. Says nothing to screen readers. */
export function Avatar({ id, name, small = false }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      data-hue={hueOf(id)}
      className={`${styles.avatar} ${small ? styles.small : ''}`}
    >
      {initialsOf(name)}
    </span>
  );
}
