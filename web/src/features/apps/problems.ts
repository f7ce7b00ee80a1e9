/** What is wrong with a manifest, a line each: where, and what. */
export function linesOf(problems: unknown): string[] {
  if (!Array.isArray(problems)) return [];
  return problems.flatMap((problem: unknown) => {
    if (typeof problem !== 'object' || problem === null || !('message' in problem)) return [];
    const pointer = 'pointer' in problem ? String(problem.pointer) : '';
    const message = String(problem.message);
    return [pointer === '' ? message : `${pointer}: ${message}`];
  });
}
