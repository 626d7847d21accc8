import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { readExchangeId } from '@/utils/understand/exchange-id';
import { exchangeOccurrenceDay, normalUid } from '@/utils/understand/meeting-id';
import { wordsOfDates } from '../../scripts/record/date-words.ts';
import { type KeepRules, pseudonymise, type Recording } from '../../scripts/record/pseudonymise.ts';
import { createStandIns } from '../../scripts/record/stand-ins.ts';
import { addWords, readVocabulary } from '../../scripts/record/vocabulary.ts';

const root = join(import.meta.dirname, '../..');
const capture = join(root, 'utils/capture');
const words = readVocabulary(
  ['gmail', 'outlook', 'outlook-calendar', 'google-calendar'].map((each) => join(capture, each)),
);
const keep: KeepRules = {
  words,
  dateWords: wordsOfDates('en'),
  isBody: (element) => element.matches('[role="document"], .a3s'),
};
const record = (change: Partial<Recording>): Recording =>
  pseudonymise({ html: '<p>', url: 'https://mail.example.com/', wire: [], ...change }, keep);

/** Counts that repeat: a failing seed is in the test's name. */
function random(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const alphabets = ['abcdefghijklmnopqrstuvwxyz', 'äöüßéèñçø', 'абвгдежзик', 'あいうえおカキク漢字', 'ابتثجح'];
function invent(pick: (below: number) => number) {
  const word = () => {
    const letters = [...(alphabets[pick(alphabets.length)] ?? 'abc')];
    const text = Array.from({ length: 4 + pick(8) }, () => letters[pick(letters.length)]).join('');
    return [text, text.toUpperCase(), text.charAt(0).toUpperCase() + text.slice(1)][pick(3)] ?? text;
  };
  const latin = () => Array.from({ length: 4 + pick(8) }, () => 'qwxyzjkh'[pick(8)]).join('');
  const number = () => String(10_000 + pick(2 ** 31));
  const address = () => `${latin()}.${latin()}@${latin()}.${['com', 'org', 'co.uk'][pick(3)]}`;
  const link = () => `https://${latin()}.com/${latin()}?${latin()}=${latin()}`;
  const sentence = () =>
    Array.from({ length: 2 + pick(9) }, () =>
      [word, word, word, latin, number, address, link][pick(7)]?.(),
    ).join([' ', ', ', '. ', '\n', ' – '][pick(5)]);
  return { word, latin, number, address, sentence };
}

/** Words, numbers and addresses that the input has and the code of ours has not. */
function secretsIn(texts: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (const text of texts)
    for (const [each] of text.matchAll(/[\p{L}\p{M}]{3,}|\d{5,}/gu))
      if (!words.has(each) && !keep.dateWords.has(each)) found.add(each.toLowerCase());
  return found;
}

function expectNoneIn(result: Recording, secrets: ReadonlySet<string>): void {
  const out = [
    result.html,
    result.url,
    ...result.wire.flatMap(({ request, response }) => [request, response]),
  ]
    .map((text) => `${text} ${unescaped(text)}`)
    .join(' ');
  const survived = [...out.matchAll(/[\p{L}\p{M}]{3,}|\d{5,}/gu)].map(([each]) => each.toLowerCase());
  expect(survived.filter((each) => secrets.has(each))).toEqual([]);
}
const unescaped = (text: string) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
};

describe('what a recording keeps of a page', () => {
  const seeds = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89, Date.now() % 1_000_000];
  it.each(seeds)('no word, number or address of anybody survives (seed %d)', (seed) => {
    const pick = random(seed);
    const make = invent(pick);
    const secrets: string[] = [];
    const say = (text: string) => {
      secrets.push(text);
      return text;
    };
    const attribute = (text: string) => say(text).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    const text = (value: string) => say(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const card = () =>
      `<div aria-label="From: ${attribute(make.sentence())}" data-convid="${attribute(make.sentence())}" title="${attribute(make.sentence())}" data-${'x'}="${attribute(make.word())}" onclick="${attribute(make.sentence())}" href="${attribute(make.sentence())}" email="${attribute(make.address())}" name="${attribute(make.word())}" id="${attribute(make.latin())}" style="${attribute(make.sentence())}">${text(make.sentence())}<!-- ${text(make.sentence())} --><script>${text(make.sentence())}</script><style>${text(make.sentence())}</style><svg><text>${text(make.sentence())}</text></svg><div role="document"><p class="${attribute(make.latin())}" id="${attribute(make.latin())}" data-y="${attribute(make.word())}">${text(make.sentence())}</p><img alt="${attribute(make.sentence())}"><${say(make.latin())}>x</${'p'}><x-${say(make.latin())} title="${attribute(make.word())}">y</div></div>`;
    const html = `<html><head><title>${text(make.sentence())}</title><script id="initialdata" type="application/json">${JSON.stringify([say(make.sentence()), { [say(make.latin())]: say(make.word()) }])}</script></head><body>${Array.from({ length: 4 }, card).join('')}</body></html>`;
    const deep = {
      Subject: say(make.sentence()),
      [say(make.latin())]: [say(make.address()), { Id: say(make.latin()) }],
    };
    const body = say(make.sentence());
    const response = `)]}'\n\n${JSON.stringify([deep, JSON.stringify(deep), `<p title="${say(make.latin())}">${text(make.sentence())}</p>`, Number(say(make.number())), null, true, `<${say(make.latin())}@${say(make.latin())}.com>`, `<${say(make.latin())}><p>${text(make.word())}`, Buffer.from(JSON.stringify([`#${say(make.latin())}`])).toString('base64')])}`;
    const result = record({
      html,
      url: `https://mail.example.com/mail/${encodeURIComponent(say(make.word()))}/id/${say(make.latin())}?q=${encodeURIComponent(say(make.sentence()))}#inbox/${say(make.latin())}`,
      wire: [
        {
          endpoint: 'GetItem',
          request: `f.req=${encodeURIComponent(JSON.stringify([say(make.sentence())]))}&${say(make.latin())}=${say(make.latin())}`,
          response,
        },
        { endpoint: 'GetItem', request: JSON.stringify(deep), response: body },
        {
          endpoint: say(make.sentence()),
          request: body,
          response: say(`<b>${make.latin()}</b> ${make.sentence()}`),
        },
      ],
    });
    expectNoneIn(result, secretsIn(secrets));
    expect(result.html).not.toContain('onclick');
    const addresses = [...JSON.stringify(result).matchAll(/[\w.+-]+@([\w.-]+)/g)].map(
      ([, host]) => host ?? '',
    );
    expect(addresses.length).toBeGreaterThan(0);
    expect(addresses.filter((host) => !host.endsWith('.example'))).toEqual([]);
  });

  it('keeps what an adapter looks for: elements, attributes, classes, roles, and the site’s own words', () => {
    const { html } = record({
      html: '<body><div id="ConversationReadingPaneContainer" data-app-section="ConversationContainer"><div aria-label="From: Zora Quill&lt;zora@example.org&gt;" class="OZZZK x-1" role="button">Zora Quill</div><div id="UniqueMessageBody_12" role="document">Please pay Zora.</div><div data-testid="SentReceivedSavedTime">Mon 9/14/2026 11:02 AM</div></div></body>',
    });
    const { document } = new JSDOM(html).window;
    expect(
      document.querySelector('#ConversationReadingPaneContainer')?.getAttribute('data-app-section'),
    ).toBe('ConversationContainer');
    const from = document.querySelector('[role="button"]');
    expect(from?.className).toBe('OZZZK x-1');
    expect(from?.getAttribute('aria-label')).toMatch(
      /^From: \p{Lu}\p{Ll}{3} \p{Lu}\p{Ll}{4}<\w+@\w+\.example>$/u,
    );
    expect(from?.getAttribute('aria-label')).toContain(from?.textContent ?? '?');
    expect(document.querySelector('[id^="UniqueMessageBody"]')?.id).toBe('UniqueMessageBody_12');
    expect(document.querySelector('[data-testid]')?.textContent).toBe('Mon 9/14/2026 11:02 AM');
    expect(html).not.toMatch(/zora|quill|please|pay/i);
  });

  it('lets page and wire fit each other: the same person, thread and time in both', () => {
    const result = record({
      html: '<body><span email="zora@example.org" data-legacy-message-id="1a0c4f537955a103" data-message-id="#msg-f:1876962364643188995">Zora Quill</span></body>',
      wire: [
        {
          endpoint: 'fd',
          request: '',
          response: JSON.stringify([
            'msg-f:1876962364643188995',
            [1, 'Zora@example.org', 'Zora Quill'],
            1790010800021,
          ]),
        },
      ],
    });
    const span = new JSDOM(result.html).window.document.querySelector('span');
    const [id, [, address, name], at] = JSON.parse(result.wire[0]?.response ?? '');
    expect(span?.getAttribute('data-message-id')).toBe(`#${id}`);
    expect(id).toMatch(/^msg-f:\d{19}$/);
    expect(id).not.toContain('1876962364643188995');
    const hex = span?.getAttribute('data-legacy-message-id') ?? '';
    expect(BigInt(`0x${hex}`) >> 20n, 'the time in an id stays').toBe(0x1a0c4f537955a103n >> 20n);
    expect(span?.getAttribute('email')).toBe(address);
    expect(span?.textContent).toBe(name);
    expect(at).toBe(1790010800021);
  });

  it('gives one stand-in for one thing, as long and in the same case, and never a word of the input', () => {
    const text = 'Anna ANNA anna Bo 12345678 06 12 34 56 78';
    const standIns = createStandIns([text]);
    const [first = '', second = '', third = ''] = standIns.text(text).split(' ');
    expect([first.toLowerCase(), second.toLowerCase(), third]).toEqual([third, third, third]);
    expect(first).toMatch(/^\p{Lu}\p{Ll}{3}$/u);
    expect(standIns.text(text)).toMatch(/ \d{8} \d\d \d\d \d\d \d\d \d\d$/);
    expect(standIns.text('06 12 34 56 78')).not.toBe('06 12 34 56 78');
    expect(standIns.text('2026-09-14T11:02:00+02:00 at 14:30, 14.09.2026')).toMatch(
      /^2026-09-14T11:02:00\+02:00 \w\w 14:30, 14\.09\.2026$/,
    );
    expect(standIns.text('paid by ✂️ 😀')).not.toContain('😀');
  });

  it('takes no words from comments of our code, and none from prose', () => {
    const found = new Set<string>();
    addWords("/* Zora said */\n// Quill wrote\nexport const x = '#MainPane'; page.subject;", found);
    expect([...found].sort()).toEqual(['MainPane', 'subject']);
  });

  it('ends on answers that nest without end, and on what is no JSON', () => {
    const deep = `${'['.repeat(50_000)}"Zora"${']'.repeat(50_000)}`;
    const result = record({
      wire: [
        { endpoint: 'fd', request: deep.slice(0, 1000), response: '[[["Zora' },
        { endpoint: 'fd', request: '', response: '{"Body":"Zora Quill' },
      ],
    });
    expect(JSON.stringify(result)).not.toMatch(/zora|quill/i);
  });
});

describe("what Exchange's ids say of themselves", () => {
  const guid = (digit: string) => digit.repeat(32);
  const conversation = Buffer.concat([
    Buffer.from([0, 4, 36, 0]),
    Buffer.from('aaaaaaaa-1111-4222-8333-bbbbbbbbbbbb', 'latin1'),
    Buffer.from('001000', 'hex'),
    Buffer.from(guid('c'), 'hex'),
  ]).toString('base64');
  const head = '040000008200E00074C5B7101A82E00807EA0A06';
  const wrapped = Buffer.from('vCal-Uid\x01\0\0\0planning1@gast.example\0', 'latin1').toString('hex');
  const foreign = `${head}${'00'.repeat(16)}23000000${wrapped}`.toUpperCase();
  const own = `${head}0011223344556677${'00'.repeat(8)}10000000${'5a'.repeat(16)}`;
  const safe = createStandIns([conversation, foreign, own]);

  it('stays true of their stand-ins: a conversation of a mailbox, with a thread', () => {
    const other = safe.token(conversation);
    expect(other).not.toContain(conversation.slice(8, 30));
    const [was, is] = [readExchangeId(conversation), readExchangeId(other)];
    expect(is).toMatchObject({ kind: 'conversation' });
    expect(is?.thread).toHaveLength(32);
    expect([is?.thread, is?.mailbox]).not.toEqual([was?.thread, was?.mailbox]);
    expect(safe.token(conversation.replaceAll('/', '-').replaceAll('+', '_')), 'however it is written').toBe(
      other,
    );
  });

  it('stays true of UIDs: the day of the series, and which UID of another system is inside', () => {
    expect(exchangeOccurrenceDay(safe.token(own))).toBe('20261006');
    expect(safe.token(own)).not.toContain('5a5a');
    expect(normalUid(safe.token(foreign))).toBe(safe.token('planning1@gast.example'));
    expect(normalUid(safe.token(foreign))).not.toContain('gast');
  });

  it('and dates keep their numbers, whatever else has others', () => {
    const text = safe.text('Room 4711 on September 16, 2026', (word) => word === 'September');
    expect(text).toMatch(/^\w+ (?!4711)\d{4} \w+ September 16, 2026$/);
  });
});
