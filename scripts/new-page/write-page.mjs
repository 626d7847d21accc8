import { namesOf, writeTemplates } from '../lib/write-templates.mjs';
import { files, lines } from './templates.mjs';

/**
 * Writes a new page adapter into the project at `root`: its folder, entrypoints, first case, test, and its name wherever
 * the sites are listed. Throws a sentence before it writes anything where something is in the way.
 * @param {string} root
 * @param {{ name: string, host: string, title?: string }} wish `name` as the folder's, `host` without `https://`
 * @returns {string[]} what was written or changed
 */
export function writePage(root, { name, host, title = titleOf(name) }) {
  const names = namesOf(name);
  if (!/^(?:[a-z0-9-]+\.)+[a-z]{2,}$/.test(host))
    throw new Error(`--host ${host}: write it like mail.example.com.`);
  const about = { ...names, host, title, month: new Date().toISOString().slice(0, 7) };
  return writeTemplates(root, about, { files, lines, source: 'scripts/new-page' });
}

/** `fast-mail` → `Fast mail`. @param {string} name */
const titleOf = (name) => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');
