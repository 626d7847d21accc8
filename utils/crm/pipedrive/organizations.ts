import { companyDomains } from '@/utils/crm/company-domains';
import type { Logged } from '@/utils/crm/connector';
import { fail } from '@/utils/crm/errors';
import { Organization, one } from '@/utils/crm/pipedrive/answers';
import type { Kind } from '@/utils/crm/pipedrive/changes';
import { customOf, type PipedriveCompany, type PipedriveContact } from '@/utils/crm/pipedrive/describe';
import { idOf, listPage, remove, searchExactly, timeOf, type Wire } from '@/utils/crm/pipedrive/wire';
import type { Company } from '@/utils/model/contact';

export const organizations: Kind<Organization, Company> = {
  what: 'organizations',
  recent: 'organization',
  row: Organization,
  toItems: async (rows) => rows.map(toCompany),
};

function toCompany(row: Organization): Company | undefined {
  const domains = companyDomains([row.website ?? undefined]);
  const name = (row.name ?? '').trim() || domains[0];
  if (!name) return undefined;
  return { id: String(row.id), name: name.slice(0, 300), domains, updatedAt: timeOf(row.update_time) ?? 0 };
}

/** Names by number; v2's persons bear only the number. */
export async function namesOf(wire: Wire, ids: number[], known: Map<number, string>): Promise<void> {
  const missing = [...new Set(ids)].filter((id) => !known.has(id));
  for (let at = 0; at < missing.length; at += 100) {
    const asked = missing.slice(at, at + 100);
    for (const row of await readOrganizations(wire, 'sync', asked)) known.set(row.id, row.name ?? '');
    for (const id of asked) if (!known.has(id)) known.set(id, '');
  }
}

async function readOrganizations(
  wire: Wire,
  purpose: 'sync' | 'find',
  ids: number[],
): Promise<Organization[]> {
  if (ids.length === 0) return [];
  const { rows } = await listPage(
    wire,
    'organizations',
    purpose,
    { ids: ids.slice(0, 100).join(','), limit: 100 },
    Organization,
  );
  return rows.filter((row) => row.is_deleted !== true);
}

/** The organisation meant by a draft: by number, by domain, by its whole name; else a new one. */
export async function organizationOf(
  wire: Wire,
  wanted: NonNullable<PipedriveContact['company']>,
): Promise<number> {
  if ('id' in wanted) return idOf(wanted.id) ?? fail({ kind: 'gone' });
  return idOf((await createOrganization(wire, wanted)).remoteId) ?? fail({ kind: 'gone' });
}

/** Creates, unless one is there; then reads back, and of two at the same time the later removes itself. */
export async function createOrganization(wire: Wire, draft: PipedriveCompany): Promise<Logged> {
  const name = draft.name.trim();
  const domain = companyDomains([draft.domain])[0];
  const [there] = await organizationsLike(wire, name, domain);
  if (there !== undefined) return { remoteId: String(there), created: false };
  const { data } = await wire.call({
    step: 'organizations create',
    purpose: 'create-contact',
    method: 'POST',
    path: '/api/v2/organizations',
    body: { name, ...(domain ? { website: `https://${domain}` } : {}), ...customOf(draft.own) },
    answer: one(Organization),
  });
  const [first = data.id] = await organizationsLike(wire, name, domain);
  if (first >= data.id) return { remoteId: String(data.id), created: true };
  await remove(wire, 'organizations', data.id);
  return { remoteId: String(first), created: false };
}

/** Of that name (by search) or among the newest of that name or domain (search does not look at websites). */
async function organizationsLike(wire: Wire, name: string, domain: string | undefined): Promise<number[]> {
  const byName = await readOrganizations(
    wire,
    'find',
    await searchExactly(wire, 'organizations', 'name', name),
  );
  const { rows } = await listPage(
    wire,
    'organizations',
    'find',
    { sort_by: 'add_time', sort_direction: 'desc', limit: 100 },
    Organization,
  );
  return [...byName, ...rows.filter((row) => row.is_deleted !== true)]
    .filter(
      (row) =>
        row.name?.trim().toLowerCase() === name.toLowerCase() ||
        (domain !== undefined && companyDomains([row.website ?? undefined]).includes(domain)),
    )
    .map((row) => row.id)
    .sort((a, b) => a - b);
}
