import { describe, expect, it } from 'vitest';
import { addressKeys } from '@/utils/contacts/address-keys';
import { changedContact, unchangedContact } from '@/utils/contacts/change-contact';
import { contactUpdatesOf } from '@/utils/contacts/contact-updates';
import { draftContact } from '@/utils/contacts/draft-contact';
import { companyKeys, matchContacts } from '@/utils/contacts/match-contact';
import { personName } from '@/utils/contacts/person-name';
import { possibleDuplicates } from '@/utils/contacts/same-person';
import type { Signature } from '@/utils/model/captured';
import type { Company, Contact } from '@/utils/model/contact';
import type { DeclinedUpdate } from '@/utils/model/settings';

/** Somebody at a provider that gives addresses to anybody: the rules here are about such domains. */
const freeMail = (local: string) => `${local}@${'gmail.com'}`;

const time = Date.UTC(2026, 10, 1);
const contact = (id: string, name: string, addresses: string[], more: Partial<Contact> = {}): Contact => ({
  id,
  name,
  addresses,
  phones: [],
  updatedAt: time,
  ...more,
});
const company = (id: string, name: string, ...domains: string[]): Company => ({
  id,
  name,
  domains,
  updatedAt: time,
});

const anna = contact('1', 'Anna Berger', ['anna@nordlicht.example', 'berger@private.example'], {
  companyId: 'N',
  companyName: 'Nordlicht',
});
const jonas = contact('2', 'Jonas Reuter', ['jonas@reuter.example'], {
  companyId: 'R',
  companyName: 'Reuter',
});
const lone = contact('3', 'Mia Lund', [freeMail('mia+crm')]);
const nordlicht = company('N', 'Nordlicht GmbH', 'nordlicht.example');
const reuter = company('R', 'Reuter AG', 'reuter.example');
const match = (
  addresses: string[],
  contacts: Contact[] = [anna, jonas, lone],
  companies = [nordlicht, reuter],
) =>
  matchContacts(
    addresses.map((address) => ({ address })),
    { contacts, companies },
  );

describe('whom the CRM knows', () => {
  it('finds a contact by any of their addresses, whatever the case, and says why', () => {
    const found = match(['BERGER@private.example']);
    expect(found.contacts).toEqual([
      {
        contactId: '1',
        name: 'Anna Berger',
        address: 'berger@private.example',
        because: [{ code: 'same-address', args: ['berger@private.example'] }],
      },
    ]);
    expect(found.strangers).toEqual([]);
  });

  it('finds a contact with a plus-tag on either side', () => {
    expect(match(['anna+order@nordlicht.example']).contacts[0]).toMatchObject({
      contactId: '1',
      because: [{ code: 'plus-address', args: ['anna+order@nordlicht.example', 'anna@nordlicht.example'] }],
    });
    expect(match([freeMail('mia')]).contacts[0]?.contactId).toBe('3');
    expect(addressKeys('Anna+x@N.example')).toEqual(['anna+x@n.example', 'anna@n.example']);
  });

  it('attaches several contacts, each once', () => {
    const found = match([
      'anna@nordlicht.example',
      'berger@private.example',
      'jonas@reuter.example',
      'anna@nordlicht.example',
    ]);
    expect(found.contacts.map((each) => each.contactId)).toEqual(['1', '2']);
    expect(found.contacts[0]?.because).toHaveLength(2);
  });

  it('takes the company of the contact before the one of the domain', () => {
    expect(match(['berger@private.example']).company).toMatchObject({
      companyId: 'N',
      name: 'Nordlicht GmbH',
    });
    expect(match(['anna@nordlicht.example', 'x@reuter.example']).company?.companyId).toBe('N');
  });

  it('never decides between companies of two contacts, or two companies with one domain', () => {
    expect(match(['anna@nordlicht.example', 'jonas@reuter.example']).company).toBeUndefined();
    expect(
      match(['new@nordlicht.example'], [], [nordlicht, company('N2', 'Nordlicht Old', 'nordlicht.example')])
        .company,
    ).toBeUndefined();
  });

  it('finds a stranger’s company by the domain, below it too, and says so', () => {
    const found = match(['new@mail.nordlicht.example']);
    expect(found).toEqual({
      contacts: [],
      company: {
        companyId: 'N',
        name: 'Nordlicht GmbH',
        because: [{ code: 'company-domain', args: ['nordlicht.example', 'Nordlicht GmbH'] }],
      },
      strangers: [{ address: 'new@mail.nordlicht.example' }],
    });
  });

  it('never takes a free-mail domain for a company’s', () => {
    expect(match([freeMail('x')], [], [company('G', 'Wrong', 'gmail.com')]).company).toBeUndefined();
    expect(companyKeys(freeMail('x'))).toEqual([]);
  });

  it('of two records with one address takes the one that the header names', () => {
    const twin = contact('0', 'Sales', ['anna@nordlicht.example'], { updatedAt: time + 5 });
    const found = matchContacts([{ address: 'anna@nordlicht.example', name: 'Anna Berger' }], {
      contacts: [twin, anna],
      companies: [],
    });
    expect(found.contacts.map((each) => each.contactId)).toEqual(['1']);
  });

  it('is quick with a hundred thousand contacts', () => {
    const many = Array.from({ length: 100_000 }, (_, i) =>
      contact(`c${i}`, `P ${i}`, [`p${i}@c${i % 5000}.example`]),
    );
    const start = performance.now();
    expect(match(['p99999@c4999.example'], many).contacts).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(1500);
  });
});

describe('a name', () => {
  it.each([
    ['"Berger, Anna"', 'Anna Berger'],
    ['Berger, Anna', 'Anna Berger'],
    ["'Anna Berger'", 'Anna Berger'],
    ['Anna Berger, PhD', 'Anna Berger, PhD'],
    ['Nordlicht GmbH, Einkauf', 'Nordlicht GmbH, Einkauf'],
    ['ANNA VON BERGER', 'Anna von Berger'],
    ['anna berger', 'Anna Berger'],
    ['🌟 Anna\u202E Berger\u0007 ✨', 'Anna Berger'],
    ['Anna Berger (Nordlicht)', 'Anna Berger'],
    ['Anna Berger via Docs', 'Anna Berger'],
    ['anna@nordlicht.example', 'Anna Berger'],
    ['', 'Anna Berger'],
    [undefined, 'Anna Berger'],
    ["Siobhán O'Neill", "Siobhán O'Neill"],
    ['山田 太郎', '山田 太郎'],
  ])('in the header as %j is %j', (name, shown) =>
    expect(personName({ address: 'anna.berger@nordlicht.example', name })).toBe(shown),
  );

  it.each([
    ['anna_berger2@x.example', 'Anna Berger'],
    ['jean-luc.moreau@x.example', 'Jean-Luc Moreau'],
    ['ludwig.van.beet@x.example', 'Ludwig van Beet'],
    ['info@x.example', 'Info'],
    ['12345@x.example', '12345'],
    ['...@x.example', '...'],
  ])('of %s is read as %j', (address, name) => expect(personName({ address })).toBe(name));
});

describe('a contact made from a mail', () => {
  it('takes the company that has the domain', () => {
    expect(
      draftContact({ address: 'Tom.Hale+x@nordlicht.example', name: 'Hale, Tom' }, [nordlicht, reuter]),
    ).toEqual({
      name: 'Tom Hale',
      address: 'tom.hale@nordlicht.example',
      company: { id: 'N', name: 'Nordlicht GmbH' },
    });
  });
  it('proposes a new company, and none for free mail or where two have the domain', () => {
    expect(draftContact({ address: 'a@kohl-ag.example' }, [])).toEqual({
      name: 'A',
      address: 'a@kohl-ag.example',
      company: { name: 'Kohl AG', domain: 'kohl-ag.example' },
    });
    expect(draftContact({ address: freeMail('a') }, []).company).toBeUndefined();
    expect(
      draftContact({ address: 'a@nordlicht.example' }, [nordlicht, company('X', 'X', 'nordlicht.example')])
        .company,
    ).toBeUndefined();
  });
});

const signature: Signature = {
  name: 'Tom Hale',
  title: 'Head of Logistics',
  company: 'Nordlicht',
  phones: ['+49 40 555 0101', '+49 40 555 0102'],
  mobile: '+49 171 555 0103',
  website: 'www.nordlicht.example',
  postalAddress: 'Hafenstr. 5, 20457 Hamburg',
  block: 'Tom Hale\nHead of Logistics\nT +49 40 555 0101\nT2 +49 40 555 0102\nM +49 171 555 0103',
};

describe('what a signature says', () => {
  it('fills a new contact, and finds its company by name where the domain says nothing', () => {
    expect(draftContact({ address: freeMail('tom') }, [nordlicht], signature)).toEqual({
      name: 'Tom Hale',
      address: freeMail('tom'),
      phone: '+49 40 555 0101',
      otherPhones: ['+49 40 555 0102'],
      mobile: '+49 171 555 0103',
      title: 'Head of Logistics',
      website: 'www.nordlicht.example',
      postalAddress: 'Hafenstr. 5, 20457 Hamburg',
      company: { id: 'N', name: 'Nordlicht GmbH' },
    });
    expect(draftContact({ address: 'tom@neu.example' }, [], signature).company).toEqual({
      name: 'Nordlicht',
      domain: 'neu.example',
    });
  });

  it('of somebody else is not theirs: an assistant signs with her own name', () => {
    const draft = draftContact(
      { address: 'eva@nordlicht.example', name: 'Eva Lund' },
      [nordlicht],
      signature,
    );
    expect(draft).toEqual({
      name: 'Eva Lund',
      address: 'eva@nordlicht.example',
      company: { id: 'N', name: 'Nordlicht GmbH' },
    });
  });

  const from = { address: 'tom@nordlicht.example', name: 'Tom Hale' };
  const known = (change: Partial<Contact>) => contact('5', 'Tom Hale', [from.address], change);
  const updates = (
    change: Partial<Contact>,
    direction: 'received' | 'sent' = 'received',
    declined: DeclinedUpdate[] = [],
  ) => {
    const tom = known(change);
    const match = matchContacts([from], { contacts: [tom], companies: [] });
    return contactUpdatesOf({ from, direction, signature }, match, [tom], declined);
  };

  it('is not offered again once the rep declined it, however it is written, and for nobody else', () => {
    const no = (field: 'title' | 'phone' | 'mobile', value: string, contactId = '5') => ({
      contactId,
      field,
      new: value,
      name: 'Tom Hale',
    });
    const news = (...declined: DeclinedUpdate[]) =>
      updates({}, 'received', declined).map((update) => update.new);
    const [title, phone, other, mobile] = [
      'Head of Logistics',
      '+49 40 555 0101',
      signature.phones[1],
      '+49 171 555 0103',
    ];
    expect(news()).toEqual([title, phone, mobile]);
    expect(news(no('title', 'head of logistics'))).toEqual([phone, mobile]);
    expect(news(no('mobile', '040 5550101')), 'the next number is offered').toEqual([title, other, mobile]);
    expect(news(no('phone', '0171/5550103'))).toEqual([title, phone]);
    expect(news(no('phone', '+49 40 555 0101', '6'), no('title', 'Buyer'))).toEqual([title, phone, mobile]);
  });

  it('anew of a known contact is offered with its line and with what it replaces', () => {
    expect(
      updates({ title: 'Buyer', phones: ['040 5550999', '+491715550100'], mobile: '+491715550100' }),
    ).toEqual([
      {
        contactId: '5',
        field: 'title',
        old: 'Buyer',
        new: 'Head of Logistics',
        sentence: 'Head of Logistics',
      },
      {
        contactId: '5',
        field: 'phone',
        old: '040 5550999',
        new: '+49 40 555 0101',
        sentence: 'T +49 40 555 0101',
      },
      {
        contactId: '5',
        field: 'mobile',
        old: '+491715550100',
        new: '+49 171 555 0103',
        sentence: 'M +49 171 555 0103',
      },
    ]);
  });

  it('and the CRM knows already, however it is written, is not offered', () => {
    const phones = ['040 5550101', '(040) 555 01 02', '0171-5550103'];
    expect(updates({ title: 'HEAD OF LOGISTICS', phones })).toEqual([]);
    expect(updates({}, 'sent')).toEqual([]);
  });

  it('is written into the contact and can be taken out again', () => {
    const tom = known({ title: 'Buyer', phones: ['040 5550999', '1'], mobile: '1' });
    const phone = { contactId: '5', field: 'phone', old: '040 5550999', new: '+49 40 555 0101' } as const;
    expect(changedContact(tom, phone).phones).toEqual(['+49 40 555 0101', '1']);
    expect(unchangedContact(changedContact(tom, phone), phone)).toEqual(tom);
    const title = { contactId: '5', field: 'title', old: 'Buyer', new: 'Head' } as const;
    expect(unchangedContact(changedContact(tom, title), title)).toEqual(tom);
    const mobile = { contactId: '5', field: 'mobile', new: '+49 171 555 0103' } as const;
    const bare = known({ phones: [] });
    expect(changedContact(bare, mobile)).toMatchObject({ phones: [mobile.new], mobile: mobile.new });
    expect(unchangedContact(changedContact(bare, mobile), mobile)).toEqual(bare);
  });
});

describe('duplicates', () => {
  const draft = { name: 'Anna Berger', address: 'new@nordlicht.example', company: { name: 'Nordlicht' } };
  it('are found by address, by phone and by name with company, surest first', () => {
    const phone = contact('9', 'A. Berger', ['x@y.example'], { phones: ['+49 (0)40 555 01 01'] });
    const same = contact('8', 'Other', ['NEW+x@nordlicht.example']);
    const found = possibleDuplicates({ ...draft, phone: '040 5550101' }, [anna, phone, same, jonas]);
    expect(found.map(({ contact: { id }, because }) => [id, because.code])).toEqual([
      ['8', 'same-address'],
      ['9', 'same-phone'],
      ['1', 'same-name-and-company'],
    ]);
  });
  it('the same name elsewhere is another person', () => {
    expect(possibleDuplicates({ ...draft, company: { name: 'Reuter' } }, [anna])).toEqual([]);
    expect(possibleDuplicates({ name: 'Anna Berger', address: 'a@b.example' }, [anna])).toEqual([]);
  });
  it('a company is the same by its id, or by name whatever its legal form', () => {
    expect(possibleDuplicates({ ...draft, company: { id: 'N', name: '' } }, [anna])).toHaveLength(1);
    expect(
      possibleDuplicates({ ...draft, name: 'BERGER Anna', company: { name: 'Nordlicht GmbH & Co. KG' } }, [
        anna,
      ]),
    ).toHaveLength(1);
  });
});
