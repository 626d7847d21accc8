import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { files, lines } from './templates.mjs';

/**
 * Writes a new page adapter into the project at `root`: its folder, entrypoints, first case, test, and its name wherever
 * the sites are listed. Throws a sentence before it writes anything where something is in the way.
 * @param {string} root
 * @param {{ name: string, host: string, title?: string }} wish `name` as the folder's, `host` without `https://`
 * @returns {string[]} what was written or changed
 */
export function writePage(root, { name, host, title = titleOf(name) }) {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name))
    throw new Error(`${name}: write the name in small letters, with hyphens.`);
  if (!/^(?:[a-z0-9-]+\.)+[a-z]{2,}$/.test(host))
    throw new Error(`--host ${host}: write it like mail.example.com.`);
  const about = {
    name,
    host,
    title,
    camel: name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase()),
    month: new Date().toISOString().slice(0, 7),
  };
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
      throw new Error(`${path}: the list of sites is not where it was; scripts/new-page says where it was.`);
    const at = match.index + match[0].length;
    texts.set(path, text.slice(0, at) + line(about) + text.slice(at));
  }
  for (const [path, text] of texts) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return [...texts.keys()];
}

/** `fast-mail` → `Fast mail`. @param {string} name */
const titleOf = (name) => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');
