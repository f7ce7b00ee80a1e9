import { useWorkspace, useWorkspaceState } from '../../../app/context';
import '../../../i18n/enAdding';
import { useSay } from '../../../i18n/Texts';
import { addingCommand } from '../../../models/adding';
import { isAdmin } from '../../../models/rank';
import { CopyField } from '../../../ui/CopyField/CopyField';
import styles from './Adding.module.css';

/** How people come into the workspace: the command for who looks after it, for others who does it. */
export function Adding() {
  const say = useSay();
  const { domain: slug } = useWorkspace().parts.team;
  const admin = useWorkspaceState(({ people, self }) => isAdmin(people[self]));
  if (!admin) return <p className={styles.words}>{say('adding.others')}</p>;
  const command = addingCommand(slug, { name: say('adding.name'), mail: say('adding.mail') });
  return (
    <div className={styles.adding}>
      <p className={styles.words}>{say('adding.how')}</p>
      <CopyField wraps label={say('adding.command')} value={command} />
    </div>
  );
}
