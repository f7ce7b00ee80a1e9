import { useContext, useEffect, type ReactNode } from 'react';
import { Link } from '../../../ui/Link/Link';
import { useWorkspace, WorkspaceContext } from '../../../app/context';
import { ownTarget } from '../own';
import { askFor, useLinkWords } from '../useLinkWords';

interface PermalinkProps {
  url: string;
  /** The words of the link, if it has some of its own. */
  words: string | undefined;
  /** As which it is shown where it leads to nothing that one may see. */
  plain: ReactNode;
}

/** A link to a message of this workspace: it says where, who and when, and opens in place. */
export function Permalink(props: PermalinkProps) {
  return useContext(WorkspaceContext) === undefined ? props.plain : <Inside {...props} />;
}

function Inside({ url, words, plain }: PermalinkProps) {
  const workspace = useWorkspace();
  const said = useLinkWords()(url);
  const path = ownTarget(url)?.path;
  useEffect(() => {
    if (words === undefined) void askFor(url, workspace);
  }, [url, words, workspace]);
  if (said === undefined || path === undefined) return plain;
  return (
    <Link href={path} title={url}>
      {words === undefined ? <bdi data-permalink={url}>{said}</bdi> : <bdi>{words}</bdi>}
    </Link>
  );
}
