import { lazy } from 'react';

const loadEdit = async () => ({ default: (await import('./EditBox/EditBox')).EditBox });
const loadToolbar = async () => ({ default: (await import('./Toolbar/Toolbar')).Toolbar });
const loadMenu = async () => ({ default: (await import('./RowMenu/RowMenu')).RowMenu });
const loadErase = async () => ({
  default: (await import('./DeleteDialog/DeleteDialog')).DeleteDialog,
});
const loadPicker = async () => ({ default: (await import('../emoji/Picker/Picker')).Picker });

/** What is done with messages is not needed at the first paint. */
export const EditBox = lazy(loadEdit);
export const Toolbar = lazy(loadToolbar);
export const RowMenu = lazy(loadMenu);
export const DeleteDialog = lazy(loadErase);
export const Picker = lazy(loadPicker);

/** No menu shall wait for the network: all is fetched when the page has time. */
export function preloadActions(): void {
  for (const load of [loadMenu, loadEdit, loadErase, loadPicker]) {
    void load().catch(() => undefined);
  }
}
