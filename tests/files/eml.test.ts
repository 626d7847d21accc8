import { describe, expect, it } from 'vitest';
import { readFile } from '@/utils/files/read-file';
import { calendar, capturesIn, event, mailIn, meetingsIn, situation, startOf } from './situation';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') =>
  new Uint8Array(Buffer.from(text, encoding));
const read = (text: string, name = 'mail.eml') => readFile({ name, mime: '', bytes: bytes(text) }, situation);
const lines = (...all: string[]) => all.join('\r\n');

const headers = [
  'Return-Path: <anna@kunde.example>',
  'From: =?utf-8?Q?Anna_Kr=C3=BCger?= <Anna@Kunde.example>',
  'To: Sales: rosa@nordlicht.example, "Kim, Sales" <kim@nordlicht.example>;, ben@partner.example',
  'Cc: Cleo <cleo@kunde.example>',
  'Subject: =?utf-8?B?UmU6IEFuZ2Vib3QgZsO8ciAyNCBGYWhyemV1Z2U=?=',
  'Date: Fri, 20 Nov 2026 10:12:33 +0100',
  'Message-ID: <m2@kunde.example>',
  'In-Reply-To: <m1@nordlicht.example>',
  'References: <root@kunde.example>',
  ' <m1@nordlicht.example>',
];
const plain = lines(
  ...headers,
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Could you send it by Friday?',
  '',
);

describe('a saved mail', () => {
  it('tells people, groups too, subject, exact time, ids, thread and text', async () => {
    const mail = mailIn(await read(plain));
    expect(mail).toMatchObject({
      via: 'wire',
      direction: 'received',
      from: { address: 'anna@kunde.example', name: 'Anna Kr\u00fcger' },
      to: [
        { address: 'rosa@nordlicht.example' },
        { address: 'kim@nordlicht.example', name: 'Kim, Sales' },
        { address: 'ben@partner.example' },
      ],
      cc: [{ address: 'cleo@kunde.example', name: 'Cleo' }],
      subject: 'Re: Angebot f\u00fcr 24 Fahrzeuge',
      sentAtApproximate: false,
      source: {
        ids: ['<m2@kunde.example>'],
        threadId: '<root@kunde.example>',
        threadIds: ['<root@kunde.example>', '<m1@nordlicht.example>', '<m2@kunde.example>'],
        account: 'rosa@nordlicht.example',
      },
    });
    expect(startOf(mail)).toBe('2026-11-20T09:12:33.000Z');
    expect(mail.body).toMatchObject({ type: 'text', clipped: false });
    expect(mail.body.content.trim()).toBe('Could you send it by Friday?');
  });

  it('of Exchange belongs to the conversation that the page shows, by its Thread-Index', async () => {
    const guid = '11111111222243338444555555555555';
    const index = Buffer.from(`01db01020304${guid}0a0b0c0d0e`, 'hex');
    const mail = mailIn(await read(lines(`Thread-Index: ${index.toString('base64')}`, plain)));
    expect(mail.source).toMatchObject({
      threadId: '<root@kunde.example>',
      threadIds: [
        '<root@kunde.example>',
        `thread-index:${guid}`,
        '<m1@nordlicht.example>',
        '<m2@kunde.example>',
      ],
    });
    const broken = mailIn(await read(lines('Thread-Index: not-one', plain)));
    expect(broken.source.threadIds).not.toContainEqual(expect.stringMatching(/^thread-index:/));
  });

  it('has its files by name only, without inline pictures and without what a forwarded mail inside says', async () => {
    const mail = mailIn(
      await read(
        lines(
          ...headers,
          'Content-Type: multipart/mixed; boundary=b',
          '',
          '--b',
          'Content-Type: text/html; charset=utf-8',
          '',
          '<p>See the offer. <img src="cid:logo"></p>',
          '--b',
          'Content-Type: image/png; name=logo.png',
          'Content-ID: <logo>',
          'Content-Disposition: inline; filename=logo.png',
          '',
          'x',
          '--b',
          'Content-Type: application/pdf',
          "Content-Disposition: attachment; filename*=utf-8''Angebot%20f%C3%BCr%2024.pdf",
          'Content-Transfer-Encoding: base64',
          '',
          'U0VDUkVU',
          '--b',
          'Content-Type: message/rfc822',
          '',
          'From: other@partner.example',
          'Subject: inner',
          '',
          'secret inner text',
          '--b--',
          '',
        ),
      ),
    );
    expect(mail.attachments.map(({ name }) => name)).toContain('Angebot f\u00fcr 24.pdf');
    expect(mail.attachments.map(({ name }) => name)).not.toContain('logo.png');
    expect(JSON.stringify(mail)).not.toMatch(/SECRET|U0VD|secret inner/);
    expect(mail.body.type).toBe('html');
  });

  it('that the rep sent is sent, whatever case the address has', async () => {
    const mine = plain.replace('<Anna@Kunde.example>', '<Rosa@Nordlicht.example>');
    expect(mailIn(await read(mine))).toMatchObject({
      direction: 'sent',
      source: { account: 'rosa@nordlicht.example' },
    });
  });

  it('without a Message-ID has the same name each time it is dropped; without a date says that its time is a guess', async () => {
    const bare = lines(
      'From: anna@kunde.example',
      'To: rosa@nordlicht.example',
      'Subject: Offer',
      '',
      'Text',
    );
    const [one, two] = [mailIn(await read(bare)), mailIn(await read(bare))];
    expect(one.source.ids).toEqual(two.source.ids);
    expect(one.source.ids[0]).toMatch(/^content:[0-9a-f]{64}$/);
    expect(one).toMatchObject({ sentAtApproximate: true, sentAt: situation.now });
  });

  it('that invites is the meeting, with the id that a calendar gives it; a calendar attached to a mail comes beside it', async () => {
    const ics = calendar('METHOD:REQUEST', event('review-7@kunde.example', 'DTSTART:20261126T090000Z'));
    const invitation = lines(
      ...headers,
      'Content-Type: multipart/alternative; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'You are invited.',
      '--b',
      'Content-Type: text/calendar; charset=utf-8; method=REQUEST',
      '',
      ics,
      '--b--',
      '',
    );
    const captures = capturesIn(await read(invitation));
    expect(captures.map(({ kind, source }) => [kind, ...source.ids])).toEqual([
      ['meeting', 'event:review-7@kunde.example'],
    ]);
    const attached = invitation
      .replace('multipart/alternative', 'multipart/mixed')
      .replace(
        '; method=REQUEST\r\n',
        '; name=invite.ics\r\nContent-Disposition: attachment; filename=invite.ics\r\n',
      );
    const both = await read(attached);
    expect(mailIn(both).attachments.map(({ name }) => name)).toEqual(['invite.ics']);
    expect(meetingsIn(both)).toHaveLength(1);
  });

  it('that invites to a private meeting is refused as a whole', async () => {
    const ics = calendar('METHOD:REQUEST', event('secret-1', 'DTSTART:20261126T090000Z', 'CLASS:PRIVATE'));
    const mail = lines(...headers, 'Content-Type: text/calendar; method=REQUEST', '', ics);
    expect(await read(mail)).toEqual({ ok: false, problem: 'private-event' });
  });
});

describe('a file that is no mail', () => {
  it('is named as what it is', async () => {
    expect(await read('', 'x.eml')).toEqual({ ok: false, problem: 'file-empty' });
    expect(await read('just some words', 'x.eml')).toEqual({ ok: false, problem: 'file-broken' });
    expect(await read('Key: value\r\n\r\ntext', 'x.eml')).toEqual({ ok: false, problem: 'file-broken' });
    expect(await read('From: nobody\r\n\r\ntext', 'x.eml')).toEqual({ ok: false, problem: 'nobody-found' });
    expect(await read('%PDF-1.7', 'x.pdf')).toEqual({ ok: false, problem: 'file-unknown' });
    const large = { name: 'x.eml', mime: '', bytes: new Uint8Array(10 * 1024 * 1024 + 1) };
    expect(await readFile(large, situation)).toEqual({ ok: false, problem: 'file-too-large' });
  });

  it('or a hostile one, is read within bounds', { timeout: 60_000 }, async () => {
    const began = performance.now();
    await read(lines(...headers, `To: ${'a@b.example, '.repeat(60_000)}`, '', 'x'));
    let nested = '';
    for (let depth = 0; depth < 300; depth += 1)
      nested += `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n`;
    await read(`From: anna@kunde.example\r\n${nested}`);
    await read(lines(...headers, 'Content-Type: text/html', '', '<div>'.repeat(500_000)));
    expect(performance.now() - began).toBeLessThan(30_000);
  });
});
