import { describe, expect, it } from 'vitest';
import { findSignature, signatureLines } from '@/utils/understand/find-signature';

const words =
  'Hi Ben,\n\nthanks for the offer. We would like to order the larger pump, can you send us the contract by Friday?\n\n';
const from = { email: 'anna.berger@kessel-nord.example', name: 'Anna Berger' };

describe('the end of a mail that is not its words', () => {
  it.each([
    ['English', 'Best regards,\nAnna Berger\nHead of Purchasing\nKessel Nord Ltd\nT: 020 7946 0321'],
    [
      'German',
      'Mit freundlichen Grüßen\nAnna Berger\nLeiterin Einkauf\nKessel Nord GmbH\nTel. +49 30 23125 111',
    ],
    ['French', 'Cordialement,\nAnna Berger\nResponsable achats\nKessel Nord SARL\nTél. : 01 99 00 12 34'],
    ['Spanish', 'Un saludo,\nAnna Berger\nJefa de Compras\nKessel Nord, S.L.\nMóvil: +34 600 000 111'],
    ['Portuguese', 'Com os melhores cumprimentos,\nAnna Berger\nDiretora de Compras\nKessel Nord, Lda.'],
    ['Italian', 'Cordiali saluti\nAnna Berger\nUfficio acquisti\nKessel Nord S.r.l.\nTel. +39 02 0000 1234'],
    ['Dutch', 'Met vriendelijke groet,\nAnna Berger\nInkoper\nKessel Nord B.V.\nM +31 6 0000 0000'],
  ])('is found in %s, from the sign-off on', (_language, signature) => {
    expect(findSignature(words + signature, from).signature).toBe(signature);
  });

  it('is found in Japanese below the rule', () => {
    const signature = '--\n株式会社ケッセル\n購買部 課長\n山田 花子\nTEL：03-0000-0123';
    const found = findSignature(
      `田中様\n\nお見積もりをお送りください。\n\nよろしくお願いいたします。\n\n${signature}`,
      { email: 'yamada@kessel.example', name: '山田 花子' },
    ).signature;
    expect(found).toContain('株式会社ケッセル');
    expect(found).not.toContain('お見積もり');
  });

  it('is only the name where a colleague signs with it alone', () => {
    expect(findSignature(`${words}Anna\n`, from).signature?.trim()).toBe('Anna');
  });

  it('is nothing where somebody only wrote a sentence with a number in it', () => {
    expect(findSignature('Please call me on 020 7946 0321 before noon.', from).signature).toBeNull();
    expect(findSignature('', from).signature).toBeNull();
  });

  it('leaves a postscript and a table of numbers to the words', () => {
    const table = Array.from({ length: 30 }, (_, i) => `55${3000 + i}`).join('\n');
    expect(findSignature(`The deals are missing:\n\n${table}`, from).signature).toBeNull();
  });

  it('takes a motto to the end of its quotation marks, and whose it is', () => {
    const signature =
      'Best regards,\nAnna Berger\nHead of Purchasing\nT: 020 7946 0321\n"Whoever counts the apples\nhas not eaten any."\n-- Old saying';
    expect(findSignature(words + signature, from).signature).toBe(signature);
  });

  it('ends where words begin again: a list under its heading, sentences, a title under a rule', () => {
    const signature = 'Best regards,\nAnna Berger\nHead of Purchasing\nT: 020 7946 0321';
    for (const more of [
      'Distribution:\nPurchasing Board\nQuality Board',
      'We have moved the store to the second floor, and you can find it there when you come in.',
      '=====================\nNext week in the canteen',
    ])
      expect(findSignature(`${words}${signature}\n\n${more}`, from).signature?.trim()).toBe(signature);
  });

  it('is no list of links, nor the version that a program signs with', () => {
    const links =
      'Websites\nThese pages may help you as well:\nwww.kessel.example -- the pumps that we have on offer for you\nwww.nord.example -- where you can see them at work';
    expect(findSignature(`${words}${links}`, from).signature).toBeNull();
    expect(findSignature(`${words}-- \n1.8.0`, from).signature).toBeNull();
  });

  it('is found above words that a long mail carries along', () => {
    const tail = Array.from(
      { length: 150 },
      (_, i) => `and then we looked at number ${i} of the pumps there,`,
    );
    const signature = '-- \nAnna Berger\nKessel Nord Ltd';
    expect(findSignature(`${words}${signature}\n\n${tail.join('\n')}`, from).signature).toContain(
      'Anna Berger',
    );
  });

  it("keeps the lawyer's paragraph apart from the signature", () => {
    const lines =
      `${words}Regards,\nAnna Berger\n\nThis e-mail is confidential and intended solely for the named recipient. If you received it in error, delete it.`.split(
        '\n',
      );
    const kinds = signatureLines(lines, from);
    expect(kinds.at(-1)).toBe('F');
    expect(kinds[lines.indexOf('Anna Berger')]).toBe('S');
    expect(kinds[2]).toBe('B');
  });

  it('is looked for in time that grows with the text, whatever a stranger sends', () => {
    const hostile = ['- ', 'a@', '+1 (', '1 ', 'A. ', '((((', 'www.', 'x-', '\n-- \n', 'é', 'Re', '1-2'];
    const time = (size: number) => {
      const start = performance.now();
      for (const piece of hostile) findSignature(piece.repeat(Math.ceil(size / piece.length)), from);
      return performance.now() - start;
    };
    time(2_000);
    expect(time(800_000)).toBeLessThan(Math.max(400, time(100_000) * 30));
  });
});
