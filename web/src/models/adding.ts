import type { Person } from '../protocol/generated';

/** The server's command that makes one person; brackets stand around what is to be filled in. */
export function addingCommand(
  slug: string,
  { name, mail }: { name: string; mail: string },
): string {
  return `./parley admin user create --workspace ${slug} --name <${name}> --email <${mail}>`;
}

/** Whether nobody else is in the workspace: people, who did not leave. */
export function isAlone(people: Readonly<Record<string, Person>>, self: string): boolean {
  return !Object.values(people).some(
    ({ id, deleted, is_bot }) => id !== self && deleted !== true && is_bot !== true,
  );
}
