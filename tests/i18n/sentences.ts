/**
 * Every string of a tree of messages with its path, functions called with what `standIn` gives for their argument at that
 * place: a language that leaves an argument out, or takes them in another order than it should, shows it.
 */
export function sentences(node: unknown, path: string, standIn: (at: number) => unknown): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (Array.isArray(node)) return node.flatMap((each, at) => sentences(each, `${path}.${at}`, standIn));
  if (typeof node === 'function') {
    const wantsList = /^\(?\s*(?:names|fields)\b/.test(String(node));
    const args = Array.from({ length: node.length }, (_, at) =>
      wantsList && at === 0 ? [String(standIn(at))] : standIn(at),
    );
    return sentences(node(...args), path, standIn);
  }
  if (typeof node === 'object' && node !== null)
    return Object.entries(node).flatMap(([key, each]) => sentences(each, `${path}.${key}`, standIn));
  return [];
}
