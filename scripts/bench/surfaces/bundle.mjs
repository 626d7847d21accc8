import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * What a page of the build loads before it shows anything: its HTML, styles, scripts and whatever these import
 * statically; not what it imports on demand.
 * @param {string} folder the build's @param {string} page e.g. `sidepanel.html`
 * @returns {{ files: string[], gzipped: number }} bytes, each file by itself
 */
export function bundleOf(folder, page) {
  const html = readFileSync(join(folder, page), 'utf8');
  const linked = [...html.matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/g)].map(([, path = '']) => path);
  /** @type {Set<string>} */
  const files = new Set();
  const take = (/** @type {string} */ path) => {
    if (files.has(path)) return;
    files.add(path);
    if (!path.endsWith('.js')) return;
    const code = readFileSync(join(folder, path), 'utf8');
    for (const [, named = ''] of code.matchAll(
      /(?:^|[;}\s])(?:import|export)(?:[^'"`;()]*?from)?["'](\.[^"']+\.js)["']/g,
    ))
      take(join(dirname(path), named));
  };
  for (const path of linked) take(path);
  const size = (/** @type {string | Buffer} */ content) => gzipSync(content, { level: 9 }).length;
  const gzipped = [...files].reduce((sum, path) => sum + size(readFileSync(join(folder, path))), size(html));
  return { files: [page, ...files], gzipped };
}
