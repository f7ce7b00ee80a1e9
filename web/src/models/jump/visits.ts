import type { Conversation } from '../../protocol/generated';

/** The key under which a visit to a conversation is remembered: direct ones are of the person. */
export function keyOfVisit({ id, is_im, user }: Conversation): string {
  return is_im && user !== undefined ? user : id;
}
