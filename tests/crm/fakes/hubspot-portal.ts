/** A record of the fake's. */
export interface HubspotRecord {
  id: string;
  properties: Record<string, string | null>;
  archived: boolean;
  createdAt: string;
  updatedAt: string;
}

/** HubSpot's complaint, with its status. */
export class HubspotError extends Error {
  readonly status: number;
  readonly category: string;
  readonly extra: Record<string, unknown>;
  constructor(status: number, category: string, message: string, extra: Record<string, unknown> = {}) {
    super(message);
    this.status = status;
    this.category = category;
    this.extra = extra;
  }
}

export const types = ['contacts', 'companies', 'deals', 'emails', 'meetings', 'calls', 'tasks'] as const;
export type FakeType = (typeof types)[number];

/** Which association type leads from one kind to another; any other number is refused. */
const linkNumbers: Record<string, number[]> = {
  'contacts companies': [1, 279],
  'emails contacts': [198],
  'emails companies': [186],
  'emails deals': [210],
  'meetings contacts': [200],
  'meetings companies': [188],
  'meetings deals': [212],
  'calls contacts': [194],
  'calls companies': [182],
  'calls deals': [206],
  'tasks contacts': [204],
  'tasks companies': [192],
  'tasks deals': [216],
};

const made = ['seats__c', 'region', 'until', 'starts_at', 'vip'];
const common = ['hs_timestamp', 'hubspot_owner_id', ...made];
/** What may be written. A property that is not there is refused, as HubSpot does. */
const writable: Record<FakeType, string[]> = {
  contacts: [
    'firstname',
    'lastname',
    'email',
    'phone',
    'mobilephone',
    'jobtitle',
    'company',
    'website',
    'address',
    'hubspot_owner_id',
    'lifecyclestage',
    ...made,
  ],
  companies: ['name', 'domain', 'hubspot_owner_id', ...made],
  deals: ['dealname', 'amount', 'deal_currency_code', 'dealstage', 'hs_is_closed', 'hubspot_owner_id'],
  emails: [
    ...common,
    'hs_email_direction',
    'hs_email_status',
    'hs_email_subject',
    'hs_email_html',
    'hs_email_headers',
    'hs_email_message_id',
  ],
  meetings: [
    ...common,
    'hs_meeting_title',
    'hs_internal_meeting_notes',
    'hs_meeting_start_time',
    'hs_meeting_end_time',
    'hs_meeting_outcome',
    'hs_meeting_location',
    'hs_meeting_external_url',
    'hs_activity_type',
  ],
  calls: [
    ...common,
    'hs_call_title',
    'hs_call_body',
    'hs_call_direction',
    'hs_call_duration',
    'hs_call_status',
    'hs_activity_type',
  ],
  tasks: [...common, 'hs_task_subject', 'hs_task_body', 'hs_task_status', 'hs_task_type'],
};

const modifiedOf = (type: FakeType) => (type === 'contacts' ? 'lastmodifieddate' : 'hs_lastmodifieddate');

/**
 * One HubSpot account. Addresses of contacts are unique and nothing else is. What `search` sees lags behind what was
 * written until `settle()`; reading by id, by address, by association and listing see everything at once.
 */
export class HubspotPortal {
  readonly tables = new Map<FakeType, Map<string, HubspotRecord>>(types.map((type) => [type, new Map()]));
  private index = new Map<FakeType, Map<string, HubspotRecord>>(types.map((type) => [type, new Map()]));
  /** `emails:1 contacts:2`, both ways. */
  readonly links = new Set<string>();
  /** Whatever would have left the account: mails, invitations, reminders. */
  readonly told: string[] = [];
  takesMessageId = true;
  private lastId = 40_000;
  private clock = Date.UTC(2026, 10, 21, 12);

  table(type: string): Map<string, HubspotRecord> {
    const table = [...this.tables].find(([name]) => name === type)?.[1];
    if (!table) throw new HubspotError(400, 'VALIDATION_ERROR', `Unable to infer object type from: ${type}`);
    return table;
  }

  live(type: string, id: string): HubspotRecord | undefined {
    const record = this.table(type).get(id);
    return record && !record.archived ? record : undefined;
  }

  /** The index catches up. */
  settle(): void {
    for (const [type, table] of this.tables) {
      this.index.set(
        type,
        new Map(
          [...table]
            .filter(([, { archived }]) => !archived)
            .map(([id, record]) => [id, structuredClone(record)]),
        ),
      );
    }
  }

  indexed(type: FakeType): HubspotRecord[] {
    return [...(this.index.get(type)?.values() ?? [])];
  }

  /** Refuses what cannot be written, before anything is. */
  check(
    type: FakeType,
    properties: Record<string, unknown>,
    associations: Association[],
    isNew: boolean,
  ): void {
    for (const [name, value] of Object.entries(properties)) {
      const refused = !writable[type].includes(name)
        ? 'PROPERTY_DOESNT_EXIST'
        : name === 'hs_email_message_id' && !this.takesMessageId
          ? 'READ_ONLY_VALUE'
          : typeof value !== 'string' || value.length > 65_536
            ? 'INVALID_VALUE'
            : undefined;
      if (refused) {
        const list = [{ isValid: false, message: `Property "${name}": ${refused}`, error: refused, name }];
        throw new HubspotError(
          400,
          'VALIDATION_ERROR',
          `Property values were not valid: ${JSON.stringify(list)}`,
        );
      }
    }
    if (isNew && writable[type].includes('hs_timestamp') && !properties.hs_timestamp) {
      throw new HubspotError(400, 'VALIDATION_ERROR', 'hs_timestamp is required', {
        errors: [{ message: 'hs_timestamp is required', context: { propertyName: ['hs_timestamp'] } }],
      });
    }
    for (const { to, types: links } of associations) {
      for (const { associationTypeId } of links) {
        const target = types.find((other) => linkNumbers[`${type} ${other}`]?.includes(associationTypeId));
        if (!target)
          throw new HubspotError(400, 'VALIDATION_ERROR', `invalid association type ${associationTypeId}`);
        if (!this.live(target, to.id)) {
          throw new HubspotError(404, 'OBJECT_NOT_FOUND', `No ${target} with ID ${to.id} exists`);
        }
      }
    }
    const email = properties.email;
    const taken =
      typeof email === 'string' &&
      [...this.table('contacts').values()].find((each) => !each.archived && each.properties.email === email);
    if (type === 'contacts' && isNew && taken) {
      throw new HubspotError(409, 'CONFLICT', `Contact already exists. Existing ID: ${taken.id}`);
    }
  }

  create(
    type: FakeType,
    properties: Record<string, string>,
    associations: Association[] = [],
  ): HubspotRecord {
    this.lastId += 1;
    const id = String(this.lastId);
    const at = this.tick();
    const record: HubspotRecord = {
      id,
      properties: { ...properties, hs_object_id: id },
      archived: false,
      createdAt: at,
      updatedAt: at,
    };
    this.table(type).set(id, record);
    this.written(type, record, properties);
    for (const { to, types: links } of associations) {
      for (const { associationTypeId } of links) {
        const target = types.find((other) => linkNumbers[`${type} ${other}`]?.includes(associationTypeId));
        if (target) this.link(type, id, target, to.id);
        if (associationTypeId === 1) record.properties.associatedcompanyid = to.id;
      }
    }
    return record;
  }

  write(type: FakeType, id: string, properties: Record<string, string>): HubspotRecord {
    const record = this.live(type, id);
    if (!record) throw new HubspotError(404, 'OBJECT_NOT_FOUND', 'resource not found');
    Object.assign(record.properties, properties);
    record.updatedAt = this.tick();
    this.written(type, record, properties);
    return record;
  }

  private written(type: FakeType, record: HubspotRecord, properties: Record<string, string>): void {
    record.properties[modifiedOf(type)] = record.updatedAt;
    if (type === 'deals') record.properties.hs_is_closed ??= 'false';
    if (['SENDING', 'SCHEDULED'].includes(properties.hs_email_status ?? ''))
      this.told.push(`mail ${record.id}`);
    for (const name of ['hs_attendee_owner_ids', 'hs_task_reminders', 'hs_meeting_body']) {
      if (properties[name] !== undefined) this.told.push(`${name} ${record.id}`);
    }
  }

  archive(type: FakeType, id: string): void {
    const record = this.table(type).get(id);
    if (!record) return;
    record.archived = true;
    for (const link of this.links) if (link.split(' ').includes(`${type}:${id}`)) this.links.delete(link);
  }

  link(type: string, id: string, other: string, otherId: string): void {
    this.links.add(`${type}:${id} ${other}:${otherId}`);
    this.links.add(`${other}:${otherId} ${type}:${id}`);
  }

  linked(type: string, id: string, other: string): string[] {
    const lead = `${type}:${id} ${other}:`;
    return [...this.links].filter((link) => link.startsWith(lead)).map((link) => link.slice(lead.length));
  }

  private tick(): string {
    this.clock += 1000;
    return new Date(this.clock).toISOString();
  }
}

export interface Association {
  to: { id: string };
  types: { associationCategory: string; associationTypeId: number }[];
}
