import { describe, expect, it } from 'vitest';
import { readText } from '@/utils/files/pasted-text';
import { mailIn, situation, startOf } from './situation';

const head = (labels: string[], date: string) => {
  const [from, sent, to, subject] = labels;
  return `${from} Anna Kunde <anna@kunde.example>\n${sent} ${date}\n${to} Rosa <rosa@nordlicht.example>\n${subject} Offer 24\n\nCould you send it by Friday?\nAnna`;
};

describe('a mail that was pasted with its header', () => {
  it.each([
    ['English', ['From:', 'Sent:', 'To:', 'Subject:'], 'Friday, November 20, 2026 10:12 AM'],
    ['German', ['Von:', 'Gesendet:', 'An:', 'Betreff:'], 'Freitag, 20. November 2026 10:12'],
    ['French', ['De :', 'Envoyé :', 'À :', 'Objet :'], 'vendredi 20 novembre 2026 10:12'],
    ['Spanish', ['De:', 'Enviado el:', 'Para:', 'Asunto:'], 'viernes, 20 de noviembre de 2026 10:12'],
    ['Portuguese', ['De:', 'Enviada em:', 'Para:', 'Assunto:'], '20 de novembro de 2026 10:12'],
    ['Italian', ['Da:', 'Inviato:', 'A:', 'Oggetto:'], 'venerdì 20 novembre 2026 10:12'],
    ['Dutch', ['Van:', 'Verzonden:', 'Aan:', 'Onderwerp:'], 'vrijdag 20 november 2026 10:12'],
    ['Japanese', ['差出人:', '送信日時:', '宛先:', '件名:'], '2026年11月20日 10:12'],
    ['with an offset', ['From:', 'Date:', 'To:', 'Subject:'], 'Fri, 20 Nov 2026 04:12:00 -0500'],
  ])('%s', async (_language, labels, date) => {
    const mail = mailIn(await readText(head(labels, date), situation));
    expect(mail).toMatchObject({
      via: 'page',
      direction: 'received',
      from: { address: 'anna@kunde.example', name: 'Anna Kunde' },
      to: [{ address: 'rosa@nordlicht.example', name: 'Rosa' }],
      subject: 'Offer 24',
      sentAtApproximate: true,
      body: { type: 'text', content: 'Could you send it by Friday?\nAnna' },
    });
    expect(startOf(mail)).toBe('2026-11-20T09:12:00.000Z');
  });

  it('from the rep is sent, with all who got it', async () => {
    const text =
      'From: Rosa <rosa@nordlicht.example>\nSent: November 20, 2026 10:12 AM\nTo: Kunde, Anna <anna@kunde.example>; ben@kunde.example\nCc: Cleo [mailto:cleo@kunde.example]\nSubject: Offer\n\nHere it is.';
    expect(mailIn(await readText(text, situation))).toMatchObject({
      direction: 'sent',
      to: [{ address: 'anna@kunde.example', name: 'Kunde, Anna' }, { address: 'ben@kunde.example' }],
      cc: [{ address: 'cleo@kunde.example', name: 'Cleo' }],
    });
  });

  it('takes no person from what is quoted further down', async () => {
    const text = `Thanks, that works for us.\n\nRegards\nAnna\n\nIt is agreed.\n\n${head(['From:', 'Sent:', 'To:', 'Subject:'], 'November 20, 2026 10:12 AM').replaceAll('anna@kunde.example', 'other@partner.example')}`;
    const read = await readText(text, situation);
    expect(read).toEqual({ ok: false, problem: 'nobody-found' });
  });
});

describe('a text with fewer lines of a header than a mail has', () => {
  it.each([
    ['sender and subject', 'From: Anna Kunde <anna@kunde.example>\nSubject: Delivery\n\nCan you deliver?'],
    ['in German', '\n  Von: Anna Kunde <anna@kunde.example>\n  Betreff: Delivery\nCan you deliver?'],
    ['subject and sender', 'Subject: Delivery\nFrom: anna@kunde.example\n\nCan you deliver?'],
  ])('has its subject and its text: %s', async (_what, text) => {
    expect(mailIn(await readText(text, situation))).toMatchObject({
      from: { address: 'anna@kunde.example' },
      subject: 'Delivery',
      body: { content: 'Can you deliver?' },
    });
  });

  it('takes its first words for the subject where only the sender stands above, never the header', async () => {
    const mail = mailIn(await readText('From: Anna <anna@kunde.example>\n\nCan you deliver?', situation));
    expect(mail).toMatchObject({ subject: 'Can you deliver?', body: { content: 'Can you deliver?' } });
  });

  it('with a subject alone is from the only person who stands in it', async () => {
    const text = 'Subject: Delivery\n\nCan you deliver?\nAnna, anna@kunde.example';
    expect(mailIn(await readText(text, situation))).toMatchObject({
      from: { address: 'anna@kunde.example' },
      subject: 'Delivery',
    });
    // To whom the rep wrote did not write it.
    const sent = await readText('To: anna@kunde.example\nSubject: Delivery\n\nHere it comes.', situation);
    expect(sent).toEqual({ ok: false, problem: 'nobody-found' });
  });

  it('leaves a sentence that only begins like one alone', async () => {
    const text = 'From: Hamburg, to: Munich\nPlease quote.\nanna@kunde.example';
    expect(mailIn(await readText(text, situation)).subject).toBe('From: Hamburg, to: Munich');
  });
});

describe('a text without a header', () => {
  it('is from the only person whose address stands in it', async () => {
    const mail = mailIn(await readText('Please call me.\n\nAnna Kunde\nanna@kunde.example', situation));
    expect(mail).toMatchObject({
      from: { address: 'anna@kunde.example' },
      direction: 'received',
      subject: 'Please call me.',
    });
  });

  it('with nobody, or with two, asks; and takes whom the rep names', async () => {
    for (const text of [
      'Please call me.',
      'anna@kunde.example and ben@kunde.example',
      'From: Anna\nTo: Rosa\nSubject: Offer\n\nx',
    ])
      expect(await readText(text, situation)).toEqual({ ok: false, problem: 'nobody-found' });
    const mail = mailIn(
      await readText('Please call me.', situation, { address: 'anna@kunde.example', name: 'Anna' }),
    );
    expect(mail.from).toEqual({ address: 'anna@kunde.example', name: 'Anna' });
  });

  it('of the rep alone asks too; nothing at all is said to be nothing', async () => {
    expect(await readText('rosa@nordlicht.example', situation)).toEqual({
      ok: false,
      problem: 'nobody-found',
    });
    expect(await readText('  \n ', situation)).toEqual({ ok: false, problem: 'file-empty' });
  });

  it('has the same name each time it is pasted', async () => {
    const [one, two] = await Promise.all(
      ['Call me.\r\nanna@kunde.example', 'Call me.\nanna@kunde.example  '].map(async (text) =>
        mailIn(await readText(text, situation)),
      ),
    );
    expect(one?.source.ids).toEqual(two?.source.ids);
  });

  it('is read within bounds however long and odd it is', { timeout: 60_000 }, async () => {
    const began = performance.now();
    for (const text of [
      '@'.repeat(400_000),
      'a@b'.repeat(130_000),
      'From: '.repeat(60_000),
      '<'.repeat(400_000),
      'To: a@b.example\n'.repeat(25_000),
    ])
      await readText(text, situation);
    expect(performance.now() - began).toBeLessThan(30_000);
  });
});
