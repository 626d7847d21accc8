import { describe, expect, it } from 'vitest';
import { domainOf, withoutTag } from '@/utils/understand/address';
import { cleanSubject } from '@/utils/understand/clean-subject';
import { companyFromDomain } from '@/utils/understand/company-from-domain';
import { isFreemail } from '@/utils/understand/is-freemail';
import { registrableDomain } from '@/utils/understand/registrable-domain';
import { sentencesOf } from '@/utils/understand/sentences';

describe('a subject', () => {
  it.each([
    ['Re: Order', 'Order'],
    ['AW: WG: Re[2]: Fwd: Angebot', 'Angebot'],
    ['RE : TR : Devis', 'Devis'],
    ['回复：订单', '订单'],
    ['Antwort: Re: Angebot 4711', 'Angebot 4711'],
    ['Order: ten pieces', 'Order: ten pieces'],
    ['Reminder: demo', 'Reminder: demo'],
    ['Re:', ''],
    ['', ''],
    ['  Re:\u202E  Two\n lines ', 'Two lines'],
  ])('%j is about %j', (subject, clean) => expect(cleanSubject(subject)).toBe(clean));
});

describe('a domain', () => {
  it.each([
    ['mail.nordlicht.co.uk', 'nordlicht.co.uk'],
    ['nordlicht-gmbh.example', 'nordlicht-gmbh.example'],
    ['sales.kohl.test', 'kohl.test'],
    ['kohl.onmicrosoft.com', 'kohl.onmicrosoft.com'],
    ['"a@b"@c.example', 'c.example'],
    ['192.0.2.4', null],
    ['[192.0.2.4]', null],
    ['localhost', null],
    ['co.uk', null],
    ['', null],
    ['not a host', null],
    [`${'a.'.repeat(200)}example`, null],
  ])('of %j somebody registered %j', (host, registered) => expect(registrableDomain(host)).toBe(registered));

  it.each([
    ['nordlicht-gmbh.example', 'Nordlicht GmbH'],
    ['mail.kohl.example', 'Kohl'],
    ['dhl.example', 'DHL'],
    ['hansen-und-partner.example', 'Hansen und Partner'],
    ['bergmannlogistik.example', 'Bergmann Logistik'],
    ['weberconsulting.example', 'Weber Consulting'],
    ['cedarandstone.example', 'Cedar and Stone'],
    ['kohlundpartner.example', 'Kohl und Partner'],
    ['getlumora.example', 'Lumora'],
    ['lumorahq.example', 'Lumora'],
    ['kohl.consulting', 'Kohl Consulting'],
    ['xn--kfer-loa.example', 'Käfer'],
    ['e-kohl.example', 'E-Kohl'],
    ['ibm.example', 'IBM'],
    ['dvkw.example', 'DVKW'],
    ['write.to', 'Write.to'],
    ['frame.work', 'Framework'],
    ['kohl-shop.example', 'Kohl'],
    ['muellermaschinenbau.de', 'Müller Maschinenbau'],
    ['neuebauer.de', 'Neuebauer'],
    ['mueller.example', 'Mueller'],
    ['gs.com', 'Goldman Sachs'],
    ['gs.example', 'GS'],
    ['a1.example', 'A1'],
    [`${'x'.repeat(63)}.example`, `X${'x'.repeat(62)}`],
    ['192.0.2.4', ''],
  ])('%j is probably the company %j', (domain, name) => expect(companyFromDomain(domain)).toBe(name));

  it('of an address is what stands after the last at-sign', () => {
    expect(domainOf('"a@b"@C.Example.')).toBe('c.example');
    expect(domainOf('undisclosed-recipients:;')).toBe('');
    expect(withoutTag('Anna+Offers@X.example')).toBe('anna@x.example');
    expect(withoutTag('anna@x+y.example')).toBe('anna@x+y.example');
  });
});

describe('free mail', () => {
  it.each([
    'gmail.com',
    'GMX.de',
    `anna@${'web.de'}`,
    'orange.fr',
    'yahoo.co.uk',
    'hotmail.fr',
    'mail.gmx.net',
  ])('%s is given to anybody', (domain) => expect(isFreemail(domain)).toBe(true));
  it.each([
    'example.com',
    'mail.example.org',
    'nordlicht.example',
    'kohl.test',
    'notgmail.com',
    'gmail.com.example',
    '',
    'facebook.com',
  ])('%j is not', (domain) => expect(isFreemail(domain)).toBe(false));
});

describe('sentences', () => {
  it('do not end at abbreviations, initials and German dates', () => {
    expect(
      sentencesOf('Dr. Kohl kommt am 3. Mai, z.B. mit J. Reuter. Passt das? We need 20. Please confirm.'),
    ).toEqual([
      'Dr. Kohl kommt am 3. Mai, z.B. mit J. Reuter.',
      'Passt das?',
      'We need 20.',
      'Please confirm.',
    ]);
  });
});
