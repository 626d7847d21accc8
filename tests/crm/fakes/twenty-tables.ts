import { randomUUID } from 'node:crypto';
import { parsePhoneNumberWithError } from 'libphonenumber-js';

export type Row = Record<string, unknown> & { id: string; updatedAt: string; deletedAt: string | null };

/** What Twenty says in `errors[].extensions.code`. */
export class TwentyError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export const invalid = (message: string) => new TwentyError('GRAPHQL_VALIDATION_FAILED', message);

const STAMPS = ['id', 'createdAt', 'updatedAt', 'deletedAt'];

const MADE = ['region', 'tags', 'seats', 'until', 'startsAt', 'vip'];

/** The columns of each object, as the server's standard objects of 2025-09 have them. */
export const columns: Record<string, string[]> = {
  person: [...STAMPS, 'name', 'emails', 'phones', 'jobTitle', 'companyId', 'city', ...MADE],
  company: [...STAMPS, 'name', 'domainName', 'employees', ...MADE],
  opportunity: [...STAMPS, 'name', 'stage', 'amount', 'closeDate', 'companyId', 'pointOfContactId'],
  note: [...STAMPS, 'title', 'bodyV2', ...MADE],
  task: [...STAMPS, 'title', 'bodyV2', 'status', 'dueAt', 'assigneeId', ...MADE],
  workspaceMember: [...STAMPS, 'name', 'userEmail'],
};
export const plurals: Record<string, string> = {
  person: 'people',
  company: 'companies',
  opportunity: 'opportunities',
  note: 'notes',
  task: 'tasks',
  noteTarget: 'noteTargets',
  taskTarget: 'taskTargets',
  workspaceMember: 'workspaceMembers',
};

/** The records of a workspace, with what Twenty's database and its transformers do to them. */
export class TwentyTables {
  readonly rows = new Map<string, Map<string, Row>>();
  now = Date.UTC(2026, 10, 21, 9);
  readonly targets: { person: string; company: string; opportunity: string };
  readonly columns: Record<string, string[]>;

  constructor(renamed: boolean) {
    const name = (kind: string) =>
      renamed ? `target${kind[0]?.toUpperCase()}${kind.slice(1)}Id` : `${kind}Id`;
    this.targets = { person: name('person'), company: name('company'), opportunity: name('opportunity') };
    const ends = Object.values(this.targets);
    this.columns = {
      ...columns,
      noteTarget: [...STAMPS, 'noteId', ...ends],
      taskTarget: [...STAMPS, 'taskId', ...ends],
    };
    for (const object of Object.keys(this.columns)) this.rows.set(object, new Map());
  }

  table(object: string): Map<string, Row> {
    const table = this.rows.get(object);
    if (!table) throw invalid(`Unknown object ${object}`);
    return table;
  }

  stamp(): string {
    this.now += 7;
    return new Date(this.now).toISOString();
  }

  /** All or none, as one INSERT. */
  insert(object: string, inputs: Record<string, unknown>[]): Row[] {
    const at = this.stamp();
    const made: Row[] = [];
    for (const input of inputs) {
      const row: Row = {
        ...this.transform(object, input),
        id: String(input.id ?? randomUUID()),
        createdAt: input.createdAt ?? at,
        updatedAt: at,
        deletedAt: null,
      };
      if (this.table(object).has(row.id) || made.some((each) => each.id === row.id)) {
        throw new TwentyError('BAD_USER_INPUT', 'A duplicate entry was detected');
      }
      this.checkUnique(object, row, made);
      this.checkForeign(row);
      made.push(row);
    }
    for (const row of made) this.table(object).set(row.id, row);
    return made;
  }

  /** Also in the trash, without a word. */
  update(object: string, id: string, input: Record<string, unknown>): Row {
    const row = this.existing(object, id);
    const change = this.transform(object, input);
    for (const [name, value] of Object.entries(change)) {
      const before = row[name];
      row[name] = isObject(value) && isObject(before) ? { ...before, ...value } : value;
    }
    this.checkUnique(object, row, []);
    row.updatedAt = this.stamp();
    return row;
  }

  trash(object: string, id: string): Row {
    const row = this.existing(object, id);
    row.deletedAt = this.stamp();
    row.updatedAt = row.deletedAt;
    return row;
  }

  restore(object: string, id: string): Row {
    const row = this.existing(object, id);
    row.deletedAt = null;
    row.updatedAt = this.stamp();
    return row;
  }

  destroy(object: string, id: string): Row {
    const row = this.existing(object, id);
    this.table(object).delete(id);
    for (const targets of ['noteTarget', 'taskTarget']) {
      for (const target of this.table(targets).values()) {
        // What pointed at it points nowhere, and stays.
        for (const [name, value] of Object.entries(target)) {
          if (name !== 'id' && value === id) target[name] = null;
        }
      }
    }
    return row;
  }

  existing(object: string, id: string): Row {
    const row = this.table(object).get(id);
    if (!row) throw new TwentyError('NOT_FOUND', 'Record not found');
    return row;
  }

  private checkUnique(object: string, row: Row, made: Row[]): void {
    const path = { person: ['emails', 'primaryEmail'], company: ['domainName', 'primaryLinkUrl'] }[object];
    if (!path) return;
    const of = (each: Row) => (each[path[0]!] as Record<string, unknown> | undefined)?.[path[1]!];
    const mine = of(row);
    const others = [...this.table(object).values(), ...made];
    if (mine && others.some((each) => each.id !== row.id && !each.deletedAt && of(each) === mine)) {
      const label = object === 'person' ? 'Emails' : 'Domain Name';
      throw new TwentyError(
        'BAD_USER_INPUT',
        `Duplicate ${label} with value ${mine}. Please set a unique one.`,
      );
    }
  }

  private checkForeign(row: Row): void {
    const ends = { noteId: 'note', taskId: 'task', companyId: 'company', assigneeId: 'workspaceMember' };
    const targets = Object.fromEntries(Object.entries(this.targets).map(([object, name]) => [name, object]));
    for (const [name, object] of Object.entries({ ...ends, ...targets })) {
      const id = row[name];
      if (typeof id === 'string' && !this.table(object).has(id)) {
        throw new TwentyError('INTERNAL_SERVER_ERROR', 'An error occurred.');
      }
    }
  }

  private transform(object: string, input: Record<string, unknown>): Record<string, unknown> {
    const known = this.columns[object] ?? [];
    for (const name of Object.keys(input)) {
      if (!known.includes(name)) {
        throw invalid(`Variable "$data" got invalid value; Field "${name}" is not defined by type.`);
      }
    }
    const row = { ...input };
    if (JSON.stringify(row).includes('\\u0000')) {
      throw new TwentyError('INTERNAL_SERVER_ERROR', 'An error occurred.');
    }
    if (isObject(row.emails)) row.emails = lowerEmails(row.emails);
    if (isObject(row.phones)) row.phones = readPhones(row.phones);
    if (isObject(row.domainName)) checkLink(row.domainName);
    if (isObject(row.bodyV2)) row.bodyV2 = readBody(row.bodyV2);
    if (object === 'task' && row.status && !['TODO', 'IN_PROGRESS', 'DONE'].includes(String(row.status))) {
      throw invalid(`Value "${row.status}" does not exist in "TaskStatusEnum" enum.`);
    }
    return row;
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function lowerEmails(emails: Record<string, unknown>): Record<string, unknown> {
  const more = Array.isArray(emails.additionalEmails) ? emails.additionalEmails : [];
  return {
    primaryEmail: String(emails.primaryEmail ?? '').toLowerCase(),
    additionalEmails: more.map((each) => String(each).toLowerCase()),
  };
}

function readPhones(phones: Record<string, unknown>): Record<string, unknown> {
  const read = (number: unknown, callingCode: unknown) => {
    if (!number) return {};
    try {
      const phone = parsePhoneNumberWithError(String(number), {
        ...(callingCode ? { defaultCallingCode: String(callingCode).replace('+', '') } : {}),
      });
      return {
        number: String(phone.nationalNumber),
        callingCode: `+${phone.countryCallingCode}`,
        countryCode: phone.country ?? null,
      };
    } catch {
      throw new TwentyError('BAD_USER_INPUT', `Provided phone number is invalid ${number}`);
    }
  };
  const primary = read(phones.primaryPhoneNumber, phones.primaryPhoneCallingCode);
  const additional = Array.isArray(phones.additionalPhones) ? phones.additionalPhones : [];
  return {
    ...(primary.number
      ? {
          primaryPhoneNumber: primary.number,
          primaryPhoneCallingCode: primary.callingCode,
          primaryPhoneCountryCode: primary.countryCode,
        }
      : {}),
    additionalPhones: additional.map((each) => read(each.number, each.callingCode)),
  };
}

function checkLink(links: Record<string, unknown>): void {
  const url = String(links.primaryLinkUrl ?? '');
  if (url !== '' && !URL.canParse(url)) {
    throw new TwentyError('BAD_USER_INPUT', 'The URL of the link is not valid');
  }
}

/** Blocks are stored as they come; the Markdown of them is derived. */
function readBody(body: Record<string, unknown>): Record<string, unknown> {
  const blocks: unknown = JSON.parse(String(body.blocknote));
  if (!Array.isArray(blocks)) throw new TwentyError('INTERNAL_SERVER_ERROR', 'An error occurred.');
  return { blocknote: String(body.blocknote), markdown: body.markdown ?? `${blocks.length} blocks` };
}
