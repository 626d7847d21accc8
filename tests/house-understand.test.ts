import { describe, expect, it } from 'vitest';
import { filesBelow, importsOf, read, resolveImport, withoutComments } from './tools/source';

/*
 * The scorers measure tests/understand/adapter.ts. Their figures speak of the product only while that file holds
 * nothing but the product's own functions, and the product calls them.
 */

const ADAPTER = 'tests/understand/adapter.ts';

interface Exported {
  /** The name in the product's file. */
  name: string;
  /** The name that the scorers ask for. */
  as: string;
  from: string;
}

/** What a source re-exports by name, and what remains of it when those statements are taken away. */
function readReexports(source: string): { exported: Exported[]; rest: string } {
  const exported: Exported[] = [];
  const rest = withoutComments(source).replace(
    /^export \{([\w\s,]*)\} from '([^']+)';$/gm,
    (_, names: string, from: string) => {
      for (const each of names.split(',')) {
        const [name = '', as = name] = each.trim().split(/\s+as\s+/);
        if (name !== '') exported.push({ name, as, from });
      }
      return '';
    },
  );
  return { exported, rest: rest.trim() };
}

/** The files that a browser runs: whatever the entrypoints reach. */
function productFiles(): string[] {
  const reached = new Set<string>();
  const todo = filesBelow(['entrypoints'], ['.ts', '.tsx']);
  for (let path = todo.pop(); path; path = todo.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    for (const specifier of importsOf(path, { types: false })) {
      const target = resolveImport(path, specifier);
      if (target && /\.tsx?$/.test(target)) todo.push(target);
    }
  }
  return [...reached];
}

/** Whether a file imports this function by name, and uses it outside its import. */
function calls(path: string, { name }: Exported, target: string): boolean {
  const source = withoutComments(read(path));
  const imports = [...source.matchAll(/(?:^|\n)import\s*\{([^}]*)\}\s*from\s*'([^']+)'/g)];
  const imported = imports.some(
    ([, names = '', specifier = '']) =>
      resolveImport(path, specifier) === target && names.split(',').some((each) => each.trim() === name),
  );
  return imported && new RegExp(`\\b${name}\\(`).test(source);
}

describe('what the scorers measure', () => {
  const { exported, rest } = readReexports(read(ADAPTER));

  it('is re-exported and nothing else: no logic of its own', () => {
    expect(rest, `move this out of ${ADAPTER} into utils/understand, where the product calls it`).toBe('');
    expect(exported.length).toBeGreaterThan(5);
    const elsewhere = exported.filter(({ from }) => !from.startsWith('@/utils/understand/'));
    expect(elsewhere, 'only what utils/understand has').toEqual([]);
  });

  it('is what the product itself calls', () => {
    const product = productFiles();
    const unused = exported.filter((each) => {
      const target = resolveImport(ADAPTER, each.from) ?? '';
      return !product.some((path) => path !== target && calls(path, each, target));
    });
    expect(
      unused.map(({ name, from }) => `${name} of ${from}`),
      'the product calls another function: give the scorers that one',
    ).toEqual([]);
  });

  it('would be noticed if it were not', () => {
    const logic = "export { splitReply } from '@/a';\nexport const isFreemail = () => true;";
    expect(readReexports(logic)).toEqual({
      exported: [{ name: 'splitReply', as: 'splitReply', from: '@/a' }],
      rest: 'export const isFreemail = () => true;',
    });
    expect(readReexports("export { a as b } from '@/a';").exported).toEqual([
      { name: 'a', as: 'b', from: '@/a' },
    ]);
    const nobody = { name: 'titleOf', as: 'titleOf', from: '@/utils/proposals/read-mail' };
    expect(productFiles().some((path) => calls(path, nobody, 'utils/proposals/read-mail.ts'))).toBe(false);
  });
});
