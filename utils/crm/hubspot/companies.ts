import { companyDomains } from '@/utils/crm/company-domains';
import type { Logged } from '@/utils/crm/connector';
import { fail } from '@/utils/crm/errors';
import { Row } from '@/utils/crm/hubspot/answers';
import { type Kind, timeOf } from '@/utils/crm/hubspot/changes';
import type { HubspotCompany, HubspotContact } from '@/utils/crm/hubspot/describe';
import type { Owned } from '@/utils/crm/hubspot/owner';
import { type Filter, isId, type ObjectType, readMany, search, type Wire } from '@/utils/crm/hubspot/wire';
import type { Company } from '@/utils/model/contact';

export const companies: Kind<Company> = {
  type: 'companies',
  properties: ['name', 'domain', 'website', 'hs_lastmodifieddate'],
  modified: 'hs_lastmodifieddate',
  toItems: async (rows) => rows.map(toCompany),
};

function toCompany({ id, properties, updatedAt }: Row): Company | undefined {
  const domains = companyDomains([properties.domain ?? undefined, properties.website ?? undefined]);
  const name = (properties.name ?? '').trim() || domains[0];
  if (!name) return undefined;
  return {
    id,
    name: name.slice(0, 300),
    domains,
    updatedAt: timeOf(properties.hs_lastmodifieddate) ?? timeOf(updatedAt) ?? 0,
  };
}

/** HubSpot's own numbers for "this hangs on that" (`AssociationTypes` of @hubspot/api-client). */
const LINKS: Partial<Record<ObjectType, Partial<Record<ObjectType, number[]>>>> = {
  // 1: the company is the person's main one.
  contacts: { companies: [1, 279] },
  emails: { contacts: [198], companies: [186], deals: [210] },
  meetings: { contacts: [200], companies: [188], deals: [212] },
  calls: { contacts: [194], companies: [182], deals: [206] },
  tasks: { contacts: [204], companies: [192], deals: [216] },
};

export interface LinkType {
  associationCategory: 'HUBSPOT_DEFINED';
  associationTypeId: number;
}

export function linkTypes(from: ObjectType, to: ObjectType): LinkType[] {
  return (LINKS[from]?.[to] ?? []).map((associationTypeId) => ({
    associationCategory: 'HUBSPOT_DEFINED',
    associationTypeId,
  }));
}

export interface Companies {
  idOf(wanted: NonNullable<HubspotContact['company']>): Promise<string>;
  create(draft: HubspotCompany): Promise<Logged>;
}

/**
 * Finds and makes companies. HubSpot has no unique key for them, and only its lagging search finds them: what this
 * session made it remembers, so that two persons of one company do not get one each.
 */
export function openCompanies(wire: Wire, owned: Owned): Companies {
  const made = new Map<string, string>();
  const create = async (draft: HubspotCompany): Promise<Logged> => {
    const name = draft.name.trim();
    const domain = companyDomains([draft.domain])[0];
    const keys = [...(domain ? [`domain ${domain}`] : []), `name ${name.toLowerCase()}`];
    const own = keys.map((key) => made.get(key)).find((id) => id !== undefined);
    const candidates = own === undefined ? await searchFor(wire, name, domain) : [own];
    const live = await readMany(wire, 'companies', {
      purpose: 'find',
      ids: candidates,
      properties: ['name', 'domain', 'website'],
    });
    const known =
      live.find((row) => domain !== undefined && toCompany(row)?.domains.includes(domain)) ??
      live.find((row) => row.properties.name?.trim().toLowerCase() === name.toLowerCase());
    const remoteId =
      known?.id ??
      (await createCompany(wire, {
        ...draft.own,
        ...(await owned()),
        name,
        ...(domain ? { domain } : {}),
      }));
    for (const key of keys) made.set(key, remoteId);
    return { remoteId, created: known === undefined };
  };
  return {
    create,
    idOf: async (wanted) => {
      if (!('id' in wanted)) return (await create(wanted)).remoteId;
      return isId(wanted.id) ? wanted.id : fail({ kind: 'gone' });
    },
  };
}

async function searchFor(wire: Wire, name: string, domain: string | undefined): Promise<string[]> {
  const groups: Filter[][] = [
    ...(domain ? [[{ propertyName: 'domain', operator: 'EQ', value: domain } as const]] : []),
    [{ propertyName: 'name', operator: 'EQ', value: name }],
  ];
  const { results } = await search(wire, 'companies', {
    purpose: 'find',
    groups,
    sort: { propertyName: 'hs_object_id', direction: 'ASCENDING' },
    properties: ['name', 'domain'],
    limit: 50,
  });
  return results.map((row) => row.id);
}

async function createCompany(wire: Wire, properties: Record<string, string>): Promise<string> {
  const { id } = await wire.call({
    step: 'companies create',
    purpose: 'create-contact',
    method: 'POST',
    path: '/crm/v3/objects/companies',
    body: { properties, associations: [] },
    fields: Object.keys(properties),
    answer: Row,
  });
  return id;
}
