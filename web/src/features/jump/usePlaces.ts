import { useMemo } from 'react';
import { useWorkspace } from '../../app/context';
import '../../i18n/enSettings';
import '../../i18n/enKeys';
import '../../i18n/enJump';
import { useSay } from '../../i18n/Texts';
import { commands, isListed, type CommandId } from '../../keys/commands';
import { useKeys } from '../../keys/useCommand';
import { formatAddress } from '../../models/address';
import { settingsSections } from '../../models/preferences';
import type { Place } from '../../models/jump/targets';

export interface OpenPlace extends Place {
  /** Where it is, or what is done. */
  to: { path: string } | { command: CommandId };
}

/** Views, parts of the preferences and commands that one can jump to. */
export function usePlaces(): readonly OpenPlace[] {
  const say = useSay();
  const keys = useKeys();
  const slug = useWorkspace().parts.team.domain;
  return useMemo(() => {
    const parts = settingsSections.map((section): OpenPlace => ({
      key: `setting:${section}`,
      kind: 'setting',
      title: say('jump.setting', { name: say(`settings.${section}.title`) }),
      to: { path: formatAddress({ view: 'settings', slug, section }) },
    }));
    const listed = commands.filter((command) => isListed(command) && keys.has(command.id));
    const acts = listed.map(({ id, text }): OpenPlace => ({
      key: `command:${id}`,
      kind: 'command',
      title: say(text),
      to: { command: id },
    }));
    return [...parts, ...acts];
  }, [say, keys, slug]);
}
