import { enJump } from './enJump';
import { enKeys } from './enKeys';
import { enSidebar } from './enSidebar';
import { enViews } from './enViews';

/** The texts of getting about. */
export const enNavigation = { ...enJump, ...enKeys, ...enSidebar, ...enViews } as const;
