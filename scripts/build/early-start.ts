import type { Plugin } from 'vite';

/*
 * How the build lets our pages show something soon. A page's scripts run only when all that they import is there, and
 * whatever stands in one file with something that waits, waits too.
 */

const words = /utils[\\/]i18n[\\/]t\.ts$/;
/** What is read before there are words. Nothing that it imports may say anything. */
const ground =
  /utils[\\/](?:view[\\/](?:popup-state|surroundings|live)|platform[\\/](?:follow-tab|session-store))\.ts$/;
/** Alone in its file: what is loaded is run, and this must run on its own page only. */
const begins = (page: string) => ({
  name: `${page}-first`,
  test: new RegExp(`entrypoints[\\\\/]${page}[\\\\/]first\\.ts$`),
  priority: 2,
  includeDependenciesRecursively: false,
});

/** Which modules stand in one file; each of these takes what it imports along. */
export const files = {
  groups: [
    // Vite's own helper for what is loaded on demand, which the ground needs as much as the words.
    { name: 'on-demand', test: /preload-helper/, priority: 5 },
    { name: 'words', test: words, priority: 4 },
    { name: 'ground', test: ground, priority: 3 },
    begins('popup'),
    begins('sidepanel'),
  ],
};

/** Runs the script that asks for the reader's words as soon as it is there, not only when all others are. */
export const askForWords: Plugin = {
  name: 'sidelog:ask-for-words',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) =>
      Object.values(bundle ?? {})
        .filter((file) => file.type === 'chunk' && file.moduleIds.some((id) => words.test(id)))
        .map(({ fileName }) => ({
          tag: 'script',
          attrs: { type: 'module', async: true, crossorigin: true, src: `/${fileName}` },
          injectTo: 'head' as const,
        })),
  },
};
