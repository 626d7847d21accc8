import { namesOf, writeTemplates } from '../lib/write-templates.mjs';
import { files, lines } from './templates.mjs';

/**
 * Writes a new connector into the project at `root`: folder, fake, test, its registry line and its words in every language. Throws a
 * sentence before it writes anything where something is in the way.
 * @param {string} root
 * @param {{ name: string, title?: string }} wish `name` as the folder's, `title` as the product calls itself
 * @returns {string[]} what was written or changed
 */
export function writeConnector(root, { name, title = name.charAt(0).toUpperCase() + name.slice(1) }) {
  const names = namesOf(name);
  if (!/^[\p{L}\p{N} .&-]{1,40}$/u.test(title)) throw new Error(`--title ${title}: letters and digits only.`);
  return writeTemplates(root, { ...names, title }, { files, lines, source: 'scripts/new-connector' });
}
