/** An extension that runs in the page as ours does, in both worlds from the start, and does nothing there. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @param {string} folder a folder of our own @param {string[]} matches @returns {string} the extension's folder */
export function makeEmpty(folder, matches) {
  const path = join(folder, 'empty');
  mkdirSync(path, { recursive: true });
  const script = { matches, run_at: 'document_start' };
  const manifest = {
    manifest_version: 3,
    name: 'empty',
    version: '1',
    content_scripts: [
      { ...script, js: ['tap.js'], world: 'MAIN' },
      { ...script, js: ['content.js'] },
    ],
  };
  writeFileSync(join(path, 'manifest.json'), JSON.stringify(manifest));
  for (const name of ['tap.js', 'content.js']) writeFileSync(join(path, name), '(() => {})();\n');
  return path;
}
