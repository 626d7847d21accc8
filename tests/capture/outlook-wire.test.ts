import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exchangeDate } from '@/utils/capture/outlook/exchange-date';
import {
  field,
  findItems,
  isErrorAnswer,
  parseExchange,
  requestText,
} from '@/utils/capture/outlook/exchange-json';
import { mailbox, peopleOf } from '@/utils/capture/outlook/exchange-people';
import { outlook } from '@/utils/capture/outlook/outlook';
import { likeliestDate, readPageDate } from '@/utils/capture/outlook/page-date';
import { whereIs } from '@/utils/capture/outlook/where';
import {
  conversationIds,
  exchangeForm,
  mailId,
  readExchangeId,
  threadOfIndex,
} from '@/utils/understand/exchange-id';
import { htmlOf, outlookCaptures, outlookPage } from './outlook-support';
import { event, list, read, readAll } from './support';

const page = () => outlookPage(htmlOf('wire-alone'), 'https://outlook.office.com/mail/');
const all = <T>(work: Generator<void, T>): T => {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
};

describe("Exchange's ids", () => {
  const box = 'aaaaaaaa-1111-4222-8333-bbbbbbbbbbbb';
  const bytes = (...parts: (number[] | string)[]) =>
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((unit) => unit.charCodeAt(0)) : part));
  const base64 = (all_: number[]) => btoa(String.fromCharCode(...all_));
  const guid = Array.from({ length: 16 }, (_, i) => 17 * (i % 15) + 1);
  const conversation = base64(bytes([0, 4, 36, 0], box, [0, 16, 0], guid));
  const plain = bytes(
    [3, 36, 0],
    box,
    [0, 70, 0, 0, 0, 0, 0],
    Array.from({ length: 60 }, (_, i) => i + 1),
    [0, 0, 0, 0, 0, 0],
  );
  /** As Exchange writes it: two of a kind, then how many more. */
  const packed = (from: number[]) => {
    const out: number[] = [1];
    for (let i = 0; i < from.length; i += 1) {
      let more = 0;
      while (from[i + 1 + more] === from[i]) more += 1;
      out.push(from[i] ?? 0);
      if (more > 0) out.push(from[i] ?? 0, more - 1);
      i += more;
    }
    return out;
  };

  it('an item written in two ways is one item, and says whose mailbox it lies in', () => {
    const [whole, short] = [base64([0, ...plain]), base64(packed(plain))];
    expect(short).not.toBe(whole);
    expect(mailId(short)).toBe(mailId(whole));
    expect(readExchangeId(short)).toMatchObject({ kind: 'item', mailbox: box });
  });

  it('an id is one in an address, in the wire and in another program', () => {
    const graph = conversation.replaceAll('/', '-').replaceAll('+', '_');
    expect(exchangeForm(encodeURIComponent(conversation))).toBe(conversation);
    expect(conversationIds(graph)).toEqual(conversationIds(conversation));
  });

  it("a conversation's id holds the thread's, which every mailbox and the mail's own header have", () => {
    const thread = conversationIds(conversation)[0];
    expect(thread).toMatch(/^thread-index:[0-9a-f]{32}$/);
    const header = base64([1, 0xdb, 1, 2, 3, 4, ...guid, 9, 9, 9, 9, 9]);
    expect(threadOfIndex(header)).toBe(thread);
    expect(threadOfIndex('hello')).toBeNull();
  });

  it('what is no id is none, whatever its length', () => {
    for (const bad of ['', 'x', '<script>', 'a'.repeat(5000), '%E0%A4%A']) expect(mailId(bad)).toBeNull();
    expect(readExchangeId('AAMk-short-one')?.kind).toBe('other');
    expect(readExchangeId(base64([1, 3, ...Array.from({ length: 60 }, () => 255)]))?.kind).toBe('other');
  });

  it('an address in capitals is compared and never decoded', () => {
    const where = whereIs(
      `https://outlook.office.com/mail/inbox/id/${encodeURIComponent(conversation.toUpperCase())}`,
    );
    expect(where).toMatchObject({ mail: true, folder: 'inbox', ids: [], threadIds: [] });
  });
});

describe("Exchange's dates", () => {
  it('are read with their offset, and without one as this clock, marked unsure', () => {
    expect(exchangeDate('2022-08-29T17:18:48+05:30')).toEqual({
      at: Date.UTC(2022, 7, 29, 11, 48, 48),
      wall: '2022-08-29T17:18',
      sure: true,
    });
    expect(exchangeDate('2026-09-15T10:00:00')).toEqual({
      at: new Date(2026, 8, 15, 10).getTime(),
      wall: '2026-09-15T10:00',
      sure: false,
    });
    expect(exchangeDate('2026-09-15T10:00:00', 'America/New_York')?.at).toBe(Date.UTC(2026, 8, 15, 14));
  });

  it('are none where they mean no time', () => {
    for (const none of ['0001-01-01T00:00:00Z', 'yesterday', '', '2026-13-40T99:99:99Z']) {
      expect(exchangeDate(none)).toBeNull();
    }
  });
});

describe('dates as pages write them', () => {
  const now = Date.UTC(2026, 10, 21);
  const seen: [string, string, string][] = [
    ['Fri 09/11/2026 10:07 PM', 'en-US', '2026-09-11T22:07'],
    ['Fri 11/09/2026 22:07', 'en-GB', '2026-09-11T22:07'],
    ['Fr, 2026-05-22 15:22', 'de', '2026-05-22T15:22'],
    ['Di, 14.04.2020 08:51', 'de', '2020-04-14T08:51'],
    ['lun. 14/09/2026 11:02', 'fr', '2026-09-14T11:02'],
    ['2026/09/14 (月) 11:02', 'ja', '2026-09-14T11:02'],
    ['2026年9月14日 午後3:05', 'ja', '2026-09-14T15:05'],
    ['\u200e14\u200e/\u200e09\u200e/\u200e2026 \u200e11\u200e:\u200e02', 'he', '2026-09-14T11:02'],
    ['Mon 9/14/2026 12:07 AM', 'en', '2026-09-14T00:07'],
  ];
  for (const [text, language, wall] of seen) {
    it(`"${text}" in ${language}`, () => {
      expect(likeliestDate(readPageDate(text, language, now), language)?.wall).toBe(wall);
    });
  }

  it('are none where day and month could be exchanged and nobody can tell', () => {
    expect(likeliestDate(readPageDate('9/8/2026 11:02 AM', 'en', now), 'en')).toBeNull();
    expect(likeliestDate(readPageDate('8.9.2026 11:02', 'de', now), 'de')?.wall).toBe('2026-09-08T11:02');
  });
});

describe("people in Exchange's two forms", () => {
  it('are read flat and in a Mailbox', () => {
    const flat = { Name: 'Pat Holm', EmailAddress: 'Pat@kunde.example', RoutingType: 'SMTP' };
    const person = { kind: 'person', person: { address: 'pat@kunde.example', name: 'Pat Holm' } };
    expect(mailbox(flat)).toEqual(person);
    expect(mailbox({ Mailbox: flat })).toEqual(person);
  });

  it('of the directory are dropped where no address is told, and never guessed', () => {
    const hidden = { Name: 'Ben', EmailAddress: '/o=Ex/cn=ben@kunde.example', RoutingType: 'EX' };
    expect(peopleOf([hidden, null, 7, {}])).toEqual({ people: [], hidden: ['Ben'], malformed: false });
    expect(mailbox({ ...hidden, SmtpEmailAddress: 'ben@nordlicht.example' })).toMatchObject({
      kind: 'person',
    });
    expect(peopleOf([{ EmailAddress: 'a@b@kunde.example' }]).malformed).toBe(true);
  });
});

describe('what Outlook receives', () => {
  it('finds items wherever they stand, errors and items within items left out', () => {
    const item = (id: string, more = {}) => ({
      ItemId: { Id: id },
      DateTimeReceived: '2026-09-14T11:02:00Z',
      ...more,
    });
    const found = all(
      findItems({
        Body: {
          Anything: [{ deep: [item('one', { Attached: item('inner') })] }],
          Wrong: { ResponseClass: 'Error', Items: [item('two')] },
          Items: [
            { __type: 'CalendarItem:#Exchange', ItemId: { Id: 'three' } },
            { __type: 'MeetingRequestMessageT', ItemId: { Id: 'four' } },
          ],
        },
      }),
    );
    expect(found.map((each) => field(each, 'ItemId', 'Id'))).toEqual(['one', 'three', 'four']);
  });

  it('a request in a header is read like one in a body', () => {
    const text = '{"Body":{"MessageDisposition":"SaveOnly","s":"50 % + ü"}}';
    expect(requestText(event('UpdateItem', '', encodeURIComponent(text)))).toBe(text);
    expect(requestText(event('UpdateItem', '', text))).toBe(text);
    expect(requestText(event('UpdateItem', '', '%7B%E0%A4%A'))).toBe('');
  });

  it('one and a half million values are walked within bounds', () => {
    const begun = performance.now();
    const many = { a: Array.from({ length: 300 }, () => Array.from({ length: 5000 }, () => ({ x: 1 }))) };
    expect(all(findItems(many))).toEqual([]);
    expect(performance.now() - begun).toBeLessThan(4000);
  });

  it('an error in a good status is an error, for the message that was asked about', () => {
    expect(
      isErrorAnswer(
        { Body: { ResponseMessages: { Items: [{ ResponseClass: 'Success' }, { ResponseClass: 'Error' }] } } },
        0,
      ),
    ).toBe(false);
    expect(
      isErrorAnswer(
        { Body: { ResponseMessages: { Items: [{ ResponseClass: 'Success' }, { ResponseClass: 'Error' }] } } },
        1,
      ),
    ).toBe(true);
    expect(
      isErrorAnswer({ Body: { ErrorCode: 500, ExceptionName: 'OwaOperationNotSupportedException' } }),
    ).toBe(true);
  });

  it('the account with which the page begins is an own address', () => {
    const news = readAll(
      outlook.openWire(),
      event('startupdata', {
        owaUserConfig: { SessionSettings: { UserEmailAddress: 'Ada@nordlicht.example' } },
      }),
      page(),
    );
    expect(news.own).toEqual(['ada@nordlicht.example']);
  });

  it("the calendar's answers are the calendar's", () => {
    const item = {
      __type: 'Message:#Exchange',
      ItemId: { Id: 'AAMk-one' },
      DateTimeReceived: '2026-09-14T11:02:00Z',
      Body: { Value: 'x' },
    };
    const wire = outlook.openWire();
    for (const endpoint of [
      'GetCalendarView',
      'CancelCalendarEvent',
      'GetReminders',
      'UpdateCalendarEvent',
    ]) {
      expect(readAll(wire, event(endpoint, 'not json'), page()).drift).toEqual([]);
    }
    readAll(wire, event('GetCalendarEvent', { Items: [item] }), page());
    expect(wire.knows(['owa:AAMk/one'])).toBe(false);
    readAll(wire, event('GetItem', { Items: [item] }), page());
    expect(wire.knows(['owa:AAMk/one'])).toBe(true);
  });

  it('what it said is kept within bounds, the newest longest', () => {
    const [wire, here] = [outlook.openWire(), page()];
    const item = (n: number, size: number) => ({
      ItemId: { Id: `AAMk-number-${n}` },
      DateTimeReceived: '2026-09-14T11:02:00Z',
      Body: { BodyType: 'HTML', Value: 'x'.repeat(size) },
    });
    for (let n = 0; n < 40; n += 1) readAll(wire, event('GetItem', { Items: [item(n, 390_000)] }), here);
    expect(wire.knows(['owa:AAMk/number/1'])).toBe(false);
    expect(wire.knows(['owa:AAMk/number/39'])).toBe(true);
    for (let n = 100; n < 1000; n += 1) readAll(wire, event('GetItem', { Items: [item(n, 5)] }), here);
    expect(wire.knows(['owa:AAMk/number/39'])).toBe(false);
    expect(wire.knows(['owa:AAMk/number/999'])).toBe(true);
  });
});

const have = existsSync(outlookCaptures);
const title = have
  ? "Microsoft's own traces of Outlook, read where they are"
  : "SKIPPED, no captures at CAPTURES_DIR: Microsoft's own traces of Outlook";

describe.skipIf(!have)(title, () => {
  it('the saved draft of 2022 gives no mail, and says who writes and where', () => {
    const answer = read(outlookCaptures, 'CreateItem.response.fixed.json');
    const wire = outlook.openWire();
    const request = '{"Body":{"MessageDisposition":"SaveOnly","Items":[{"__type":"Message:#Exchange"}]}}';
    const news = readAll(wire, event('CreateItem', answer, request), page());
    expect([news.sends, news.drift, news.heads]).toEqual([[], [], []]);
    expect(news.own).toEqual([expect.stringMatching(/^testuser@/)]);
    const parsed = all(parseExchange(answer));
    const [item] = parsed.ok ? all(findItems(parsed.value)) : [];
    const id = String(field(item, 'ItemId', 'Id'));
    expect(readExchangeId(id)).toMatchObject({
      kind: 'item',
      mailbox: 'cd425f13-9b4d-469c-8943-49616ae68b50',
    });
    expect(mailId(id)).toMatch(/^owa:AAMkAGNkNDI1ZjEz/);
    const thread = String(field(item, 'ConversationId', 'Id'));
    expect(conversationIds(thread)[0]).toBe('thread-index:23903ff33baba943bbb52ce6144c79a2');
    expect(exchangeDate(String(field(item, 'LastModifiedTime')))?.at).toBe(Date.UTC(2022, 7, 29, 11, 48, 48));
  });

  it('the same as it was published, a quote missing, is named and throws nothing', () => {
    const news = readAll(
      outlook.openWire(),
      event('CreateItem', read(outlookCaptures, 'CreateItem.response.raw.txt')),
      page(),
    );
    expect(news.drift.map((each) => each.step)).toEqual(['CreateItem-not-json']);
  });

  for (const name of have ? list(outlookCaptures).filter((each) => each.endsWith('.error.raw.txt')) : []) {
    it(`an error gives nothing, sent or not (${name})`, () => {
      const request =
        '{"Body":{"MessageDisposition":"SendAndSaveCopy","Items":[{"ToRecipients":[{"EmailAddress":"pat@kunde.example"}]}]}}';
      const news = readAll(
        outlook.openWire(),
        event('CreateItem', read(outlookCaptures, name), request),
        page(),
      );
      expect([news.sends, news.drift]).toEqual([[], []]);
    });
  }
});
