/** What a new page adapter begins with: it compiles, reads nothing yet, and says so as drift. */

/** @typedef {{ name: string, camel: string, title: string, host: string, month: string }} About */

/** @type {Record<string, (about: About) => string>} path below the project, with NAME for the site's name */
export const files = {
  'utils/capture/NAME/find.ts': ({ title, month }) => `/*
 * Every selector of ${title}'s page, with the date it was last seen. Data attributes and ids before roles, before
 * structure, before class names; never visible text. Older ones stay below newer ones.
 */

/** An opened message. ${month} */
export const message = '[role="main"] [data-message-id]';
`,
  'utils/capture/NAME/tap-options.ts': () => `import type { TapOptions } from '@/utils/capture/tap/tap-event';

/** Nothing is listened to before a recording shows which answers carry what is read. */
export const tapOptions: TapOptions = { endpoints: /(?!)/ };
`,
  'utils/capture/NAME/NAME.ts': ({
    name,
    camel,
    title,
    host,
  }) => `import { censorMarkup } from '@/utils/capture/censor';
import * as find from '@/utils/capture/${name}/find';
import { tapOptions } from '@/utils/capture/${name}/tap-options';
import type { Drift, PageAdapter, WireNews } from '@/utils/capture/page-adapter';

/**
 * ${title}, \`https://${host}/…\`. Nothing of it is read yet: what stands open is named, and reading it ends in drift.
 */
export const ${camel}: PageAdapter = {
  site: '${name}',
  tap: tapOptions,

  detect: ({ location }) => location.href.startsWith('https://${host}/'),

  // The page does not say whose it is as far as is known.
  ownAccount: () => ({ account: null, addresses: [] }),

  openWire: () => ({
    // Not a generator that waits: there is nothing to read.
    *read(): Generator<void, WireNews> {
      yield;
      return { sends: [], meetings: [], undone: [], heads: [], own: [], drift: [] };
    },
    messagesOf: () => [],
    knows: () => false,
    tookBack: () => [],
  }),

  *look({ document, isVisible }) {
    yield;
    const open = [...document.querySelectorAll(find.message)].find(isVisible);
    return open ? notRead(open) : { ok: true, threadIds: [], messages: [] };
  },

  capture: (_page, _wire, { element }) => notRead(element),

  captureUnseen: () => null,

  watch({ document }, { changed }, signal) {
    const { defaultView } = document;
    if (!defaultView) return;
    const observer = new defaultView.MutationObserver(() => changed());
    observer.observe(document, { subtree: true, childList: true });
    signal.addEventListener('abort', () => observer.disconnect(), { once: true });
    changed();
  },
};

function notRead(element: Element): Drift {
  return { ok: false, step: 'not-read-yet', shape: censorMarkup(element, '*') };
}
`,
  'entrypoints/NAME-tap.content.ts': ({
    name,
    title,
    host,
  }) => `import { defineContentScript } from 'wxt/utils/define-content-script';
import { tapOptions } from '@/utils/capture/${name}/tap-options';
import { installTap } from '@/utils/capture/tap/install-tap';

/** In ${title}'s own world: listens to what the page receives. Registered when the rep agrees, for that host only. */
export default defineContentScript({
  matches: ['https://${host}/*'],
  runAt: 'document_start',
  world: 'MAIN',
  registration: 'runtime',
  main() {
    installTap(window, tapOptions);
  },
});
`,
  'entrypoints/NAME.content.ts': ({
    name,
    camel,
    title,
    host,
  }) => `import { defineContentScript } from 'wxt/utils/define-content-script';
import { connectTap } from '@/utils/capture/connect-tap';
import { listenToWorker } from '@/utils/capture/listen-to-worker';
import { ${camel} } from '@/utils/capture/${name}/${name}';
import { runAdapter } from '@/utils/capture/run-adapter';
import { createTell } from '@/utils/platform/tell';

/** In ${title}, in our own world: joins what the tap hears with what the page shows, and tells the worker. */
export default defineContentScript({
  matches: ['https://${host}/*'],
  runAt: 'document_start',
  registration: 'runtime',
  // Registered in the isolated world; why WXT is told MAIN stands in gmail.content.ts.
  world: 'MAIN',
  main() {
    const life = new AbortController();
    const { signal } = life;
    runAdapter(${camel}, {
      document,
      location,
      tell: createTell(() => life.abort()),
      tapEvents: connectTap(document, signal),
      onMessage: listenToWorker,
      signal,
    });
  },
});
`,
  'tests/pages/NAME/opened/page.html': ({ title }) => `<!doctype html>
<html lang="en"><head><title>${title}</title></head><body><div role="main"><div data-message-id="1"><h2>Offer for the hall</h2><p>Thank you, looks good.</p></div></div></body></html>
`,
  'tests/pages/NAME/opened/expected.json': ({ host }) => `${JSON.stringify(
    {
      about: 'an opened message is not read yet: that is said, and nothing is recorded',
      url: `https://${host}/`,
      captured: [],
      refused: [],
      drift: ['not-read-yet'],
    },
    null,
    1,
  )}
`,
  'tests/capture/NAME.test.ts': ({ name, camel, title, host }) => `import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { adapters } from '@/utils/capture/adapters';
import { ${camel} } from '@/utils/capture/${name}/${name}';
import { isVisible, list, openDocument, run } from './support';

const cases = join(import.meta.dirname, '../pages/${name}');

describe("every page of ${title} that we have", () => {
  for (const name of list(cases)) {
    const file = (each: string) => readFileSync(join(cases, name, each), 'utf8');
    const expected = JSON.parse(file('expected.json'));
    it.concurrent(\`\${name}: \${expected.about}\`, async () => {
      const got = await run(file('page.html'), [], {
        adapter: ${camel},
        url: expected.url,
        until: ({ captured, drift }) =>
          captured.length >= expected.captured.length && drift.length >= expected.drift.length,
        settle: 300,
      });
      expect(got.drift.map(({ step }) => step)).toEqual(expected.drift);
      expect(got.captured.map(({ subject }) => subject)).toEqual(
        expected.captured.map(({ subject }: { subject: string }) => subject),
      );
      for (const { shape } of got.drift) expect(shape).not.toContain('Offer');
    });
  }

  it('is a page of this site alone', () => {
    const { document, location } = openDocument('<body>', 'https://${host}/').window;
    const page = { document, location, isVisible, account: null, own: new Set<string>(), now: () => 0 };
    expect(adapters.filter((each) => each.detect(page)).map(({ site }) => site)).toEqual(['${name}']);
  });
});
`,
};

/** What a new page is said to give, in each language, until there is something to say. */
const nothingYet = {
  en: 'Nothing yet',
  de: 'Noch nichts',
  fr: 'Rien pour l’instant',
  es: 'Nada todavía',
  pt: 'Nada ainda',
  ja: 'まだ何もありません',
};

/**
 * Where the site's name has to stand besides: in `path`, `line` goes behind the last match of `behind`.
 * @type {{ path: string, behind: RegExp, line: (about: About) => string }[]}
 */
export const lines = [
  {
    path: 'utils/model/captured.ts',
    behind: /export const PageSite = z\.enum\(\[[^\]]*(?=,?\s*\]\))/,
    line: ({ name }) => `, '${name}'`,
  },
  {
    path: 'utils/model/site-hosts.ts',
    behind: /export const siteHosts: Record<PageSite, string\[\]> = \{[^}]*(?=\})/,
    line: ({ name, host }) => `  '${name}': ['https://${host}/*'],\n`,
  },
  {
    path: 'utils/model/site-hosts.ts',
    behind: /export const allSites = \[[^\]]*?(?=,?\s*\])/,
    line: ({ name }) => `,\n  '${name}'`,
  },
  {
    path: 'utils/model/site-hosts.ts',
    behind: /export const unconfirmedSites: ReadonlySet<PageSite> = new Set\(\[[^\]]*(?=\])/,
    line: ({ name }) => `, '${name}'`,
  },
  {
    path: 'utils/actions/mail-sites.ts',
    behind: /export const mailSites[\s\S]*(?=\];\s*$)/,
    line: ({ name }) => `  {
    site: '${name}',
    patterns: siteHosts['${name}'],
    scripts: [
      { id: '${name}', matches: siteHosts['${name}'], file: 'content-scripts/${name}.js', world: 'ISOLATED' },
      { id: '${name}-tap', matches: siteHosts['${name}'], file: 'content-scripts/${name}-tap.js', world: 'MAIN' },
    ],
  },
`,
  },
  {
    path: 'utils/capture/adapters.ts',
    behind: /^import .*\n(?=import type)/m,
    line: ({ name, camel }) => `import { ${camel} } from '@/utils/capture/${name}/${name}';\n`,
  },
  {
    path: 'utils/capture/adapters.ts',
    behind: /export const adapters: readonly PageAdapter\[\] = \[[^\]]*?(?=,?\s*\])/,
    line: ({ camel }) => `, ${camel}`,
  },
  {
    path: 'utils/capture/read-to-page.ts',
    behind: /const sites = \[[^\]]*(?=\] as const)/,
    line: ({ name }) => `, '${name}'`,
  },
  {
    path: 'utils/view/pages.ts',
    behind: /const sitePages: Record<PageSite, string> = \{[^}]*(?=\})/,
    line: ({ name, host }) => `  '${name}': 'https://${host}/',\n`,
  },
  ...Object.entries(nothingYet).flatMap(([language, nothing]) => [
    {
      path: `utils/i18n/messages/${language}/common.ts`,
      behind: /\n\s*site: \{[^}]*(?=\n\s*\})/,
      line: (/** @type {About} */ { name, title }) => `\n    '${name}': ${JSON.stringify(title)},`,
    },
    {
      path: `utils/i18n/messages/${language}/sites.ts`,
      behind: /\n\s*what: \{[^}]*(?=\n\s*\})/,
      line: (/** @type {About} */ { name }) => `\n    '${name}': '${nothing}',`,
    },
    {
      path: `utils/i18n/messages/${language}/sites.ts`,
      behind: /\n\s*where: \{[^}]*(?=\n\s*\})/,
      line: (/** @type {About} */ { name, host }) => `\n    '${name}': '${host}',`,
    },
  ]),
  {
    path: 'components/welcome/site-list.tsx',
    behind: /const pictures: Record<PageSite, IconName> = \{[^}]*(?=\})/,
    line: ({ name }) => `  '${name}': 'mail',\n`,
  },
  {
    path: 'wxt.config.ts',
    behind: /const MAIL_HOSTS = \[[^\]]*(?=\];)/,
    line: ({ host }) => `  'https://${host}/*',\n`,
  },
  {
    path: 'docs/permissions.md',
    behind: /^\| `https:\/\/mail\.google\.com\/\*`.*\n/m,
    line: ({ title, host }) =>
      `| \`https://${host}/*\` | the rep switches ${title} on, on the welcome page or in settings | to say what is open there; nothing of it is read yet |\n`,
  },
  {
    path: 'README.md',
    behind: /^\| Outlook Calendar \|.*\n/m,
    line: ({ name, title }) =>
      `| ${title}${title.toLowerCase() === name.replaceAll('-', ' ') ? '' : ` (${name.replaceAll('-', ' ')})`} | nothing yet |\n`,
  },
];
