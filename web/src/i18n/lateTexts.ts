import type { enApps } from './enApps';
import type { enBookmarks } from './enBookmarks';
import type { enBrowse } from './enBrowse';
import type { enComposer } from './enComposer';
import type { enDetails } from './enDetails';
import type { enEmoji } from './enEmoji';
import type { enGroups } from './enGroups';
import type { enLater } from './enLater';
import type { enPeople } from './enPeople';
import type { enPasted } from './enPasted';
import type { enProfile } from './enProfile';
import type { enRefusals } from './enRefusals';
import type { enSearch } from './enSearch';
import type { enSettings } from './enSettings';
import type { enSetUp } from './enSetUp';
import type { enSignIn } from './enSignIn';
import type { enStatus } from './enStatus';

/** Texts of parts that come late: the parts bring them. */
export type LateTextId =
  | keyof typeof enApps
  | keyof typeof enBookmarks
  | keyof typeof enBrowse
  | keyof typeof enComposer
  | keyof typeof enDetails
  | keyof typeof enEmoji
  | keyof typeof enGroups
  | keyof typeof enLater
  | keyof typeof enPeople
  | keyof typeof enPasted
  | keyof typeof enProfile
  | keyof typeof enRefusals
  | keyof typeof enSearch
  | keyof typeof enSettings
  | keyof typeof enSetUp
  | keyof typeof enSignIn
  | keyof typeof enStatus;
