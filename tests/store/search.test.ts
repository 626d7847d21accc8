import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Contact } from '@/utils/model/contact';
import { mirrorCompany, mirrorContact, mirrorDeal } from '@/utils/store/contacts';
import { Database } from '@/utils/store/database';
import { searchCompanies, searchContacts, searchDeals } from '@/utils/store/search';
import { plainWords, searchKeys } from '@/utils/store/search-words';

const CRM = 'odoo|crm.example|main';
const at = Date.UTC(2026, 10, 21);
const person = (id: string, name: string, address: string, companyName?: string): Contact => ({
  id,
  name,
  addresses: [address],
  phones: [],
  ...(companyName ? { companyName } : {}),
  updatedAt: at,
});

describe('finding a record as one types', () => {
  let db: Database;
  beforeEach(async () => {
    db = new Database(`search-${Math.random()}`);
    await db.contacts.bulkPut(
      [
        person('1', 'Anna Maria Berger', 'anna.berger@nordlicht.example', 'Nordlicht GmbH'),
        person('2', 'Tobias Krüger', 'tk@nordlicht.example', 'Nordlicht GmbH'),
        person('3', 'Anna Weiß-Lund', 'anna@fjord.example', 'Fjord AS'),
        person('4', '田中太郎', 'tanaka@sakura.example'),
      ].map((each) => mirrorContact(CRM, each)),
    );
    await db.contacts.put(mirrorContact('other', person('9', 'Anna Elsewhere', 'a@else.example')));
    await db.companies.put(
      mirrorCompany(CRM, { id: 'c', name: 'Fjord AS', domains: ['fjord.example'], updatedAt: at }),
    );
    await db.deals.put(
      mirrorDeal(CRM, { id: 'd', title: 'Fjord renewal 2027', contactIds: [], updatedAt: at }),
    );
  });
  afterEach(() => db.delete());
  const names = async (typed: string) => (await searchContacts(db, CRM, typed)).map(({ id }) => id).sort();

  it.each([
    ['anna', ['1', '3']],
    ['berg', ['1']],
    ['maria b', ['1']],
    ['berger anna', ['1']],
    ['anna berger', ['1']],
    ['kruger', ['2']],
    ['KRÜ', ['2']],
    ['lund', ['3']],
    ['weiss', ['3']],
    ['anna.ber', ['1']],
    ['tk@nord', ['2']],
    ['nordlicht', ['1', '2']],
    ['anna nordlicht', ['1']],
    ['田中', ['4']],
    ['elsewhere', []],
    ['nna', []],
    ['   ', []],
    ['@', []],
  ])('“%s” finds %j', async (typed, ids) => {
    expect(await names(typed)).toEqual(ids);
  });

  it('companies are found by name and domain, deals by a word of their title', async () => {
    expect((await searchCompanies(db, CRM, 'fjord.ex')).map(({ id }) => id)).toEqual(['c']);
    expect((await searchCompanies(db, CRM, 'FJORD as')).map(({ id }) => id)).toEqual(['c']);
    expect((await searchDeals(db, CRM, '2027')).map(({ id }) => id)).toEqual(['d']);
  });

  it('gives at most twenty, however many there are', async () => {
    await db.contacts.bulkPut(
      Array.from({ length: 60 }, (_, n) =>
        mirrorContact(CRM, person(`m${n}`, `Mia Number${n}`, `mia${n}@many.example`)),
      ),
    );
    expect(await names('mia')).toHaveLength(20);
  });

  it('a hostile name makes few and short keys', () => {
    const keys = searchKeys(['x '.repeat(5000), 'y'.repeat(300)], Array(50).fill('a'.repeat(400)));
    expect(keys.length).toBeLessThanOrEqual(16);
    expect(Math.max(...keys.map((key) => key.length))).toBeLessThanOrEqual(80);
    expect(plainWords('  Łukasz   Ørsted—Ångström ')).toBe('lukasz orsted angstrom');
  });
});
