import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { classifySentence } from '@/utils/understand/classify-sentence';
import { chooseNextStep, findAsks, type MailForAsks } from '@/utils/understand/find-asks';
import { ownWords } from '@/utils/understand/own-words';

/** Wednesday, 18 November 2026, ten in the morning in Berlin. */
const received: MailForAsks = {
  received: '2026-11-18T09:00:00Z',
  timeZone: 'Europe/Berlin',
  direction: 'received',
  me: { names: ['Ben Sommer'], addresses: ['ben@sidelog.example'] },
};
const sent: MailForAsks = { ...received, direction: 'sent' };
const step = (text: string, mail: MailForAsks) => {
  const ask = chooseNextStep(findAsks(text, mail));
  return ask && [ask.kind, ask.sentence, ask.due];
};

describe('what a customer asks of the rep', () => {
  it.each([
    ['Could you send us the updated price list by Tuesday?', '2026-11-24'],
    ['Please let me know which plan you would recommend.', null],
    ['We still need the signed annex before November 30.', '2026-11-30'],
    ['Do you ship to Norway?', null],
    ['Give me a ring tomorrow.', '2026-11-19'],
    ['I would like to get a quote for 60 licences.', null],
    ['Könnten Sie uns die Unterlagen bis Montag schicken?', '2026-11-23'],
    ['Bitte bestätigen Sie den Termin am 3. Dezember.', '2026-12-03'],
    ['Wir benötigen noch das Prüfprotokoll.', null],
    ['Rufen Sie mich bitte morgen an.', '2026-11-19'],
    ['Pourriez-vous nous envoyer le contrat avant lundi ?', '2026-11-23'],
    ['Merci de nous confirmer la date de livraison.', null],
    ['Nous avons besoin de la facture pour le 30 novembre.', '2026-11-30'],
    ['Veuillez nous rappeler demain matin.', '2026-11-19'],
    ['¿Podría enviarnos la factura antes del lunes?', '2026-11-23'],
    ['Necesitamos el certificado para el 30 de noviembre.', '2026-11-30'],
    ['Por favor, confírmame la fecha.', null],
  ])('%s', (sentence, due) => {
    expect(step(`${sentence}\n`, received)).toEqual(['asked-of-me', sentence, due]);
  });

  it('takes the items below a list of wants, each for itself', () => {
    const text =
      'Hi Ben,\n\nwhat we need from you:\n\n- The filled-in form by Friday\n- Your insurance certificate\n\nThanks\nAnna';
    expect(findAsks(text, received).map(({ sentence, due }) => [sentence, due])).toEqual([
      ['The filled-in form by Friday', '2026-11-20'],
      ['Your insurance certificate', null],
    ]);
  });

  it('does not take for the rep what is asked of somebody else by name', () => {
    expect(step('Hannah, can you please upload the letters before Friday?', received)).toBeNull();
    expect(step('Ben, can you please upload the letters before Friday?', received)?.[0]).toBe('asked-of-me');
  });

  it('finds nothing in politeness', () => {
    for (const text of [
      'Hi Ben, how are you?',
      'Please find the order attached.',
      'If you have any questions, please let me know.',
      'Thank you for the call!',
      'Bei Fragen melden Sie sich gerne.',
      'Bitte beachten Sie unsere neuen Öffnungszeiten.',
      "N'hésitez pas à me contacter.",
      'Veuillez agréer nos salutations distinguées.',
      'No dude en contactarnos.',
    ]) {
      expect(step(text, received), text).toBeNull();
    }
  });
});

describe('who promised what', () => {
  it.each([
    ["I'll send you the revised draft by Friday.", '2026-11-20'],
    ['We will get back to you with a decision tomorrow.', '2026-11-19'],
    ['Ich schicke Ihnen das Angebot bis Montag.', '2026-11-23'],
    ['Das Protokoll sende ich Ihnen morgen.', '2026-11-19'],
    ['Je vous envoie le devis avant mardi.', '2026-11-24'],
    ['Nous vous transmettrons les plans le 1er décembre.', '2026-12-01'],
    ['Te mando la propuesta el lunes.', '2026-11-23'],
    ['Le enviaremos el contrato mañana.', '2026-11-19'],
  ])('%s', (sentence, due) => {
    expect(step(sentence, sent)).toEqual(['promised-by-me', sentence, due]);
    expect(step(sentence, received)).toEqual(['promised-by-them', sentence, due]);
  });

  it('makes no step of what the rep asks of the customer', () => {
    for (const text of [
      'Could you sign it by Friday?',
      'Bitte unterschreiben Sie bis Freitag.',
      '¿Puede firmarlo mañana?',
    ]) {
      expect(step(text, sent)).toBeNull();
    }
  });

  it('does not take an absence for a promise', () => {
    expect(step('I will be out of the office until Monday.', received)).toBeNull();
    expect(step('Estaré fuera hasta el lunes.', received)).toBeNull();
  });
});

describe('the next step', () => {
  it('is what is asked before what they promised, and what is due first', () => {
    const text =
      'We will send the plans tomorrow. Can you quote by Monday? Please call me on Friday. Do you deliver on pallets?';
    expect(step(text, received)).toEqual(['asked-of-me', 'Please call me on Friday.', '2026-11-20']);
  });

  it('counts days where the rep is, not in Greenwich', () => {
    const late: MailForAsks = { ...received, received: '2026-11-18T23:30:00Z' };
    expect(step('Please call me tomorrow.', late)?.[2]).toBe('2026-11-20');
    expect(step('Please call me tomorrow.', { ...late, timeZone: 'America/Chicago' })?.[2]).toBe(
      '2026-11-19',
    );
  });

  it('reads 5/6 as the writer counts', () => {
    expect(step('Please quote by 5/6.', received)?.[2]).toBe('2027-05-06');
    expect(step('Please quote by 5/6. The meeting is on 28/11.', received)?.[2]).toBe('2027-06-05');
  });

  it('is none where nothing is asked', () => {
    expect(chooseNextStep([])).toBeNull();
    expect(findAsks('', received)).toEqual([]);
    expect(findAsks('本日はありがとうございました。', received)).toEqual([]);
  });

  it('is found in what is told, wished for or due, without a question mark', () => {
    for (const text of [
      'Deal. Send the contract.',
      'You are requested to return the form.',
      'Your engineer should get in touch with our foreman.',
      'A short reply would be much appreciated.',
      'Wir ersuchen um Übermittlung der Unterlagen.',
      'bin im lager, rufen sie einfach durch',
      'Pour le contrat, nous vous prions de nous retourner le formulaire.',
      'ahora no puedo, llámame luego',
      'Per me va bene così. Mandami pure il listino.',
      '明日までに送ってください。',
    ])
      expect(
        findAsks(text, received).map((ask) => ask.kind),
        text,
      ).toEqual(['asked-of-me']);
  });

  it('is due on the day that stands behind "by", not on the first one named', () => {
    expect(
      step('The board meets on 4 December, so please send it no later than 27 November.', received)?.[2],
    ).toBe('2026-11-27');
    expect(step('Please send it by end of day tomorrow.', received)?.[2]).toBe(
      step('Please send it tomorrow.', received)?.[2],
    );
    expect(step('Bitte bis Ende KW 48 liefern.', received)?.[2]).toBe('2026-11-27');
    expect(step('Please call in about two weeks.', received)?.[2]).toBeNull();
  });
});

describe('one sentence', () => {
  it('is an ask, a promise or neither', () => {
    expect(classifySentence('Could you please send me the report?').ask).toBe(true);
    expect(classifySentence('The report was written last year.').ask).toBe(false);
    expect(classifySentence("I'll send the report tomorrow.").commit).toBe(true);
    expect(classifySentence('Will you send the report?').commit).toBe(false);
  });
});

describe('hostile text', () => {
  const shapes: Record<string, (n: number) => string> = {
    'questions without words': (n) => '? '.repeat(n),
    'please without end': (n) => 'please '.repeat(n),
    'promises without end': (n) => "i'll have ".repeat(n),
    'lines that ask': (n) => 'please send it by friday\n'.repeat(n),
    'a list of wants': (n) => `We need:\n${'- a thing by friday\n'.repeat(n)}`,
    'names and commas': (n) => 'Anna, '.repeat(n),
    'small sentences': (n) => 'abc. '.repeat(n),
    'one endless word': (n) => 'a'.repeat(n * 8),
    spaces: (n) => `${' '.repeat(n * 8)}x`,
  };
  it.each(Object.keys(shapes))('%s cost no more than their length', (name) => {
    const make = shapes[name];
    if (!make) throw new Error(name);
    const cost = (n: number) => {
      const text = make(n);
      let best = Number.POSITIVE_INFINITY;
      for (let run = 0; run < 3; run++) {
        const from = performance.now();
        findAsks(text, received);
        best = Math.min(best, performance.now() - from);
      }
      return best;
    };
    cost(200);
    expect(cost(800)).toBeLessThan(Math.max(1000, cost(200) * 10));
    expect(cost(20_000)).toBeLessThan(8000);
  });
});

const mails = resolve(import.meta.dirname, 'mails');

/** `tests/understand/mails/README.md`: reported as a share; the set kept apart is in it, unread while tuning. */
describe.skipIf(!existsSync(mails))('the invented sales mail', () => {
  it('gets its next step in nine mails of ten', () => {
    const fold = (text: string) => text.replace(/\s+/g, ' ').trim();
    let right = 0;
    let all = 0;
    for (const file of readdirSync(mails).filter((name) => name.endsWith('.json'))) {
      const mail = JSON.parse(readFileSync(resolve(mails, file), 'utf8'));
      if (mail.expected.mailKind !== 'human' || !mail.expected.log) continue;
      if (!['en', 'de', 'fr', 'es'].includes(mail.language)) continue;
      const people = [mail.headers.from, ...mail.headers.to];
      const rep = people.find((each) => each.address === mail.account);
      const found = chooseNextStep(
        findAsks(ownWords(mail.body), {
          received: mail.received,
          timeZone: mail.timeZone,
          direction: mail.expected.direction,
          me: { names: rep ? [rep.name] : [], addresses: [mail.account] },
          subject: mail.headers.subject,
        }),
      );
      const wanted = mail.expected.nextStep;
      all++;
      if (
        (found === null && wanted === null) ||
        (found?.kind === wanted?.kind &&
          fold(found?.sentence ?? '') === fold(wanted?.sentence ?? '') &&
          found?.due === wanted?.due)
      ) {
        right++;
      }
    }
    expect(all).toBeGreaterThan(100);
    expect(right / all).toBeGreaterThan(0.9);
  });
});

describe('hostile sentences', () => {
  it.each([
    'nous ',
    "je t' ",
    'your a ',
    'let me a ',
    'ich werde ',
    'by the ',
    'si vous ',
    'bis zum ',
    'te lo ',
    'would be ',
  ])('%j over and over takes no longer than it is long', (piece) => {
    const text = `${piece.repeat(Math.floor(590 / piece.length))}. `.repeat(40);
    const began = performance.now();
    for (const lang of ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'ja'])
      for (const direction of ['received', 'sent'] as const) findAsks(text, { ...received, lang, direction });
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});
