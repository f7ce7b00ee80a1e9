import type { Names } from '../../../richtext/plain';

/** What things are called in the field. */
export interface Said extends Names {
  /** What stands for the address of a message. */
  link?: (url: string) => string | undefined;
}
