import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { files, lines } from './templates.mjs';

/**
 * Writes a new connector into the project at `root`: folder, fake, test, its registry line and its words in every language. Throws a
 * sentence before it writes anything where something is in the way.
 * @param {string} root
 * @param {{ name: string, title?: string }} wish `name` as the folder's, `title` as the product calls itself
 * @returns {string[]} what was written or changed
 */
export function writeConnector(root, { name, title = name.charAt(0).toUpperCase() + name.slice(1) }) {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name))
    throw new Error(`${name}: write the name in small letters, with hyphens.`);
  if (!/^[\p{L}\p{N} .&-]{1,40}$/u.test(title)) throw new Error(`--title ${title}: letters and digits only.`);
  const about = { name, title, camel: name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase()) };
  /** @type {Map<string, string>} */
  const texts = new Map();
  for (const [pattern, text] of Object.entries(files)) {
    const path = pattern.replaceAll('NAME', name);
    if (existsSync(join(root, path))) throw new Error(`${path} is there already.`);
    texts.set(path, text(about));
  }
  for (const { path, behind, line } of lines) {
    const text = texts.get(path) ?? readFileSync(join(root, path), 'utf8');
    const match = behind.exec(text);
    if (!match)
      throw new Error(`${path}: the list is not where it was; scripts/new-connector says where it was.`);
    const at = match.index + match[0].length;
    texts.set(path, text.slice(0, at) + line(about) + text.slice(at));
  }
  for (const [path, text] of texts) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return [...texts.keys()];
}
