/**
 * The part of Odoo behind its wire: tables, domains and the rules of the real thing that matter here. `message_id` is
 * NOT unique. `write_date` has microseconds inside and shows seconds. Posting notifies, creating does not. A request is
 * all or nothing. Unknown fields and arguments are errors.
 */

export class OdooError extends Error {
  readonly type: string;
  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

type Value = unknown;
export interface Row {
  id: number;
  [field: string]: Value;
}

const common = ['id', 'create_date', 'create_uid', 'write_date'];
/** What the company made itself. */
const made = ['x_region', 'x_seats', 'x_until', 'x_at', 'x_vip', 'x_note'];
const columns: Record<string, string[]> = {
  'res.partner': [
    'name',
    'email',
    'email_normalized',
    'phone',
    'function',
    'website',
    'street',
    'street2',
    'zip',
    'city',
    'is_company',
    'company_type',
    'active',
    'parent_id',
    'commercial_partner_id',
    'user_id',
    ...made,
  ],
  'res.users': ['name', 'login', 'email', 'partner_id'],
  'mail.message': [
    'model',
    'res_id',
    'message_type',
    'subtype_id',
    'is_internal',
    'message_id',
    'date',
    'subject',
    'body',
    'email_from',
    'author_id',
    'partner_ids',
    ...made,
  ],
  'mail.activity': [
    'summary',
    'note',
    'date_deadline',
    'res_model',
    'res_model_id',
    'res_id',
    'res_name',
    'activity_type_id',
    'user_id',
    'active',
    ...made,
  ],
  'mail.message.subtype': ['name'],
  'calendar.event': [
    'name',
    'start',
    'stop',
    'allday',
    'start_date',
    'stop_date',
    'location',
    'description',
    'show_as',
    'partner_ids',
    'attendee_ids',
    'alarm_ids',
    'opportunity_id',
    'active',
    'x_room',
    ...made,
    'categ_ids',
  ],
  'calendar.event.type': ['name'],
  'mail.activity.type': ['name', 'res_model', 'category'],
  'crm.lead': [
    'name',
    'type',
    'active',
    'probability',
    'date_closed',
    'partner_id',
    'expected_revenue',
    'company_currency',
    'stage_id',
    'user_id',
  ],
};
const dates = ['create_date', 'write_date'];
/** What comes with an app that is not everywhere. */
const ofApps = { calendar: 'calendar.event', crm: 'crm.lead' };

/** Types of fields as `fields_get` tells them, where they are not simple text. */
const types: Record<string, string> = {
  start: 'datetime',
  stop: 'datetime',
  date: 'datetime',
  body: 'html',
  description: 'html',
  date_deadline: 'date',
  partner_ids: 'many2many',
  attendee_ids: 'one2many',
  opportunity_id: 'many2one',
  author_id: 'many2one',
  parent_id: 'many2one',
  allday: 'boolean',
  show_as: 'selection',
  categ_ids: 'many2many',
  activity_type_id: 'many2one',
  x_region: 'selection',
  x_seats: 'integer',
  x_until: 'date',
  x_at: 'datetime',
  x_vip: 'boolean',
};

export const NOTE = 2;
/** The activity type To-Do. */
export const TODO = 4;
export const DISCUSSIONS = 1;

export class OdooModels {
  readonly tables = new Map<string, Map<number, Row>>();
  /** What `fields_get` says must be filled. */
  readonly required = new Set(['name', 'start', 'stop', 'x_room', 'date_deadline']);
  readonly followers: { partner: number; follower: number; subtypes: number[] }[] = [];
  /** Everybody who was told of something, by inbox or mail. */
  readonly notified: { follower: number; message: number }[] = [];
  readonly major: number;
  /** Milliseconds, with a fraction as Odoo's microseconds. Tests move it on. */
  now = Date.UTC(2026, 10, 21, 9, 0, 0, 123);
  private nextId = 1;
  /** Rows of transactions that are not committed: by number, from the first to before the last. */
  private readonly unseen = new Set<readonly [from: number, to: number]>();

  /** `without`: apps that are not installed. `synced`: Odoo syncs the users' calendars with Google's. */
  constructor(
    major: number,
    private readonly apps: { without?: ('calendar' | 'crm')[]; synced?: boolean } = {},
  ) {
    this.major = major;
    for (const model of Object.keys(columns)) this.tables.set(model, new Map());
    for (const app of apps.without ?? []) this.tables.delete(ofApps[app]);
    this.insert('mail.message.subtype', { id: DISCUSSIONS, name: 'Discussions' });
    this.insert('mail.message.subtype', { id: NOTE, name: 'Note' });
    this.nextId = 3;
  }

  table(model: string): Map<number, Row> {
    const table = this.tables.get(model);
    if (!table) throw new OdooError('odoo.exceptions.UserError', `Object ${model} doesn't exist`);
    return table;
  }

  insert(model: string, values: Record<string, Value>): number {
    this.checkFields(model, Object.keys(values));
    this.now += 7;
    const id = typeof values.id === 'number' ? values.id : this.nextId++;
    const row: Row = {
      active: true,
      create_uid: 1,
      create_date: this.now,
      write_date: this.now,
      ...values,
      id,
    };
    if (model === 'res.partner') {
      if (!row.name) {
        throw new OdooError(
          'odoo.exceptions.ValidationError',
          'The operation cannot be completed: Contacts require a name',
        );
      }
      row.is_company ??= false;
    }
    this.table(model).set(id, row);
    return id;
  }

  write(model: string, ids: number[], values: Record<string, Value>): true {
    this.checkFields(model, Object.keys(values));
    this.now += 7;
    for (const id of ids) Object.assign(this.existing(model, id), values, { write_date: this.now });
    return true;
  }

  unlink(model: string, ids: number[]): true {
    for (const id of ids) this.existing(model, id);
    for (const id of ids) {
      this.table(model).delete(id);
      // Odoo removes a record's messages and activities with it.
      for (const child of ['mail.message', 'mail.activity']) {
        for (const row of this.table(child).values()) {
          const about = row.model ?? row.res_model;
          if (about === model && row.res_id === id) this.table(child).delete(row.id);
        }
      }
    }
    return true;
  }

  /** What `work` creates has its numbers at once, and nobody sees it before `commit` is called. */
  uncommitted<T>(work: () => T): { answer: T; commit(): void } {
    const from = this.nextId;
    const answer = work();
    const made = [from, this.nextId] as const;
    this.unseen.add(made);
    return { answer, commit: () => void this.unseen.delete(made) };
  }

  private isSeen({ id }: Row): boolean {
    for (const [from, to] of this.unseen) if (id >= from && id < to) return false;
    return true;
  }

  search(model: string, domain: Value, archived: boolean): Row[] {
    if (!Array.isArray(domain)) throw new OdooError('builtins.ValueError', 'Invalid domain');
    const hasActive = columns[model]?.includes('active');
    const matches = this.test(model, domain);
    const found: Row[] = [];
    for (const row of this.table(model).values())
      if ((archived || !hasActive || row.active !== false) && this.isSeen(row) && matches(row))
        found.push(row);
    return found;
  }

  read(model: string, row: Row, fields: string[]): Row {
    this.checkFields(model, fields);
    const answer: Row = { id: row.id };
    for (const field of fields) answer[field] = this.shown(model, row, field);
    return answer;
  }

  /** `fields_get`: of these fields, or of all. */
  describe(model: string, only: string[] | undefined): Record<string, Record<string, Value>> {
    this.table(model);
    const names = [
      ...common,
      ...(columns[model] ?? []),
      ...(model === 'calendar.event' && this.apps.synced ? ['google_id', 'need_sync'] : []),
    ];
    return Object.fromEntries(
      names
        .filter((name) => only?.includes(name) ?? true)
        .map((name) => [
          name,
          {
            string: name === 'x_room' ? 'Room' : name,
            type: types[name] ?? 'char',
            required: this.required.has(name),
            readonly: name === 'id',
            ...(name === 'x_note' ? { size: 20 } : {}),
            ...(name === 'x_region'
              ? {
                  selection: [
                    ['n', 'North'],
                    ['s', 'South'],
                  ],
                }
              : {}),
            ...(name === 'show_as'
              ? {
                  selection: [
                    ['free', 'Available'],
                    ['busy', 'Busy'],
                  ],
                }
              : {}),
          },
        ]),
    );
  }

  post(model: string, id: number, values: Record<string, Value>, subtype: number): number {
    this.existing(model, id);
    const message = this.insert('mail.message', { ...values, model, res_id: id, subtype_id: subtype });
    for (const { partner, follower, subtypes } of this.followers) {
      if (partner === id && subtypes.includes(subtype)) this.notified.push({ follower, message });
    }
    return message;
  }

  existing(model: string, id: number): Row {
    const row = this.table(model).get(id);
    if (row && this.isSeen(row)) return row;
    throw new OdooError(
      'odoo.exceptions.MissingError',
      `Record does not exist or has been deleted.\n(Record: ${model}(${id},), User: 2)`,
    );
  }

  private checkFields(model: string, fields: string[]): void {
    const known = [...common, ...(columns[model] ?? [])];
    if (model === 'res.partner' && this.major < 19) known.push('mobile');
    for (const field of fields) {
      if (!known.includes(field))
        throw new OdooError('builtins.ValueError', `Invalid field ${model}.${field}`);
    }
  }

  private shown(model: string, row: Row, field: string): Value {
    const value = this.stored(model, row, field);
    if (field === 'create_uid') return [Number(value), 'User'];
    if (dates.includes(field)) return stamp(Number(value));
    if (model === 'crm.lead' && ['company_currency', 'stage_id'].includes(field)) return value ?? false;
    if (field === 'probability' || field === 'expected_revenue') return value ?? 0;
    if (field === 'partner_ids') return value ?? [];
    if (field.endsWith('_id') && field !== 'message_id' && field !== 'res_id' && typeof value === 'number') {
      const target = this.table(field === 'subtype_id' ? 'mail.message.subtype' : 'res.partner').get(value);
      return [value, String(target?.name ?? '')];
    }
    return value ?? false;
  }

  private stored(model: string, row: Row, field: string): Value {
    if (model !== 'res.partner') return row[field];
    if (field === 'email_normalized') return normalized(row.email);
    if (field === 'commercial_partner_id') {
      return row.is_company || typeof row.parent_id !== 'number' ? row.id : row.parent_id;
    }
    return row[field];
  }

  /** Prefix notation, as in Odoo: `['|', a, b, c]` is (a or b) and c. */
  private test(model: string, domain: Value[]): (row: Row) => boolean {
    const parts = [...domain]
      .reverse()
      .map((part) => (typeof part === 'string' ? part : this.leaf(model, part)));
    return (row) => {
      const stack: boolean[] = [];
      for (const part of parts) {
        if (part === '!') stack.push(!stack.pop());
        else if (part === '|' || part === '&') {
          const [a, b] = [stack.pop(), stack.pop()];
          stack.push(part === '|' ? Boolean(a) || Boolean(b) : Boolean(a) && Boolean(b));
        } else if (typeof part === 'string') throw new OdooError('builtins.ValueError', 'Invalid leaf');
        else stack.push(part(row));
      }
      return stack.every(Boolean);
    };
  }

  /** Looked at once a question, and not once a row: there may be a hundred thousand. */
  private leaf(model: string, leaf: Value): (row: Row) => boolean {
    if (!Array.isArray(leaf) || leaf.length !== 3) throw new OdooError('builtins.ValueError', 'Invalid leaf');
    const [field, operator, wanted] = leaf;
    this.checkFields(model, [String(field)]);
    const compared = dates.includes(String(field))
      ? Date.parse(`${String(wanted).replace(' ', 'T')}Z`)
      : wanted;
    const written = operator === '=ilike' ? String(wanted) : `%${wanted}%`;
    const shape = String(operator).includes('ilike') ? like(written) : undefined;
    const holds = (value: Value) => typeof value === 'string' && shape?.test(value) === true;
    return (row) => {
      const stored = this.stored(model, row, String(field));
      return this.compare(String(operator), stored, wanted, compared, holds);
    };
  }

  private compare(
    operator: string,
    stored: Value,
    wanted: Value,
    compared: Value,
    holds: (value: Value) => boolean,
  ): boolean {
    const value = stored ?? false;
    switch (operator) {
      case '=':
        return value === compared;
      case '!=':
        return value !== compared;
      case 'in':
        return Array.isArray(wanted) && wanted.includes(value);
      case 'not in':
        return Array.isArray(wanted) && !wanted.includes(value);
      case '>':
        return Number(value) > Number(compared);
      case '>=':
        return Number(value) >= Number(compared);
      case '<':
        return stored !== undefined && Number(value) < Number(compared);
      case 'not ilike':
        return !holds(value);
      case 'ilike':
      case '=ilike':
        return holds(value);
      default:
        throw new OdooError('builtins.ValueError', `Invalid leaf operator ${operator}`);
    }
  }
}

export function stamp(ms: number): string {
  return new Date(Math.floor(ms)).toISOString().slice(0, 19).replace('T', ' ');
}

function normalized(email: Value): string | false {
  const match = /[^\s<>,;"]+@[^\s<>,;"]+/.exec(String(email || ''));
  return match ? match[0].toLowerCase() : false;
}

/** SQL's ILIKE: `%`, `_` and the backslash that takes their meaning away. */
function like(pattern: string): RegExp {
  let source = '';
  for (let i = 0; i < pattern.length; i++) {
    const character = pattern[i]!;
    if (character === '\\') source += escaped(pattern[++i] ?? '');
    else if (character === '%') source += '.*';
    else if (character === '_') source += '.';
    else source += escaped(character);
  }
  return new RegExp(`^${source}$`, 'is');
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
