import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The forms of a new part's name. Throws a sentence where it cannot be a folder's.
 * @param {string} name as the folder's
 * @returns {{ name: string, camel: string }}
 */
export function namesOf(name) {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name))
    throw new Error(`${name}: write the name in small letters, with hyphens.`);
  return { name, camel: name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase()) };
}

/**
 * Writes a new part into the project at `root`: files of its own, and its lines in the lists that name every part. Throws
 * a sentence before it writes anything where something is in the way.
 * @template {{ name: string }} About
 * @param {string} root
 * @param {About} about what the templates tell of
 * @param {{
 *   files: Readonly<Record<string, (about: About) => string>>,
 *   lines: readonly { path: string, behind: RegExp, line: (about: About) => string }[],
 *   source: string,
 * }} templates paths with `NAME` for the name; `source` says where `lines` stand
 * @returns {string[]} what was written or changed
 */
export function writeTemplates(root, about, { files, lines, source }) {
  /** @type {Map<string, string>} */
  const texts = new Map();
  for (const [pattern, text] of Object.entries(files)) {
    const path = pattern.replaceAll('NAME', about.name);
    if (existsSync(join(root, path))) throw new Error(`${path} is there already.`);
    texts.set(path, text(about));
  }
  for (const { path, behind, line } of lines) {
    const text = texts.get(path) ?? readFileSync(join(root, path), 'utf8');
    const match = behind.exec(text);
    if (!match) throw new Error(`${path}: the list is not where it was; ${source} says where it was.`);
    const at = match.index + match[0].length;
    texts.set(path, text.slice(0, at) + line(about) + text.slice(at));
  }
  for (const [path, text] of texts) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return [...texts.keys()];
}
