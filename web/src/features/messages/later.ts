import { fetchWhenIdle, laterPart, part } from '../../app/parts';
import { loadEmoji } from '../../richtext/emoji';

/** What is done with messages is not needed at the first paint. */
export const EditBox = part(async () => (await import('./EditBox/EditBox')).EditBox);
export const StartActions = part(
  async () => (await import('./StartActions/StartActions')).StartActions,
);
export const Toolbar = part(async () => (await import('./Toolbar/Toolbar')).Toolbar);
export const RowMenu = part(async () => (await import('./RowMenu/RowMenu')).RowMenu);
export const DayPill = laterPart(async () => (await import('./DayPill/DayPill')).DayPill);
export const DeleteDialog = part(
  async () => (await import('./DeleteDialog/DeleteDialog')).DeleteDialog,
);
export const Picker = part(async () => (await import('../emoji/Picker/Picker')).Picker);
export const NewBar = part(async () => (await import('./NewBar/NewBar')).NewBar);
fetchWhenIdle(loadEmoji);
