import { describe, expect, it } from 'vitest';
import { filesBelow, importsOf, read, resolveImport, withoutComments } from './tools/source';

/*
 * The house rules: who may import whom, and what must stand beside what. Every message says what to do.
 * The table is docs' law (CONTRIBUTING.md, "Who may import whom").
 */

interface Room {
  /** Files this rule is about: the longest prefix wins. */
  prefix: string;
  /** Prefixes of the project's own files it may import. */
  may: string[];
  /** Packages it may import. */
  packages: string[];
  because: string;
}

const pure = ['utils/model/'];

const rooms: Room[] = [
  {
    prefix: 'utils/model/',
    may: ['utils/model/'],
    packages: ['zod/mini'],
    because: 'the model is schemas and their types, nothing else',
  },
  {
    prefix: 'utils/understand/',
    may: [...pure, 'utils/understand/'],
    packages: ['tldts', 'email-providers/common.json', 'libphonenumber-js/min'],
    because: 'understanding text is pure',
  },
  {
    prefix: 'utils/understand/invitation',
    may: [...pure, 'utils/understand/', 'utils/capture/clean'],
    packages: [],
    because: 'an invitation in a mail becomes a capture, and is cleaned as a page is',
  },
  {
    prefix: 'utils/files/',
    may: [...pure, 'utils/files/', 'utils/understand/', 'utils/capture/clean'],
    packages: ['ical.js', 'postal-mime'],
    because: 'files are read in our own pages, as what they hold would be read from a page',
  },
  {
    prefix: 'utils/privacy/',
    may: [...pure, 'utils/privacy/', 'utils/understand/'],
    packages: [],
    because: 'the gate is pure',
  },
  {
    prefix: 'utils/contacts/',
    may: [...pure, 'utils/contacts/', 'utils/understand/'],
    packages: [],
    because: 'matching is pure',
  },
  {
    prefix: 'utils/proposals/',
    may: [...pure, 'utils/proposals/', 'utils/contacts/', 'utils/understand/', 'utils/privacy/'],
    packages: [],
    because: 'proposing is pure',
  },
  {
    prefix: 'utils/follow-ups/',
    may: [
      ...pure,
      'utils/follow-ups/',
      'utils/contacts/',
      'utils/understand/',
      'utils/privacy/',
      'utils/proposals/read-meeting',
    ],
    packages: [],
    because: 'the day list is pure',
  },
  {
    prefix: 'utils/insights/',
    may: [...pure, 'utils/insights/'],
    packages: [],
    because: 'insights are pure',
  },
  {
    prefix: 'utils/capture/tap/',
    may: ['utils/capture/tap/'],
    packages: [],
    because: "the page's own world gets only the tap, and nothing with a dependency",
  },
  {
    prefix: 'utils/capture/',
    may: [
      ...pure,
      'utils/capture/',
      'utils/privacy/may-capture',
      'utils/privacy/own-side',
      'utils/privacy/never-log',
      'utils/platform/page-runtime',
      'utils/platform/tell',
      'utils/understand/exchange-id',
      'utils/understand/meeting-id',
      'utils/understand/wall-time',
      'utils/understand/windows-zones',
    ],
    packages: [],
    because: "capture runs in the page: model, the gate's first step and the way to the worker",
  },
  {
    prefix: 'utils/platform/',
    may: [...pure, 'utils/platform/'],
    packages: ['webextension-polyfill'],
    because: 'platform wraps browser.* and decides nothing',
  },
  {
    prefix: 'utils/store/',
    may: [
      ...pure,
      'utils/store/',
      'utils/understand/',
      'utils/contacts/',
      'utils/privacy/',
      'utils/follow-ups/',
    ],
    packages: ['dexie'],
    because: 'the store keeps; it knows neither CRM nor sync',
  },
  {
    prefix: 'utils/crm/sign-in',
    may: [...pure, 'utils/crm/connector', 'utils/crm/errors', 'utils/crm/http'],
    packages: ['oauth4webapi'],
    because: 'signing in is the library’s work, its requests are http’s',
  },
  {
    prefix: 'utils/crm/http',
    may: [
      ...pure,
      'utils/crm/errors',
      'utils/crm/http',
      'utils/crm/origins',
      'utils/crm/pace',
      'utils/crm/retry-after',
    ],
    packages: [],
    because: 'http is the only way out and is handed the ledger',
  },
  {
    prefix: 'utils/crm/notebook/',
    may: [...pure, 'utils/crm/', 'utils/understand/'],
    packages: ['dexie', 'papaparse', 'uuid'],
    because: 'the notebook is a CRM of its own, with a database of its own',
  },
  {
    prefix: 'utils/crm/espocrm/marks',
    may: ['utils/crm/connector'],
    packages: ['uuid'],
    because: 'a mark in a text is a short name for an id that may be long and hold anything',
  },
  {
    prefix: 'utils/crm/connectors',
    may: ['utils/crm/'],
    packages: [],
    because: 'the registry names the connectors',
  },
  {
    prefix: 'utils/crm/',
    may: [...pure, 'utils/crm/', 'utils/understand/'],
    packages: [],
    because: 'a connector knows its CRM and nothing of the store or of another connector',
  },
  {
    prefix: 'utils/sync/',
    may: [
      ...pure,
      'utils/sync/',
      'utils/store/',
      'utils/crm/connector',
      'utils/crm/connectors',
      'utils/crm/errors',
      'utils/crm/http',
      'utils/platform/',
      'utils/contacts/',
      'utils/proposals/',
      'utils/follow-ups/',
      'utils/privacy/',
      'utils/understand/meeting-id',
    ],
    packages: ['dexie', 'uuid'],
    because: 'sync knows connectors by their interface, never by name',
  },
  {
    prefix: 'utils/actions/',
    may: ['utils/'],
    packages: ['dexie', 'uuid'],
    because: 'actions may use all of utils but capture',
  },
  {
    prefix: 'utils/i18n/',
    may: [...pure, 'utils/i18n/'],
    packages: [],
    because: 'words for people stand apart',
  },
  {
    prefix: 'utils/view/',
    may: [
      ...pure,
      'utils/view/',
      'utils/store/',
      'utils/understand/',
      'utils/privacy/',
      'utils/contacts/',
      'utils/proposals/',
      'utils/follow-ups/',
      'utils/insights/',
      'utils/files/',
      'utils/platform/',
      'utils/i18n/',
    ],
    packages: ['dexie', '@preact/signals', 'preact', 'preact/hooks'],
    because: 'our pages read the store and the pure folders and send through platform',
  },
  {
    prefix: 'utils/practice/',
    may: [
      ...pure,
      'utils/practice/',
      'utils/capture/',
      'utils/platform/',
      'utils/i18n/',
      'utils/understand/',
      'components/',
    ],
    packages: ['preact', 'preact/hooks', '@preact/signals'],
    because: 'practice runs the same capture on an invented mailbox',
  },
  {
    prefix: 'components/',
    may: [...pure, 'components/', 'utils/i18n/'],
    packages: [
      'preact',
      'preact/hooks',
      '@preact/signals',
      '@zag-js/combobox',
      '@zag-js/menu',
      '@zag-js/preact',
      '@tanstack/virtual-core',
    ],
    because: 'components get props and give callbacks',
  },
  {
    prefix: 'entrypoints/',
    may: ['utils/', 'components/', 'entrypoints/'],
    packages: [
      'preact',
      'preact/hooks',
      '@preact/signals',
      'wxt/utils/define-background',
      'wxt/utils/define-content-script',
      'wxt/utils/define-unlisted-script',
    ],
    because: 'entrypoints are wiring',
  },
];

/** One connector's file importing another's, or the registry. */
function isAnotherConnector(path: string, target: string): boolean {
  const folder = (file: string) => /^utils\/crm\/([^/]+)\//.exec(file)?.[1];
  const own = folder(path);
  if (own === undefined) return false;
  return target === 'utils/crm/connectors.ts' || (folder(target) !== undefined && folder(target) !== own);
}

const roomOf = (path: string) =>
  rooms.filter((room) => path.startsWith(room.prefix)).sort((a, b) => b.prefix.length - a.prefix.length)[0];

const sources = filesBelow(['utils', 'components', 'entrypoints'], ['.ts', '.tsx']);

describe('who may import whom', () => {
  it('has a rule for every file', () => {
    const homeless = sources.filter((path) => !roomOf(path));
    expect(
      homeless,
      'give these folders a row in the table of tests/house.test.ts and CONTRIBUTING.md',
    ).toEqual([]);
  });

  it('is kept by every file', () => {
    const broken: string[] = [];
    for (const path of sources) {
      const room = roomOf(path);
      if (!room) continue;
      for (const specifier of importsOf(path)) {
        const target = resolveImport(path, specifier);
        const allowed =
          target === null
            ? room.packages.includes(specifier)
            : room.may.some((prefix) => target.startsWith(prefix)) &&
              !(room.prefix === 'utils/actions/' && target.startsWith('utils/capture/')) &&
              !isAnotherConnector(path, target);
        if (!allowed) broken.push(`${path} imports ${specifier}: ${room.because}`);
      }
    }
    expect(broken).toEqual([]);
  });

  it('lets nobody import an entrypoint but its own folder', () => {
    const broken = sources.flatMap((path) =>
      importsOf(path)
        .map((specifier) => resolveImport(path, specifier))
        .filter((target) => target?.startsWith('entrypoints/'))
        .filter((target) => target?.split('/')[1] !== path.split('/')[1])
        .map((target) => `${path} imports ${target}: move what both need into utils or components`),
    );
    expect(broken).toEqual([]);
  });

  it('keeps database, suffix list, phone data and zod out of what runs in a mail page', () => {
    const reached = new Set<string>();
    const packages = new Map<string, string>();
    const todo = sources.filter((path) => /^entrypoints\/[^/]+\.content\.ts$/.test(path));
    expect(todo.length, 'there are content scripts').toBeGreaterThan(0);
    for (let path = todo.pop(); path; path = todo.pop()) {
      if (reached.has(path)) continue;
      reached.add(path);
      for (const specifier of importsOf(path, { types: false })) {
        const target = resolveImport(path, specifier);
        if (target) todo.push(target);
        else packages.set(specifier, path);
      }
    }
    const allowed = new Set([
      'webextension-polyfill',
      'wxt/utils/define-content-script',
      'wxt/utils/define-unlisted-script',
    ]);
    const strangers = [...packages]
      .filter(([name]) => !allowed.has(name))
      .map(([name, path]) => `${path} brings ${name} into the page`);
    expect(strangers).toEqual([]);
    const rooms = [...reached].filter(
      (path) =>
        !/^utils\/understand\/(?:address|exchange-id|meeting-id|wall-time|windows-zones)\.ts$/.test(path) &&
        /^utils\/(store|crm|sync|actions|view|understand|contacts|proposals|i18n)\//.test(path),
    );
    expect(rooms, 'these must not reach a content script').toEqual([]);
  });
});

describe('the style of the house', () => {
  it('has no barrels', () => {
    expect(
      sources.filter((path) => /\/index\.tsx?$/.test(path)),
      'import from the file itself',
    ).toEqual([]);
  });

  it('keeps entrypoints to wiring of at most 40 lines', () => {
    const long = filesBelow(['entrypoints'], ['.ts', '.tsx']).filter(
      (path) => read(path).trimEnd().split('\n').length > 40,
    );
    expect(long, 'move what decides into utils or components').toEqual([]);
  });

  it('keeps connector files to at most 250 lines', () => {
    const long = filesBelow(['utils/crm'], ['.ts']).filter(
      (path) => read(path).trimEnd().split('\n').length > 250,
    );
    expect(long).toEqual([]);
  });

  it('never writes markup from strings, evaluates text, or logs to the console', () => {
    const words =
      /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|new Function|eval\()/;
    const broken = sources.filter((path) => words.test(withoutComments(read(path))));
    expect(broken).toEqual([]);
    const talkers = sources.filter(
      (path) => path !== 'utils/platform/log.ts' && /\bconsole\./.test(withoutComments(read(path))),
    );
    expect(talkers, 'use utils/platform/log.ts').toEqual([]);
  });

  it('casts nothing outside tests', () => {
    const broken = sources.flatMap((path) =>
      withoutComments(read(path))
        .split('\n')
        .map((line, index) => ({ line, at: `${path}:${index + 1}` }))
        .filter(
          ({ line }) =>
            /\bas\s+(?!const\b)[A-Za-z_{[(]/.test(line) &&
            !/^\s*(import|export)\b/.test(line) &&
            !/^\s*[*}]?\s*[\w*{}, ]+\s+as\s+\w+[,}]/.test(line) &&
            !/['"`].*\bas\b.*['"`]/.test(line) &&
            !/>[^<]*\bas\b[^<]*</.test(line),
        )
        .map(({ line, at }) => `${at}: ${line.trim()}`),
    );
    expect(broken, 'parse at a door, or narrow with a check').toEqual([]);
  });

  it('talks to the network from one file only', () => {
    const callers = sources.filter(
      (path) =>
        path !== 'utils/crm/http.ts' &&
        /(?<![\w.])fetch\(|new WebSocket|sendBeacon|new EventSource/.test(withoutComments(read(path))),
    );
    expect(callers, 'go through utils/crm/http.ts, so that the ledger shows it').toEqual([]);
  });

  it('has words for people only in the i18n files', () => {
    const pages = filesBelow(
      ['components', 'entrypoints', 'utils/practice', 'utils/view'],
      ['.tsx', '.ts'],
    ).filter((path) => !path.includes('/mails'));
    const broken: string[] = [];
    for (const path of pages) {
      const source = withoutComments(read(path));
      for (const match of source.matchAll(
        /\b(?:aria-label|title|placeholder|alt|label)="([^"]*[A-Za-z]{3}[^"]*)"/g,
      ))
        broken.push(`${path}: ${match[0]}`);
      if (path.endsWith('.tsx'))
        for (const match of source.matchAll(
          /<[A-Za-z][^<>]*>\s*([A-Z][a-z]+(?:\s+[A-Za-z']+)+[.!?]?)\s*<\//g,
        ))
          broken.push(`${path}: ${match[1]}`);
    }
    expect(broken, 'put the sentence into utils/i18n').toEqual([]);
  });
});

describe('what must stand beside what', () => {
  it('explains every permission in docs/permissions.md', () => {
    const config = read('wxt.config.ts');
    const docs = read('docs/permissions.md');
    const named = [
      ...config.matchAll(
        /'(storage|unlimitedStorage|scripting|alarms|contextMenus|sidePanel|tabs|identity|notifications|webRequest|declarativeNetRequest|cookies|history|downloads|activeTab|personalCommunications|personallyIdentifyingInfo|websiteContent|authenticationInfo|https?:\/\/[^']*\*)'/g,
      ),
    ].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(5);
    expect(
      [...new Set(named)].filter((name) => !docs.includes(`\`${name}\``)),
      'write a line in docs/permissions.md',
    ).toEqual([]);
  });

  it('has recorded cases for every page adapter, and names it in the README', () => {
    const adapters = [
      ...read('utils/capture/adapters.ts').matchAll(/@\/utils\/capture\/([\w-]+)\/[\w-]+'/g),
    ].map((match) => match[1] ?? '');
    expect(adapters.length).toBeGreaterThan(0);
    for (const adapter of adapters) {
      expect(
        filesBelow([`tests/pages/${adapter}`], ['.html', '.json', '.ts']).length,
        `tests/pages/${adapter} has cases`,
      ).toBeGreaterThan(0);
      expect(read('README.md').toLowerCase(), 'README names the site').toContain(
        adapter.replaceAll('-', ' '),
      );
    }
  });

  it('runs the contract for every connector, registers it, and names it in the README', () => {
    const connectors = [
      ...new Set(
        filesBelow(['utils/crm'], ['.ts'])
          .map((path) => path.split('/')[2] ?? '')
          .filter((name) => !name.endsWith('.ts')),
      ),
    ];
    expect(connectors.length).toBeGreaterThan(1);
    const registry = read('utils/crm/connectors.ts');
    for (const connector of connectors) {
      expect(registry, `${connector} is in utils/crm/connectors.ts`).toContain(`/crm/${connector}/`);
      expect(
        read(`tests/crm/${connector}.test.ts`),
        `tests/crm/${connector}.test.ts runs the contract`,
      ).toMatch(/contract\w*\(/i);
      expect(read('README.md').toLowerCase()).toContain(connector);
    }
  });

  it('has no address of a real person anywhere', () => {
    const allowed = /@(?:[\w-]+\.)*(?:example(?:\.(?:com|org|net))?|test|localhost|invalid)$/i;
    // Names of annotations in OData, such as `ownerid@odata.bind`, look like addresses and are none.
    const annotation = /@(?:odata\.(?:bind|community\.|etag|nextlink|id$)|microsoft\.dynamics\.crm\.)/i;
    const files = filesBelow(
      ['tests', 'utils', 'components', 'entrypoints', 'scripts', 'docs', 'public'],
      ['.ts', '.tsx', '.mjs', '.json', '.html', '.md', '.eml', '.csv'],
    );
    const broken = files.flatMap((path) =>
      [...read(path).matchAll(/[A-Za-z0-9][\w.+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/g)]
        .map((match) => match[0].replace(/[.-]+$/, ''))
        .filter(
          (address) =>
            !allowed.test(address) &&
            !annotation.test(address) &&
            !/@\d/.test(address) &&
            !/\.(ts|js|mjs|css|png)$/.test(address),
        )
        .map((address) => `${path}: ${address}`),
    );
    expect([...new Set(broken)], 'use example.com/.org/.net, .example or .test').toEqual([]);
  });
});
