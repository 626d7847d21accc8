import { describe, expect, it } from 'vitest';
import { looksPersonal } from '@/utils/understand/looks-personal';

const of = (text: string, subject = '') => looksPersonal({ subject, text }).topic;

describe('private matters', () => {
  it.each([
    ['health', 'Hi, I got my test results back and have to see my doctor again.'],
    ['health', 'Anbei meine Krankmeldung bis Freitag.'],
    ['health', 'Bonjour, mon ordonnance est-elle prête ?'],
    ['health', 'Hola, ¿podría cambiar mi cita médica?'],
    ['pay', 'Could we talk about my salary before the summer?'],
    ['pay', 'Ihre Gehaltsabrechnung für Oktober liegt bereit.'],
    ['pay', 'Votre bulletin de paie est disponible.'],
    ['pay', 'Le adjunto mi nómina de octubre.'],
    ['legal', 'My lawyer says the divorce papers are ready to sign.'],
    ['legal', 'Wegen dem Sorgerecht sollten wir noch reden.'],
    ['school', 'Liebe Eltern, der Elternabend ist am Dienstag.'],
    ['school', 'The parent-teacher evening moved to Thursday.'],
    ['school', 'Votre fille n’était pas en classe ce matin, merci d’appeler l’école.'],
    ['family', 'Mum is better again. Love you all!'],
    ['family', 'Oma hat am Sonntag Geburtstag, bringt ihr den Kuchen?'],
    ['family', 'Our daughter had her birthday and our son the wedding, what a week.'],
  ])('of %s are seen: %j', (topic, text) => {
    expect(of(text)).toBe(topic);
    expect(looksPersonal({ subject: '', text }).personal).toBe(true);
  });

  it('are seen in the subject alone', () => expect(of('See attached.', 'My divorce')).toBe('legal'));

  it.each([
    'We run twelve clinics and need a quote for 40 licences for our doctors.',
    'Our lawyer has three redlines in the contract, see the attached order form.',
    'The school needs an offer for 30 tablets for its teachers.',
    'Wir sind eine Kanzlei und suchen Software für Scheidung und Erbrecht.',
    'Das Krankenhaus hat den Befund der Sicherheitsprüfung; die Schnittstelle ist freigegeben.',
    'La clinique souhaite un devis pour la salle d’opération.',
    'El colegio quiere renovar el contrato de software.',
    'The salary module of your product does not show the bonus.',
    'Sorry for the delay, my daughter was ill. The contract is fine, please send the invoice.',
    'Happy birthday to your company! Can you send the price list?',
    'Payroll needs the new integration before the pension run.',
    '',
  ])('are not what a customer writes: %j', (text) => expect(of(text)).toBeNull());

  it('are looked for in bounded time in hostile text', () => {
    const started = performance.now();
    for (const piece of ['my ', 'mon fils ', 'your ', 'a', ' ', 'mein '])
      of(piece.repeat(100_000), piece.repeat(1000));
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
