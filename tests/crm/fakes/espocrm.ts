import { type Condition, EspoError, EspoRecords, type Row, stamp } from './espocrm-records';
import { readEml } from './read-eml';
import { type Trouble, troubled } from './trouble';

export interface FakeEspoUser {
  /** Empty: `key` is an API key. */
  login: string;
  key: string;
  name: string;
  address: string;
  teams?: string[];
  defaultTeam?: string;
}

export interface FakeEspo {
  /** Where it lives: in a folder. */
  base: string;
  fetch: typeof fetch;
  trouble: Trouble;
  records: EspoRecords;
  requests: { method: string; url: string; body: string; headers: Headers }[];
  addUser(user: FakeEspoUser): string;
  /** Whether the role lets its users import mail. */
  mayImport: boolean;
  /** The role's assignment permission. */
  assignment: 'all' | 'team' | 'no';
  /** Whether the role lets its users read users, themselves among them. */
  readsUsers: boolean;
  /** Tokens run out; passwords and keys still work. */
  forgetTokens(): void;
}

const lists = ['Account', 'Call', 'Contact', 'Email', 'Meeting', 'Opportunity', 'Task'];

/** An EspoCRM that speaks its wire, at `https://espo.example/crm`. */
export function fakeEspo(): FakeEspo {
  const records = new EspoRecords();
  const users = new Map<string, FakeEspoUser & { id: string }>();
  const tokens = new Map<string, string>();
  const requests: FakeEspo['requests'] = [];
  const base = 'https://espo.example/crm';

  const userOf = (headers: Headers): (FakeEspoUser & { id: string }) | undefined => {
    const apiKey = headers.get('x-api-key');
    if (apiKey) return [...users.values()].find(({ login, key }) => login === '' && key === apiKey);
    const [login, secret = ''] = atob(headers.get('espo-authorization') ?? '').split(':');
    const user = [...users.values()].find((each) => each.login !== '' && each.login === login);
    const byToken = headers.get('espo-authorization-by-token') === 'true';
    return user && (byToken ? tokens.get(secret) === user.id : user.key === secret) ? user : undefined;
  };

  const signIn = (user: FakeEspoUser & { id: string }) => {
    const token = user.login === '' ? null : `token-${tokens.size + 1}`;
    if (token) tokens.set(token, user.id);
    return {
      user: {
        id: user.id,
        userName: user.login || 'api',
        name: user.name,
        type: user.login ? 'regular' : 'api',
        emailAddress: user.address,
        userEmailAddressList: [user.address],
        teamsIds: user.teams ?? [],
        defaultTeamId: user.defaultTeam ?? null,
      },
      token,
    };
  };

  const importEml = (fileId: unknown, by: string): unknown => {
    const file = records.existing('Attachment', String(fileId));
    const mail = readEml(atob(String(file.file).split(',')[1] ?? ''));
    const messageId = mail.header('message-id');
    const there = [...records.table('Email').values()].find((row) => row.messageId === messageId);
    if (there) throw new EspoError(409, { messageTranslation: { data: { id: there.id } } });
    const [parentType = '', parentId = ''] = mail.header('references').replace(/^</, '').split('/');
    const parent = records.table(parentType).get(parentId);
    for (const address of [...mail.addresses('to'), ...mail.addresses('cc')]) {
      const user = records.userAddresses.get(address);
      if (user && user !== by) records.told.push('e-mail received');
    }
    const row = records.insert(
      'Email',
      {
        name: mail.header('subject') || '(No Subject)',
        body: mail.body,
        status: 'Archived',
        dateSent: stamp(Date.parse(mail.header('date'))),
        messageId,
        messageIdInternal: `${messageId}-${mail.header('delivered-to')}`,
        fromString: mail.header('from'),
        to: mail.addresses('to').join(';'),
        cc: mail.addresses('cc').join(';'),
        parentType: parent ? parentType : null,
        parentId: parent ? parentId : null,
      },
      by,
    );
    records.table('Attachment').delete(String(fileId));
    return { id: row.id };
  };

  const list = (entity: string, query: URLSearchParams, by: string): unknown => {
    const maxSize = Number(query.get('maxSize') ?? 20);
    if (maxSize > 200) throw new EspoError(403);
    const primaryFilter = query.get('primaryFilter') ?? undefined;
    const found = records.search(entity, {
      where: whereOf(query, 'whereGroup'),
      ...(primaryFilter ? { primaryFilter } : {}),
      ...(query.get('boolFilterList[]') === 'onlyMy' ? { onlyMy: by } : {}),
    });
    const orderBy = query.get('orderBy') ?? 'createdAt';
    const direction = query.get('order') === 'desc' ? -1 : 1;
    found.sort((one, other) => (String(one[orderBy]) < String(other[orderBy]) ? -direction : direction));
    // E-mails are never counted.
    return { total: entity === 'Email' ? -2 : found.length, list: found.slice(0, maxSize) };
  };

  const answer = (method: string, url: URL, body: Record<string, unknown>, headers: Headers): unknown => {
    const user = userOf(headers);
    if (!user) throw new EspoError(401);
    const path = url.pathname.replace('/crm/api/v1/', '');
    const [entity = '', id] = path.split('/');
    if (path === 'App/user') return signIn(user);
    if (path === 'I18n') return words;
    if (path === 'Metadata') return metadata(url.searchParams.get('key') ?? '');
    if (path === 'Email/importEml') return importEml(body.fileId, user.id);
    if (path === 'Attachment' && method === 'POST' && !fake.mayImport) throw new EspoError(403);
    if (path === 'Attachment' && method === 'POST') return records.insert('Attachment', body, user.id);
    if (!lists.includes(entity) && entity !== 'Attachment') throw new EspoError(404);
    if (method === 'GET') return id ? records.existing(entity, id) : list(entity, url.searchParams, user.id);
    if (method === 'PATCH') return records.change(entity, id ?? '', body);
    if (method === 'DELETE') {
      records.existing(entity, id ?? '');
      return records.table(entity).delete(id ?? '');
    }
    if (entity === 'Contact' && headers.get('x-skip-duplicate-check') !== 'true') {
      const alike = duplicates(records, body);
      if (alike.length > 0) throw new EspoError(409, alike);
    }
    return records.create(entity, assigned(body, user), user.id);
  };

  const fake: Pick<FakeEspo, 'mayImport' | 'assignment' | 'readsUsers'> = {
    mayImport: true,
    assignment: 'all',
    readsUsers: true,
  };

  /** Who a new record belongs to, as a regular user's role has it (seen on 9.1.7). */
  const assigned = (
    values: Record<string, unknown>,
    { id, teams = [] }: FakeEspoUser & { id: string },
  ): Record<string, unknown> => {
    const wanted = Array.isArray(values.teamsIds) ? values.teamsIds : [];
    if (values.assignedUserId && !fake.readsUsers) throw forbidden('User');
    if (wanted.some((team) => !teams.includes(team))) throw forbidden('Team');
    const owner = values.assignedUserId ?? (fake.assignment === 'no' ? id : undefined);
    if (fake.assignment === 'no' && owner !== id) throw new EspoError(403);
    if (fake.assignment === 'team' && (owner ? teams.length === 0 : wanted.length === 0))
      throw new EspoError(403);
    return { ...values, ...(owner ? { assignedUserId: owner } : {}) };
  };
  const { fetch: troubledFetch, trouble } = troubled(
    async (input, init) => {
      try {
        const body = init?.body ? JSON.parse(String(init.body)) : {};
        const given = answer(init?.method ?? 'GET', new URL(String(input)), body, new Headers(init?.headers));
        return new Response(JSON.stringify(given), { headers: { 'content-type': 'application/json' } });
      } catch (error) {
        if (!(error instanceof EspoError)) throw error;
        // Often there is no body: the reason stands in a header.
        return new Response(error.body === undefined ? '' : JSON.stringify(error.body), {
          status: error.status,
        });
      }
    },
    (url, body) => body !== '' && !url.endsWith('/Attachment'),
  );

  return Object.assign(fake, {
    base,
    records,
    requests,
    trouble,
    fetch: (input: RequestInfo | URL, init?: RequestInit) => {
      requests.push({
        method: init?.method ?? 'GET',
        url: String(input),
        body: String(init?.body ?? ''),
        headers: new Headers(init?.headers),
      });
      return troubledFetch(input, init);
    },
    addUser: (user: FakeEspoUser) => {
      const { id } = records.insert('User', { name: user.name });
      users.set(id, { ...user, id });
      records.userAddresses.set(user.address, id);
      return id;
    },
    forgetTokens: () => tokens.clear(),
  });
}

/** A record that the role may not read was named. */
function forbidden(foreignEntityType: string): EspoError {
  const data = { foreignEntityType, action: 'read' };
  return new EspoError(403, { messageTranslation: { label: 'cannotRelateForbidden', scope: null, data } });
}

function duplicates(records: EspoRecords, body: Record<string, unknown>): Row[] {
  return [...records.table('Contact').values()].filter(
    (row) =>
      row.emailAddress === body.emailAddress ||
      (row.firstName === body.firstName && row.lastName === body.lastName),
  );
}

/** `whereGroup[0][value][1][type]=…` as PHP puts it together. */
function whereOf(query: URLSearchParams, prefix: string): Condition[] {
  const conditions: Condition[] = [];
  for (let index = 0; query.has(`${prefix}[${index}][type]`); index++) {
    const at = `${prefix}[${index}]`;
    const texts = query.getAll(`${at}[value][]`);
    const one = query.get(`${at}[value]`);
    conditions.push({
      type: query.get(`${at}[type]`) ?? '',
      attribute: query.get(`${at}[attribute]`) ?? '',
      value: one ?? (texts.length > 0 ? texts : whereOf(query, `${at}[value]`)),
    });
  }
  return conditions;
}

function metadata(key: string): unknown {
  const name = { type: 'varchar', required: true };
  const made = {
    cRegion: { type: 'enum', isCustom: true, options: ['North', 'South'] },
    cSeats: { type: 'int', isCustom: true },
    cUntil: { type: 'date', isCustom: true },
    cAt: { type: 'datetime', isCustom: true },
    cVip: { type: 'bool', isCustom: true },
    cNote: { type: 'varchar', isCustom: true, maxLength: 20 },
    cTags: { type: 'multiEnum', isCustom: true, options: ['a', 'b'] },
    // Whom a record names is told: not to be filled, whoever made it.
    usersCustom: { type: 'varchar', isCustom: true },
    cReadOnly: { type: 'varchar', isCustom: true, readOnly: true },
  };
  if (key === 'entityDefs.Meeting.fields' || key === 'entityDefs.Email.fields') return { name, ...made };
  if (key === 'entityDefs.Call.fields') {
    return {
      name,
      status: { type: 'enum', required: true, options: ['Planned', 'Held', 'Not Held'] },
      campaign: { type: 'enum', required: true, options: ['Autumn', 'Winter'] },
      uid: { type: 'varchar', required: true, readOnly: true },
      description: { type: 'text' },
    };
  }
  // What has a value of its own when nothing is said is no question.
  const level = { type: 'enum', isCustom: true, required: true, options: ['1', '2'], default: '1' };
  return { name, ...made, cRegion: { ...made.cRegion, required: true }, cLevel: level };
}

const words = {
  Global: { scopeNames: { Call: 'Anruf' }, fields: { name: 'Name' }, options: [] },
  Call: {
    fields: { description: 'Beschreibung', campaign: 'Kampagne' },
    options: { campaign: { Autumn: 'Herbst' } },
  },
};
