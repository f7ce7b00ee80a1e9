import type { PickerChoice } from './choices';
import styles from './Picker.module.css';

interface FaceProps {
  choice: PickerChoice;
  toned?: string | undefined;
}

/** What an emoji looks like. */
export function Face({ choice: { glyph, picture }, toned = glyph }: FaceProps) {
  if (picture !== undefined) {
    return <img src={picture} alt="" loading="lazy" className={styles.picture} />;
  }
  return <span aria-hidden="true">{toned}</span>;
}
