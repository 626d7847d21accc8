import { describe, expect, it } from 'vitest';
import { parseDates } from '@/utils/understand/parse-dates';

/** Wednesday, 18 November 2026, ten in the morning. */
const now = '2026-11-18T10:00:00';
const due = (text: string, lang: string) =>
  parseDates(text, now, { lang }).find((date) => date.due !== null)?.due ?? null;
const start = (text: string, lang: string) => parseDates(text, now, { lang })[0]?.start ?? null;

describe('deadlines in mail', () => {
  it.each([
    ['en', 'Could you send me the quote by Friday?', '2026-11-20'],
    ['en', 'Please sign before the 27th.', '2026-11-27'],
    ['en', 'We need it by the end of the month.', '2026-11-30'],
    ['en', 'I will send it by the end of next month.', '2026-12-31'],
    ['en', 'Let us have it by the end of the week.', '2026-11-20'],
    ['en', 'by close of business tomorrow', '2026-11-19'],
    ['en', 'Kick-off is on Thursday, January 14 at 9 am.', '2027-01-14'],
    ['en', 'no later than December 4', '2026-12-04'],
    ['en', 'within two weeks', '2026-12-02'],
    ['en', 'in three days', '2026-11-21'],
    ['en', 'How about Tuesday at 3pm?', '2026-11-24'],
    ['en', 'due 12/10', '2026-12-10'],
    ['de', 'Bitte schicken Sie es bis Freitag.', '2026-11-20'],
    ['de', 'bis zum 27.11.', '2026-11-27'],
    ['de', 'bis spätestens 3. Dezember', '2026-12-03'],
    ['de', 'bis Ende des Monats', '2026-11-30'],
    ['de', 'bis Ende der Woche', '2026-11-20'],
    ['de', 'am Montag, den 23.11.2026, um 14 Uhr', '2026-11-23'],
    ['de', 'übermorgen', '2026-11-20'],
    ['de', 'innerhalb von 14 Tagen', '2026-12-02'],
    ['fr', 'avant vendredi', '2026-11-20'],
    ['fr', 'd’ici mardi', '2026-11-24'],
    ['fr', "d'ici la fin du mois", '2026-11-30'],
    ['fr', 'pour le 27 novembre', '2026-11-27'],
    ['fr', 'le lundi 23 novembre à 14h30', '2026-11-23'],
    ['fr', 'demain matin', '2026-11-19'],
    ['fr', 'au plus tard le 1er décembre', '2026-12-01'],
    ['es', 'antes del viernes', '2026-11-20'],
    ['es', 'para el 27 de noviembre', '2026-11-27'],
    ['es', 'a finales de mes', '2026-11-30'],
    ['es', 'el lunes 23 a las 17:00', '2026-11-23'],
    ['es', 'mañana por la mañana', '2026-11-19'],
    ['es', 'antes de fin de mes', '2026-11-30'],
    ['it', 'entro venerdì 20 novembre', '2026-11-20'],
    ['nl', 'uiterlijk 30 november', '2026-11-30'],
    ['pt', 'até sexta-feira', '2026-11-20'],
  ])('%s: "%s" is due on %s', (lang, text, day) => {
    expect(due(text, lang)).toBe(day);
  });

  it.each([
    ['en', 'next week'],
    ['en', 'as soon as possible'],
    ['en', 'some time in 2027'],
    ['en', 'between September and May'],
    ['en', 'at 2 every night'],
    ['de', 'nächste Woche'],
    ['de', 'so schnell wie möglich'],
    ['fr', 'la semaine prochaine'],
    ['es', 'la próxima semana'],
  ])('%s: "%s" names no day', (lang, text) => {
    expect(due(text, lang)).toBeNull();
  });

  it('takes a weekday for the next one, never for the day of the mail', () => {
    expect(start('Wednesday', 'en')).toBe('2026-11-25T00:00:00');
  });

  it('reads 5/6 as the writer counts', () => {
    expect(parseDates('on 5/6', now, { lang: 'en' })[0]?.due).toBe('2027-05-06');
    expect(parseDates('on 5/6', now, { lang: 'en', dayFirst: true })[0]?.due).toBe('2027-06-05');
  });

  it('says where in the text a date stands, and up to when it goes', () => {
    const text = 'We are closed from 21 to 24 December.';
    const [found] = parseDates(text, now, { lang: 'en' });
    expect(found && text.slice(found.index, found.index + found.text.length)).toBe(found?.text);
    expect(found).toMatchObject({ start: '2026-12-21T00:00:00', end: '2026-12-25T00:00:00', hasTime: false });
  });
});

describe('what is no date', () => {
  it.each([
    'It may or may not work, as we agreed.',
    'Call +49 40 555-0101 or (206) 555-0112.',
    'Version 2.10.1 costs $12 and 6.45 percent more.',
    'The ratio is 4:3 for 2000 units.',
    'I march on and sat down for a second round.',
    'Order 4711-2015-88 has 21 items.',
  ])('"%s"', (text) => {
    expect(parseDates(text, now, { lang: 'en' })).toEqual([]);
  });

  it('is nothing where the reference is no time', () => {
    expect(parseDates('tomorrow', 'soon', { lang: 'en' })).toEqual([]);
  });
});

describe('hostile text', () => {
  const shapes: Record<string, (n: number) => string> = {
    numbers: (n) => '1 '.repeat(n),
    slashes: (n) => '1/'.repeat(n),
    times: (n) => '3:30 - '.repeat(n),
    weekdays: (n) => 'monday to '.repeat(n),
    'words that only join': (n) => 'the on by from '.repeat(n),
    'real dates': (n) => 'bis zum 3. Mai um halb vier '.repeat(n),
    digits: (n) => '9'.repeat(n),
    dots: (n) => '...'.repeat(n),
  };
  it.each(Object.keys(shapes))('%s cost no more than their length', (name) => {
    const make = shapes[name];
    if (!make) throw new Error(name);
    const cost = (n: number) => {
      const text = make(n);
      let best = Number.POSITIVE_INFINITY;
      for (let run = 0; run < 3; run++) {
        const from = performance.now();
        parseDates(text, now, { lang: 'de' });
        best = Math.min(best, performance.now() - from);
      }
      return best;
    };
    cost(250);
    // Four times the text: a quadratic reading would take sixteen times as long.
    expect(cost(1000)).toBeLessThan(Math.max(1000, cost(250) * 10));
  });
});
