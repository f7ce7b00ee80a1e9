import type { enAdding } from './enAdding';
import type { enApps } from './enApps';
import type { enBookmarks } from './enBookmarks';
import type { enBrowse } from './enBrowse';
import type { enChange } from './enChange';
import type { enComposer } from './enComposer';
import type { enCopy } from './enCopy';
import type { enCreate } from './enCreate';
import type { enDays } from './enDays';
import type { enDetails } from './enDetails';
import type { enElsewhere } from './enElsewhere';
import type { enEmoji } from './enEmoji';
import type { enFiles } from './enFiles';
import type { enFollowed } from './enFollowed';
import type { enGroups } from './enGroups';
import type { enJump } from './enJump';
import type { enKeys } from './enKeys';
import type { enLater } from './enLater';
import type { enPasted } from './enPasted';
import type { enPeople } from './enPeople';
import type { enPermalinks } from './enPermalinks';
import type { enPick } from './enPick';
import type { enPicker } from './enPicker';
import type { enProfile } from './enProfile';
import type { enRefusals } from './enRefusals';
import type { enRow } from './enRow';
import type { enSchedule } from './enSchedule';
import type { enSearch } from './enSearch';
import type { enSending } from './enSending';
import type { enSettings } from './enSettings';
import type { enSetUp } from './enSetUp';
import type { enSidebarRow } from './enSidebarRow';
import type { enSignIn } from './enSignIn';
import type { enSlash } from './enSlash';
import type { enStart } from './enStart';
import type { enStatus } from './enStatus';
import type { enThreadPane } from './enThreadPane';
import type { enViews } from './enViews';

/** Texts of parts that come late: the parts bring them. */
export type LateTextId =
  | keyof typeof enAdding
  | keyof typeof enApps
  | keyof typeof enBookmarks
  | keyof typeof enBrowse
  | keyof typeof enChange
  | keyof typeof enComposer
  | keyof typeof enCopy
  | keyof typeof enCreate
  | keyof typeof enDays
  | keyof typeof enDetails
  | keyof typeof enElsewhere
  | keyof typeof enEmoji
  | keyof typeof enFiles
  | keyof typeof enFollowed
  | keyof typeof enGroups
  | keyof typeof enJump
  | keyof typeof enKeys
  | keyof typeof enLater
  | keyof typeof enPasted
  | keyof typeof enPeople
  | keyof typeof enPermalinks
  | keyof typeof enPick
  | keyof typeof enPicker
  | keyof typeof enProfile
  | keyof typeof enRefusals
  | keyof typeof enRow
  | keyof typeof enSchedule
  | keyof typeof enSearch
  | keyof typeof enSending
  | keyof typeof enSettings
  | keyof typeof enSetUp
  | keyof typeof enSidebarRow
  | keyof typeof enSignIn
  | keyof typeof enSlash
  | keyof typeof enStart
  | keyof typeof enStatus
  | keyof typeof enThreadPane
  | keyof typeof enViews;
