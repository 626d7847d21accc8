import { describe, expect, it } from 'vitest';
import { findOutcome } from '@/utils/understand/find-outcome';
import { saysNothing } from '@/utils/understand/says-nothing';

const outcomeOf = (text: string, direction: 'received' | 'sent' = 'received') =>
  findOutcome(text, { direction, asks: [] })?.outcome ?? null;

describe('what a mail says on the whole', () => {
  it.each([
    [
      'Hi Ben,\n\nthe board has approved the budget, please proceed with the order.\n\nBest\nAnna',
      'positive',
    ],
    ['Wir bestellen hiermit zwölf Lizenzen zu den genannten Bedingungen.', 'positive'],
    ['Nous vous confirmons notre accord pour les deux machines.', 'positive'],
    ['Aceptamos la propuesta, podéis empezar el lunes.', 'positive'],
    ['After a long discussion we decided to go with another supplier.', 'negative'],
    ['Wir haben derzeit keinen Bedarf und bleiben bei unserer Lösung.', 'negative'],
    ['Nous ne donnerons pas suite à votre offre cette année.', 'negative'],
    ['Hemos decidido no renovar el contrato de mantenimiento.', 'negative'],
    ['How many users are included in the basic plan?', 'question'],
    ['Does Tuesday at 3 pm work for you?', 'scheduling'],
    ['Der Termin am Dienstag um 10 Uhr passt uns gut.', 'scheduling'],
    ['The new warehouse opens in March. We will move there with forty people.', 'info'],
  ])('%j is %s', (text, outcome) => expect(outcomeOf(text)).toBe(outcome));

  it('gives the sentence that says it, verbatim', () => {
    expect(
      findOutcome('Hello Ben. Our CFO has signed the contract. It is attached.', {
        direction: 'received',
        asks: [],
      }),
    ).toMatchObject({ outcome: 'positive', sentence: 'Our CFO has signed the contract.' });
  });

  it('takes no condition and no question for a yes or no', () => {
    expect(outcomeOf('If the price is right, we accept your offer next week.')).not.toBe('positive');
    expect(outcomeOf('Have you decided to go with another supplier?')).toBe('question');
  });

  it('says nothing where no rule speaks', () => {
    expect(outcomeOf('')).toBeNull();
    expect(outcomeOf('お見積書を添付にてお送りいたします。')).not.toBe('positive');
  });
});

describe('a mail that says nothing', () => {
  it.each([
    'Thanks a lot, Ben!',
    'Got it, thank you very much.\n\nBest regards\nAnna Berger',
    'Danke, ist angekommen. Schönes Wochenende!\nViele Grüße\nJonas',
    'Merci beaucoup, bonne journée !',
    '¡Muchas gracias! Un saludo, Lucía',
  ])('only thanks: %j', (text) => expect(saysNothing(text)).toBe(true));

  it.each([
    'Thanks, the contract is signed.',
    'Thanks! Can you call me?',
    'Danke, wir nehmen drei Stück.',
    'Merci, on se voit mardi.',
    'Vielen Dank, Ihr Angebot ist zu teuer.',
    'Yes.',
    '',
  ])('more than thanks: %j', (text) => expect(saysNothing(text)).toBe(false));
});

describe('hostile text', () => {
  const times = (size: number) =>
    ['if we have ', 'not (be ', 'adelante con ', '? ', '\n', 'decided to go with '].map((piece) => {
      const text = piece.repeat(size);
      const began = performance.now();
      findOutcome(text, { direction: 'received', asks: [] });
      saysNothing(text);
      return performance.now() - began;
    });
  it('takes no longer than it is long', () => {
    times(1_000);
    for (const time of times(40_000)) expect(time).toBeLessThan(400);
  });
});
