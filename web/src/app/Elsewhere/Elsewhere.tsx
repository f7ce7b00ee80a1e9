import '../../i18n/enElsewhere';
import { Front } from '../../features/signin/Front/Front';
import { useSay } from '../../i18n/Texts';
import { formatAddress } from '../../models/address';
import type { Team } from '../../protocol/generated';
import buttons from '../../ui/Button/Actions.module.css';
import { Link } from '../../ui/Link/Link';

interface ElsewhereProps {
  /** What the address names. */
  slug: string;
  /** The workspace that one is in. */
  team: Team;
}

/** In place of a workspace that does not exist, or that one is not in: which it is, is not told. */
export default function Elsewhere({ slug, team }: ElsewhereProps) {
  const say = useSay();
  return (
    <Front title={say('elsewhere.title', { slug })} intro={say('elsewhere.why')}>
      <div className={buttons.actions}>
        <Link
          href={formatAddress({ view: 'workspace', slug: team.domain })}
          className={buttons.action}
        >
          {say('elsewhere.own', { name: team.name })}
        </Link>
      </div>
    </Front>
  );
}
