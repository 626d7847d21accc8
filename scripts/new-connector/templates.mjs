/** @typedef {{ name: string, title: string, camel: string }} About */

/**
 * Files by path; `NAME` in a path is the connector's name.
 * @type {Record<string, (about: About) => string>}
 */
export const files = {
  'utils/crm/NAME/README.md': ({ title }) => `# ${title}

- **How a person gets in**: the server's address and an API key. Say here where a person finds it.
- **Rights**: the user's own. Say which ones are needed, and what is said without them.
- **Language**: say which requests, which version.
- **Calls**: the list in the test is complete; a call that is not on it fails the test.
- **An e-mail** is not logged yet: \`kinds\` is empty, so none ever reaches \`log\`.
- **Doubles**: say where the key is kept, what is unique, and which window remains.
- **Delta**: say by what time field, and how deletions show.
- **Tasks**: none yet.
- **Rate limits**: say what the vendor says.
- **Key**: in IndexedDB only; leaves only to this server, never in a URL, an error or the ledger.
- **Pages read**: say which, and when.
- **Confirmed live**: no.
`,
  'utils/crm/NAME/answers.ts': ({ title }) => `import { text, z } from '@/utils/model/zod';

/** Who is signed in to ${title}; only the fields used. */
export const Me = z.object({ id: z.string(), name: text(300) });
`,
  'utils/crm/NAME/NAME.ts': ({
    name,
    title,
    camel,
  }) => `import type { CrmConnector, CrmSession } from '@/utils/crm/connector';
import { crmAccountId, SettingsProblem } from '@/utils/crm/connector';
import { fail } from '@/utils/crm/errors';
import type { Http } from '@/utils/crm/http';
import { Me } from '@/utils/crm/${name}/answers';

export const ${camel}: CrmConnector = {
  id: '${name}',
  name: '${title}',
  fields: [
    { name: 'url', kind: 'url', required: true, example: 'https://crm.example' },
    { name: 'key', kind: 'secret', required: true },
  ],
  origins: (settings) => [\`https://\${addressOf(settings).hostname}/*\`],
  duplicates: 'find-then-create',
  confirmedLive: false,
  scopes: ['all'],
  connect: connectTo,
};

/** https only: the key would be readable on the way. */
function addressOf({ url = '' }: Record<string, string>): URL {
  if (!URL.canParse(url)) throw new SettingsProblem('not-a-url');
  const address = new URL(url);
  if (address.protocol !== 'https:') throw new SettingsProblem('insecure-address');
  return address;
}

function connectTo(settings: Record<string, string>, http: Http): CrmSession {
  const { origin, host } = addressOf(settings);
  const headers = { authorization: \`Bearer \${(settings.key ?? '').trim()}\` };
  const lacks = (what: string) => async () => fail({ kind: 'not-permitted', what });
  return {
    async whoAmI() {
      const me = await http({
        step: 'me',
        purpose: 'connect',
        method: 'GET',
        url: \`\${origin}/api/me\`,
        headers,
        answer: Me,
      });
      return { account: crmAccountId('${name}', host, ''), userName: me.name };
    },
    contacts: { changedSince: lacks('contacts'), create: lacks('contacts'), update: lacks('contacts') },
    companies: { changedSince: lacks('companies') },
    activities: {
      // What is not in this list never reaches \`log\`.
      kinds: [],
      batch: { find: 1, log: 1 },
      findByAliases: async () => new Map(),
      log: async (entries) => entries.map(() => ({ fault: { kind: 'not-permitted', what: 'activities' } })),
      remove: lacks('activities'),
    },
    linkTo: () => null,
  };
}
`,
  'tests/crm/fakes/NAME.ts': ({ title, camel }) => `import { type Trouble, troubled } from './trouble';

/** A ${title} that speaks its wire, as far as the connector goes. It grants only what the real one grants. */
export function fake${upper(camel)}(): { origin: string; fetch: typeof fetch; trouble: Trouble } {
  const serve: typeof fetch = async (input, init) => {
    const bearer = new Headers(init?.headers).get('authorization');
    if (bearer !== 'Bearer key-of-rita' && bearer !== 'Bearer key-of-max')
      return Response.json({ error: 'unauthorized' }, { status: 401 });
    if (new URL(String(input)).pathname === '/api/me')
      return Response.json({ id: '1', name: bearer.endsWith('rita') ? 'Rita Rep' : 'Max Mate' });
    return Response.json({ error: 'not found' }, { status: 404 });
  };
  const { fetch: troubledFetch, trouble } = troubled(serve, () => false);
  return { origin: 'https://crm.example', fetch: troubledFetch, trouble };
}
`,
  'tests/crm/NAME.test.ts': ({ name, title, camel }) => `import { describe, expect, it } from 'vitest';
import { createHttp } from '@/utils/crm/http';
import { ${camel} } from '@/utils/crm/${name}/${name}';
import type { Harness } from './contract';
import { fake${upper(camel)} } from './fakes/${name}';
import { runContract } from './run-contract';

function harness(): Harness {
  const server = fake${upper(camel)}();
  const http = createHttp({
    ledger: { begin: async () => 'line', end: async () => {} },
    allowedOrigins: [\`\${server.origin}/*\`],
    now: Date.now,
    fetch: server.fetch,
  });
  const session = (key: string) => ${camel}.connect({ url: server.origin, key }, http);
  const none = async (): Promise<never> => {
    throw new Error('${title} holds nothing yet');
  };
  return {
    run: 'kunde',
    session: () => session('key-of-rita'),
    colleague: () => session('key-of-max'),
    trouble: server.trouble,
    checksTargets: false,
    scopes: ${camel}.scopes,
    count: async () => 0,
    read: none,
    renameContact: none,
    deleteContact: none,
    addTask: none,
  };
}

// The cases that hold already; the others are skipped for all to see. Done when this list can go.
runContract('a mail logged to ${title}', harness, [
  'says who is signed in, and names the account the same for two colleagues',
  'a link leads to a record on the CRM itself, or there is none',
  'where nothing answers it says offline, and works again afterwards in the same session',
]);

describe('what ${title} is told', () => {
  it('goes over https only', () => {
    expect(${camel}.origins({ url: 'https://crm.example/some/page' })).toEqual(['https://crm.example/*']);
    expect(() => ${camel}.origins({ url: 'http://crm.example' })).toThrow('insecure-address');
    expect(() => ${camel}.origins({ url: 'crm' })).toThrow('not-a-url');
  });
});
`,
};

/** @param {string} word */
function upper(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/**
 * What is said of a new CRM in each language: summary, how doubles are prevented, the address and its hint, the key and
 * its hint.
 * @type {Record<string, (title: string) => [string, string, string, string, string, string]>}
 */
const words = {
  en: (title) => [
    `${title}, as far as it is written: nothing is logged there yet.`,
    `Nothing is logged in ${title} yet, so nothing can be doubled.`,
    `${title}’s address`,
    'As in the browser’s bar while you use it.',
    'API key',
    'From your settings there. It stays in this browser.',
  ],
  de: (title) => [
    `${title}, soweit es geschrieben ist: Noch wird dort nichts eingetragen.`,
    `In ${title} wird noch nichts eingetragen, also kann nichts doppelt sein.`,
    `Adresse von ${title}`,
    'Wie in der Adresszeile, wenn Sie es benutzen.',
    'API-Schlüssel',
    'Aus Ihren Einstellungen dort. Er bleibt in diesem Browser.',
  ],
  fr: (title) => [
    `${title}, dans l’état où il est écrit : rien n’y est encore consigné.`,
    `Rien n’est encore consigné dans ${title}, rien ne peut donc être doublé.`,
    `Adresse de ${title}`,
    'Comme dans la barre du navigateur quand vous l’utilisez.',
    'Clé API',
    'De vos paramètres là-bas. Elle reste dans ce navigateur.',
  ],
  es: (title) => [
    `${title}, hasta donde está escrito: aún no se registra nada ahí.`,
    `Aún no se registra nada en ${title}, así que nada puede duplicarse.`,
    `Dirección de ${title}`,
    'Como en la barra del navegador mientras lo usas.',
    'Clave de API',
    'De tus ajustes allí. Se queda en este navegador.',
  ],
  pt: (title) => [
    `${title}, até onde está escrito: nada é registrado lá ainda.`,
    `Nada é registrado em ${title} ainda, então nada pode ser duplicado.`,
    `Endereço de ${title}`,
    'Como na barra do navegador enquanto você o usa.',
    'Chave de API',
    'Das suas configurações lá. Fica neste navegador.',
  ],
  ja: (title) => [
    `${title}（作成中）：まだ何も記録されません。`,
    `${title} にはまだ何も記録されないため、重複は起こりません。`,
    `${title} のアドレス`,
    '使用中にブラウザーのアドレスバーに表示されるとおりに入力します。',
    'API キー',
    '設定画面で取得します。このブラウザーの中だけに保存されます。',
  ],
};

/**
 * Lines that go into files that are there: behind what \`behind\` matches.
 * @type {{ path: string, behind: RegExp, line: (about: About) => string }[]}
 */
export const lines = [
  {
    path: 'utils/crm/connectors.ts',
    behind: /import type \{ CrmConnector \} from '@\/utils\/crm\/connector';\n/,
    line: ({ name, camel }) => `import { ${camel} } from '@/utils/crm/${name}/${name}';\n`,
  },
  {
    path: 'utils/crm/connectors.ts',
    behind: /connectors: readonly CrmConnector\[\] = \[[^\]]*?(?=,?\s*\];)/,
    line: ({ camel }) => `, ${camel}`,
  },
  ...Object.entries(words).map(([language, say]) => ({
    path: `utils/i18n/messages/${language}/crm.ts`,
    behind: /export const crm = \(\) => \(\{\n/,
    line: (/** @type {About} */ { name, title }) => {
      const [summary, duplicates, address, addressHint, key, keyHint] = say(title);
      return `  ${/-/.test(name) ? `'${name}'` : name}: {
    summary: '${summary}',
    duplicates: '${duplicates}',
    fields: {
      url: { label: '${address}', hint: '${addressHint}' },
      key: { label: '${key}', hint: '${keyHint}' },
    },
  },
`;
    },
  })),
  {
    path: 'utils/i18n/crm-names.ts',
    behind: /const names: Readonly<Record<string, string>> = \{\n/,
    line: ({ name, title }) => `  ${/-/.test(name) ? `'${name}'` : name}: '${title}',\n`,
  },
  {
    path: 'README.md',
    behind: /\n\| \*\*Notebook\*\* \|[^\n]*/,
    line: ({ name, title }) =>
      `\n| **${title}** (${name}) | being written: signs in, logs nothing yet | nothing is logged yet | not yet confirmed on a live account |`,
  },
  {
    path: 'docs/connectors.md',
    behind: /\n\| Notebook \|[^\n]*/,
    line: ({ title }) => `\n| ${title} | nothing is logged yet | – | not yet confirmed on a live account |`,
  },
];
