import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root, absolute. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Every file below these folders of the project, as paths relative to its root, with `/`. */
export function filesBelow(folders: readonly string[], endings: readonly string[]): string[] {
  const found: string[] = [];
  const visit = (folder: string) => {
    for (const name of readdirSync(folder)) {
      if (name === 'node_modules' || name.startsWith('.')) continue;
      const path = join(folder, name);
      if (statSync(path).isDirectory()) visit(path);
      else if (endings.some((ending) => name.endsWith(ending)))
        found.push(relative(root, path).replaceAll('\\', '/'));
    }
  };
  for (const folder of folders) {
    try {
      visit(join(root, folder));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
  return found.sort();
}

export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** The source without comments and without the inside of strings' neighbours: good enough for looking for words of code. */
export function withoutComments(source: string): string {
  return source
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|[^:'"`\\])\/\/[^\n]*/g, '$1');
}

/** What a file imports: specifiers as written. Without `import type` where only what reaches the bundle counts. */
export function importsOf(path: string, { types = true } = {}): string[] {
  const source = withoutComments(read(path));
  const found: string[] = [];
  for (const match of source.matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^'";]*?from\s*['"]([^'"]+)['"]/g,
  ))
    if (match[2] && (types || !match[1])) found.push(match[2]);
  for (const match of source.matchAll(/(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g))
    if (match[1]) found.push(match[1]);
  for (const match of source.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)) if (match[1]) found.push(match[1]);
  return found;
}

/** The project's file that a specifier names, or null for a package. `from` is the importing file. */
export function resolveImport(from: string, specifier: string): string | null {
  const base = specifier.startsWith('@/')
    ? specifier.slice(2)
    : specifier.startsWith('.')
      ? relative(root, resolve(root, dirname(from), specifier)).replaceAll('\\', '/')
      : null;
  if (base === null) return null;
  for (const candidate of [base, `${base}.ts`, `${base}.tsx`, `${base}.css`, `${base}.json`]) {
    try {
      if (statSync(join(root, candidate)).isFile()) return candidate;
    } catch {}
  }
  throw new Error(`${from} imports ${specifier}, which does not exist`);
}
