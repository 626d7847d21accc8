/*
 * What a fake EspoCRM keeps: rows as its API shows them, ids that begin with the time and are not unique by anything but
 * themselves, times in whole seconds. Only an e-mail's Message-ID is unique, and only for imports.
 */

export type Row = Record<string, unknown> & { id: string };

export interface Condition {
  type: string;
  attribute?: string;
  value: unknown;
}

export const stamp = (instant: number): string =>
  new Date(instant).toISOString().slice(0, 19).replace('T', ' ');

/** A complaint of EspoCRM's. */
export class EspoError extends Error {
  constructor(
    readonly status: number,
    readonly body?: unknown,
  ) {
    super(String(status));
  }
}

const statuses: Record<string, string[]> = {
  Meeting: ['Planned', 'Held', 'Not Held'],
  Call: ['Planned', 'Held', 'Not Held'],
  Task: ['Not Started', 'Started', 'Completed', 'Canceled', 'Deferred'],
};
const closed = ['Completed', 'Canceled', 'Deferred', 'Closed Won', 'Closed Lost'];

export class EspoRecords {
  private readonly tables = new Map<string, Map<string, Row>>();
  /** Everybody who was shown or sent anything, and of what. */
  readonly told: string[] = [];
  /** Ids of records that somebody follows in every way there is. */
  readonly followed = new Set<string>();
  /** Addresses of EspoCRM's users. */
  readonly userAddresses = new Map<string, string>();
  private counter = 0;

  table(entity: string): Map<string, Row> {
    const table = this.tables.get(entity) ?? new Map<string, Row>();
    this.tables.set(entity, table);
    return table;
  }

  existing(entity: string, id: string): Row {
    const row = this.table(entity).get(id);
    if (!row) throw new EspoError(404);
    return row;
  }

  insert(entity: string, values: Record<string, unknown>, by = 'system'): Row {
    this.counter++;
    const id = `6b02${this.counter.toString(16).padStart(13, '0')}`;
    const now = stamp(Date.now());
    const row = this.derive(entity, { ...values, id, createdAt: now, modifiedAt: now, createdById: by });
    this.table(entity).set(id, row);
    return row;
  }

  /** As the API creates: validated, and its stream tells those who follow what the new record names. */
  create(entity: string, values: Record<string, unknown>, by: string): Row {
    this.validate(entity, values, true);
    const links = [
      values.parentId,
      ...(Array.isArray(values.contactsIds) ? values.contactsIds.slice(0, 1) : []),
    ];
    if (entity !== 'Email') this.tell(links, `new ${entity}`);
    if (values.assignedUserId && values.assignedUserId !== by) this.told.push(`assigned ${entity}`);
    return this.insert(entity, values, by);
  }

  /** As the API changes: moving under another record is silent, a new guest is not. */
  change(entity: string, id: string, values: Record<string, unknown>): Row {
    const row = this.existing(entity, id);
    this.validate(entity, values, false);
    if (Array.isArray(values.contactsIds)) this.tell(values.contactsIds, `related ${entity}`);
    const changed = this.derive(entity, { ...row, ...values, id, modifiedAt: stamp(Date.now()) });
    this.table(entity).set(id, changed);
    return changed;
  }

  private tell(ids: unknown[], what: string): void {
    for (const id of ids) if (this.followed.has(String(id))) this.told.push(what);
  }

  private validate(entity: string, values: Record<string, unknown>, creating: boolean): void {
    const refuse = (field: string, type: string) => {
      throw new EspoError(400, {
        messageTranslation: { label: 'validationFailure', scope: null, data: { field, type } },
      });
    };
    const named = entity === 'Contact' ? ['firstName', 'lastName'] : entity === 'Email' ? [] : ['name'];
    for (const field of named) {
      if (values[field] !== undefined && /[<>=]/.test(String(values[field]))) refuse(field, 'pattern');
      if (String(values[field] ?? '').length > 255) refuse(field, 'maxLength');
    }
    const required = named.at(-1);
    if (creating && required && !values[required]) refuse(required, 'required');
    if (values.status !== undefined && statuses[entity]?.includes(String(values.status)) === false) {
      refuse('status', 'valid');
    }
    for (const { phoneNumber } of phonesOf(values))
      if (!phoneNumber.startsWith('+')) refuse('phoneNumber', 'valid');
    if (
      values.parentId !== undefined &&
      !this.table(String(values.parentType)).has(String(values.parentId))
    ) {
      throw new EspoError(403, {
        messageTranslation: {
          label: 'cannotRelateNonExisting',
          data: { foreignEntityType: values.parentType },
        },
      });
    }
  }

  /** What EspoCRM makes of what was written. */
  private derive(entity: string, row: Row): Row {
    if (entity === 'Contact') {
      const phones = phonesOf(row).map((each) => ({
        ...each,
        phoneNumber: each.phoneNumber.replaceAll(/[^+\d]/g, ''),
      }));
      const account = this.table('Account').get(String(row.accountId ?? ''));
      return {
        ...row,
        name: [row.firstName, row.lastName].filter(Boolean).join(' '),
        phoneNumberData: phones,
        phoneNumber: (phones.find(({ primary }) => primary) ?? phones[0])?.phoneNumber ?? null,
        accountName: account?.name ?? null,
        // A title is the role at the company: without one it is forgotten.
        title: account ? (row.title ?? null) : null,
      };
    }
    return entity === 'Task'
      ? { ...row, contactId: row.parentType === 'Contact' ? row.parentId : null }
      : row;
  }

  /** Rows of a list. */
  search(entity: string, query: { where: Condition[]; primaryFilter?: string; onlyMy?: string }): Row[] {
    return [...this.table(entity).values()].filter((row) => {
      if (query.primaryFilter && closed.includes(String(row.status ?? row.stage))) return false;
      if (query.onlyMy && row.assignedUserId !== query.onlyMy) return false;
      return query.where.every((condition) => matches(row, condition));
    });
  }
}

function phonesOf(values: Record<string, unknown>): { phoneNumber: string; primary?: boolean }[] {
  return Array.isArray(values.phoneNumberData) ? values.phoneNumberData : [];
}

function matches(row: Row, { type, attribute = '', value }: Condition): boolean {
  const own = String(row[attribute] ?? '');
  switch (type) {
    case 'or':
      return (value as Condition[]).some((each) => matches(row, each));
    case 'in':
      return (value as string[]).includes(own);
    case 'linkedWith': {
      const linked = row[`${attribute}Ids`];
      return Array.isArray(linked) && (value as string[]).some((each) => linked.includes(each));
    }
    case 'equals':
      return own.toLowerCase() === String(value).toLowerCase();
    case 'contains':
      return own.toLowerCase().includes(String(value).toLowerCase());
    case 'greaterThan':
      return own > String(value);
    case 'greaterThanOrEquals':
      return own >= String(value);
    case 'lessThanOrEquals':
      return own <= String(value);
    default:
      throw new EspoError(400);
  }
}
