import { describe, expect, it } from 'vitest';
import { parseSignature } from '@/utils/understand/parse-signature';
import { contactFields } from '@/utils/understand/parse-signature-contact';
import { isMobileNumber, phoneKey } from '@/utils/understand/signature/phone-numbers';

describe('what a signature says', () => {
  it('is told apart line by line', () => {
    const fields = parseSignature(
      'Kind regards\nDr. Laura Whitfield, MBA\nHead of Procurement\nNorthgate Foods Ltd\n12 Mill Lane, Leeds LS1 4XX\nTel: 020 7946 0321 | Fax: 020 7946 0322\nlaura.whitfield@northgate.example\nwww.northgate.example',
    );
    expect(fields).toMatchObject({
      title: ['Head of Procurement'],
      company: ['Northgate Foods Ltd'],
      phones: ['020 7946 0321'],
      fax: ['020 7946 0322'],
      emails: ['laura.whitfield@northgate.example'],
      urls: ['www.northgate.example'],
    });
    expect(fields.name[0]).toContain('Laura Whitfield');
    expect(fields.address[0]).toContain('12 Mill Lane');
  });

  it('is empty where nothing is said', () => {
    expect(parseSignature('')).toEqual({
      name: [],
      numbers: [],
      title: [],
      company: [],
      phones: [],
      fax: [],
      emails: [],
      urls: [],
      address: [],
    });
  });

  it('takes no postal code, date or register number for a phone', () => {
    const { phones } = parseSignature(
      'Marie Colbert\nColbert SARL\n14 rue des Forges\n76600 - 34923 Rouen cedex\nSIRET 817 788 326 00012\nHRB 123456\n21.11.2026\nHouston, TX 77002-7361',
    );
    expect(phones).toEqual([]);
  });

  it('reads two numbers in one line, with their labels before or behind', () => {
    const before = parseSignature('Tom Hale\nT 01632 960111 F 01632 960112');
    expect([before.phones, before.fax]).toEqual([['01632 960111'], ['01632 960112']]);
    const behind = parseSignature('Tom Hale\n(202) 555-0111 office\n(202) 555-0112 fax');
    expect([behind.phones, behind.fax]).toEqual([['(202) 555-0111'], ['(202) 555-0112']]);
  });

  it('knows a fax number behind the number within the house', () => {
    const { phones, fax } = parseSignature(
      'Tom Hale\nPhone 8*235-7602       (202) 555-0111\nFax     8*235 5466        (202) 555-0112',
    );
    expect([phones, fax]).toEqual([['(202) 555-0111'], ['(202) 555-0112']]);
  });

  it('takes an initial before and a Jr. behind for part of the name', () => {
    const { name } = parseSignature(
      'E. Paul Holloway, Jr.\nSenior Engineer\nKessel Nord Ltd\nTel: 020 7946 0321',
    );
    expect(name).toEqual(['E. Paul Holloway, Jr.']);
  });

  it('keeps two institutions apart that stand one below the other', () => {
    const { company } = parseSignature(
      'Anna Berger\nAssistant Professor\nSchool of Ceramics\nKohlberg Institute of Technology\nTel: 020 7946 0321',
    );
    expect(company).toEqual(['School of Ceramics', 'Kohlberg Institute of Technology']);
  });

  it('reads a Japanese signature by its signs', () => {
    const fields = parseSignature(
      '株式会社ケッセル\n購買部 課長\n山田 花子\n〒100-0000 東京都千代田区1-2-3\nTEL：03-0000-0123\nFAX：03-0000-0124',
      { name: '山田 花子' },
    );
    expect(fields).toMatchObject({
      name: ['山田 花子'],
      title: ['購買部 課長'],
      company: ['株式会社ケッセル'],
      phones: ['03-0000-0123'],
      fax: ['03-0000-0124'],
    });
  });

  it('is read in time that grows with the text, whatever a stranger sends', () => {
    const hostile = ['a.', 'a@a.', '+1 ', '(1', '1/', 'www.a', '[', '<', 'Tel: ', 'A-', '\n', ' - ', '株'];
    const time = (size: number) => {
      const start = performance.now();
      for (const piece of hostile) parseSignature(piece.repeat(Math.ceil(size / piece.length)));
      return performance.now() - start;
    };
    time(1_000);
    expect(time(400_000)).toBeLessThan(Math.max(600, time(50_000) * 30));
  });
});

describe('a contact from a signature', () => {
  const person = { name: 'Dr. Laura Whitfield', address: 'laura.whitfield@northgate.example' };

  it('has the mobile number apart, no fax, no extension and no degree', () => {
    const fields = contactFields(
      'Dr. Laura Whitfield\nHead of Procurement\nNorthgate Foods Ltd\nPhone: +44 20 7946 0321 ext. 12\nMobile: +44 7700 900123\nFax: +44 20 7946 0322\nhttps://www.northgate.example\nwww.linkedin.com/in/laura',
      person,
    );
    expect(fields).toMatchObject({
      name: 'Laura Whitfield',
      title: 'Head of Procurement',
      company: 'Northgate Foods Ltd',
      phones: ['+44 20 7946 0321'],
      mobile: '+44 7700 900123',
      website: 'https://www.northgate.example',
    });
  });

  it('takes a German department for the title, commas between the parts of the address, and no slogan for the company', () => {
    const fields = contactFields(
      'Mit freundlichen Grüßen\nAnna Berger\nZentraleinkauf\nKessel Nord GmbH · Pumpen · Ventile\nHafenstr. 4 · 24103 Kiel\nTel.: 0431 555 0133',
      { name: 'Anna Berger', address: 'anna.berger@kessel-nord.example' },
    );
    expect(fields).toMatchObject({
      title: 'Zentraleinkauf',
      company: 'Kessel Nord GmbH',
      address: 'Hafenstr. 4, 24103 Kiel',
    });
  });

  it('does not invent what is not written', () => {
    expect(contactFields('Laura', person)).toEqual({ phones: [], name: 'Laura' });
  });

  it('knows a mobile number without a label by its country', () => {
    expect(isMobileNumber('06 39 98 12 34')).toBe(true);
    expect(isMobileNumber('+49 171 3920012')).toBe(true);
    expect(isMobileNumber('+49 30 23125 111')).toBe(false);
  });

  it('finds that two spellings are one number', () => {
    expect(phoneKey('+44 (0)20 7946 0321')).toBe(phoneKey('020 7946 0321', 'GB'));
    expect(phoneKey('12')).toBeNull();
  });
});
