import { describe, expect, it } from 'vitest';
import { APPOINTMENT_SET, MEETING_SET } from '@/utils/files/msg-properties';
import { readFile } from '@/utils/files/read-file';
import { type Item, makeMsg } from './make-msg';
import { mailIn, meetingsIn, situation, startOf } from './situation';

const read = (bytes: Uint8Array, name = 'mail.msg') => readFile({ name, mime: '', bytes }, situation);

const note: Item = {
  properties: {
    26: 'IPM.Note',
    55: 'AW: Flottenangebot — 日程',
    57: new Date('2026-11-20T09:12:33Z'),
    66: 'Anna Kunde',
    23810: 'Anna@Kunde.example',
    4096: 'Could you send the offer by Friday?',
    4149: '<m1@kunde.example>',
    4162: '<m0@nordlicht.example>',
    4153: '<root@kunde.example> <m0@nordlicht.example>',
  },
  recipients: [
    { 3093: 1, 12289: 'Rosa', 14846: 'rosa@nordlicht.example' },
    { 3093: 2, 12289: 'Ben', 12291: 'ben@kunde.example' },
    { 3093: 1, 12289: 'Kim Intern', 12290: 'EX', 12291: '/O=EXAMPLE/OU=FIRST/CN=KIM' },
  ],
  attachments: [
    { 14087: 'offer.pdf', 14094: 'application/pdf', 3616: 1234 },
    { 14087: 'logo.png', 14094: 'image/png', 14098: 'logo@1' },
  ],
};

describe('a mail saved by Outlook', () => {
  it('tells sender, recipients with addresses, time, ids, text and the names of its files', async () => {
    const mail = mailIn(await read(makeMsg(note)));
    expect(mail).toMatchObject({
      via: 'wire',
      direction: 'received',
      from: { address: 'anna@kunde.example', name: 'Anna Kunde' },
      to: [{ address: 'rosa@nordlicht.example', name: 'Rosa' }],
      cc: [{ address: 'ben@kunde.example', name: 'Ben' }],
      subject: 'AW: Flottenangebot — 日程',
      attachments: [{ name: 'offer.pdf', mime: 'application/pdf', size: 1234 }],
      source: {
        site: 'by-hand',
        ids: ['<m1@kunde.example>'],
        threadId: '<root@kunde.example>',
        account: 'rosa@nordlicht.example',
      },
      body: { type: 'text', content: 'Could you send the offer by Friday?' },
    });
    expect(startOf(mail)).toBe('2026-11-20T09:12:33.000Z');
  });

  it('belongs to the conversation that the page shows, by what Outlook or the headers say of it', async () => {
    const index = Buffer.concat([
      Buffer.from('01db01020304', 'hex'),
      Buffer.alloc(16, 0x5a),
      Buffer.alloc(5),
    ]);
    const thread = `thread-index:${'5a'.repeat(16)}`;
    const own = mailIn(
      await read(makeMsg({ properties: { ...note.properties, 113: new Uint8Array(index) } })),
    );
    expect(own.source.threadIds).toContain(thread);
    const headers = `From: Anna <anna@kunde.example>\r\nThread-Index: ${index.toString('base64')}\r\n\r\n`;
    const told = mailIn(await read(makeMsg({ properties: { ...note.properties, 125: headers } })));
    expect(told.source.threadIds).toContain(thread);
  });

  it('in an old encoding, with a long body, and with its own headers for people known by directory alone', async () => {
    const german = { narrow: new Uint8Array(Buffer.from('Gr\u00fc\u00dfe', 'latin1')) };
    const html = `<p>${'Viele Gr\u00fc\u00dfe. '.repeat(600)}</p>`;
    const mail = mailIn(
      await read(
        makeMsg({
          properties: {
            ...note.properties,
            55: german,
            16381: 1252,
            16350: 65001,
            4115: new Uint8Array(Buffer.from(html, 'utf8')),
            125: 'From: Anna <anna@kunde.example>\r\nTo: Kim <kim@nordlicht.example>,\r\n Rosa <rosa@nordlicht.example>\r\nDate: Fri, 20 Nov 2026 10:12:33 +0100\r\n\r\nignored',
          },
          recipients: note.recipients ?? [],
        }),
      ),
    );
    expect(mail.subject).toBe('Gr\u00fc\u00dfe');
    expect(mail.body).toMatchObject({ type: 'html', content: html });
    expect(mail.to.map(({ address }) => address)).toEqual([
      'kim@nordlicht.example',
      'rosa@nordlicht.example',
    ]);
  });

  it('is sent where the rep wrote it', async () => {
    const properties = { ...note.properties, 23810: 'rosa@nordlicht.example' };
    expect(mailIn(await read(makeMsg({ ...note, properties })))).toMatchObject({ direction: 'sent' });
  });
});

const uid =
  '040000008200E00074C5B7101A82E00800000000A0B1C2D3E4F5DA0100000000000000001000000000112233445566778899AABBCCDDEEFF';
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));
const request: Item = {
  properties: {
    26: 'IPM.Schedule.Meeting.Request',
    55: 'Rollout review',
    57: new Date('2026-11-01T08:00:00Z'),
    66: 'Anna Kunde',
    23810: 'anna@kunde.example',
    4096: 'Agenda. https://teams.microsoft.com/l/meetup-join/1',
  },
  recipients: [
    { 3093: 1, 12289: 'Rosa', 14846: 'rosa@nordlicht.example', 24575: 3 },
    { 3093: 2, 12289: 'Ben', 14846: 'ben@kunde.example', 24575: 4 },
    { 3093: 3, 12289: 'Room', 14846: 'room@kunde.example' },
  ],
  named: [
    { set: APPOINTMENT_SET, number: 0x820d, value: new Date('2026-11-26T09:00:00Z') },
    { set: APPOINTMENT_SET, number: 0x820e, value: new Date('2026-11-26T10:00:00Z') },
    { set: APPOINTMENT_SET, number: 0x8208, value: 'Depot Leeds' },
    { set: MEETING_SET, number: 3, value: bytesOf(uid) },
  ],
};

describe('a meeting saved by Outlook', () => {
  it('is a meeting with the id that calendars give it, its guests and their answers, rooms left out', async () => {
    const [meeting] = meetingsIn(await read(makeMsg(request)));
    expect(meeting).toMatchObject({
      from: { address: 'anna@kunde.example' },
      to: [{ address: 'rosa@nordlicht.example' }],
      cc: [{ address: 'ben@kunde.example' }],
      subject: 'Rollout review',
      source: { ids: [`event:${uid}`], account: 'rosa@nordlicht.example' },
      meeting: {
        place: 'Depot Leeds',
        conferenceUrl: 'https://teams.microsoft.com/l/meetup-join/1',
        status: 'confirmed',
        answers: [{ address: 'ben@kunde.example', answer: 'declined' }],
        recurring: false,
      },
    });
    expect(meeting?.sentAt).toBe(Date.UTC(2026, 10, 26, 9));
    expect(meeting?.meeting.endsAt).toBe(Date.UTC(2026, 10, 26, 10));
  });

  it('that is cancelled says so, one that is private is refused, an answer names who answered', async () => {
    const kind = async (value: string, more: Item['properties'] = {}) =>
      read(makeMsg({ ...request, properties: { ...request.properties, ...more, 26: value } }));
    const [cancelled] = meetingsIn(await kind('IPM.Schedule.Meeting.Canceled'));
    expect(cancelled?.meeting.status).toBe('cancelled');
    expect(await kind('IPM.Appointment', { 54: 2 })).toEqual({ ok: false, problem: 'private-event' });
    const [reply] = meetingsIn(await kind('IPM.Schedule.Meeting.Resp.Neg'));
    expect(reply).toMatchObject({
      via: 'page',
      direction: 'sent',
      from: { address: 'rosa@nordlicht.example' },
      to: [{ address: 'anna@kunde.example' }],
      meeting: { answers: [{ address: 'anna@kunde.example', answer: 'declined' }], guestsUnknown: true },
    });
  });
});

describe('a broken file of Outlook', () => {
  it('is named as broken, cut anywhere or with links that go round in circles', async () => {
    const whole = makeMsg(note);
    for (let cut = 1_600; cut < whole.length; cut += 997) {
      const result = await read(whole.slice(0, cut));
      expect(result.ok || result.problem).toBeTruthy();
    }
    for (let at = 512; at < whole.length; at += 509) {
      const bent = whole.slice();
      bent.fill(0, at, at + 64);
      await read(bent);
    }
    expect(await read(new Uint8Array(Buffer.from('no compound file')))).toEqual({
      ok: false,
      problem: 'file-broken',
    });
  });
});
