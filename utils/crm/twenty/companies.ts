import { companyDomains } from '@/utils/crm/company-domains';
import type { Logged } from '@/utils/crm/connector';
import { fail } from '@/utils/crm/errors';
import { COMPANY_FIELDS, Company, listOf, Row } from '@/utils/crm/twenty/answers';
import { isDuplicate } from '@/utils/crm/twenty/faults';
import { storable } from '@/utils/crm/twenty/note-body';
import type { TwentyCompany } from '@/utils/crm/twenty/schema';
import { escapeLike, textOf } from '@/utils/crm/twenty/values';
import { attempt, type Wire } from '@/utils/crm/twenty/wire';
import type { Company as Mirrored } from '@/utils/model/contact';
import { z } from '@/utils/model/zod';

/** A company as we mirror it: its domains are those of its links. */
export function toCompany(company: Company): Mirrored | undefined {
  const name = textOf(company.name);
  const domains = domainsOf(company);
  const shown = name || domains[0];
  if (!shown) return undefined;
  return { id: company.id, name: shown.slice(0, 300), domains, updatedAt: Date.parse(company.updatedAt) };
}

function domainsOf({ domainName }: Company): string[] {
  const links = [domainName?.primaryLinkUrl, ...(domainName?.secondaryLinks ?? []).map(({ url }) => url)];
  return companyDomains(links.map((link) => textOf(link) || undefined));
}

/** Creates a company, unless a live one has that domain or that whole name. Twenty keeps main domains unique. */
export async function createCompany(wire: Wire, draft: TwentyCompany): Promise<Logged> {
  const name = storable(draft.name).trim();
  const domain = companyDomains([draft.domain])[0];
  const there = await companyLike(wire, name, domain);
  if (there !== undefined) return { remoteId: there, created: false };
  const data = {
    ...draft.own,
    name,
    ...(domain
      ? { domainName: { primaryLinkUrl: `https://${domain}`, primaryLinkLabel: '', secondaryLinks: [] } }
      : {}),
  };
  const made = await attempt(
    wire.ask({
      step: 'company create',
      purpose: 'create-contact',
      query: 'mutation Create($data: CompanyCreateInput!) { createCompany(data: $data) { id } }',
      variables: { data },
      fields: Object.keys(data),
      answer: created,
    }),
  );
  if (!('fault' in made)) return { remoteId: made.value.createCompany.id, created: true };
  const faster = isDuplicate(made.fault) ? await companyLike(wire, name, domain) : undefined;
  return faster === undefined ? fail(made.fault) : { remoteId: faster, created: false };
}

const created = z.object({ createCompany: Row });
const found = z.object({ companies: listOf(Company) });

async function companyLike(
  wire: Wire,
  name: string,
  domain: string | undefined,
): Promise<string | undefined> {
  const { companies } = await wire.ask({
    step: 'company by name',
    purpose: 'find',
    query: `query ByName($filter: CompanyFilterInput) {
  companies(filter: $filter, orderBy: [{ createdAt: AscNullsFirst }], first: 60) { edges { node { ${COMPANY_FIELDS} } } }
}`,
    variables: {
      filter: {
        or: [
          { name: { ilike: escapeLike(name) } },
          ...(domain ? [{ domainName: { primaryLinkUrl: { ilike: `%${escapeLike(domain)}%` } } }] : []),
        ],
      },
    },
    fields: ['name', 'domainName'],
    answer: found,
  });
  const rows = companies.edges.map(({ node }) => node);
  const byDomain = rows.find((row) => domain !== undefined && domainsOf(row).includes(domain));
  const byName = rows.find((row) => textOf(row.name).toLowerCase() === name.toLowerCase());
  return (byDomain ?? byName)?.id;
}
