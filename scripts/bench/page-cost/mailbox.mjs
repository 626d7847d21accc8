/**
 * An invented mailbox in Gmail's wire shape, as large as a bench wants it: the answers of `/i/fd` (threads with their
 * bodies) and `/i/bv` (lists), and the list that the page embeds. The same seed gives the same bytes, so that all
 * four candidates of a round read the same mail.
 */

/** Whose mailbox it is. */
export const ME = { address: 'robin@northwind.example', name: 'Robin Muster' };

const people = [
  ['dana@hillside.example', 'Dana Ortega'],
  ['kim.tran@brightworks.example', 'Kim Tran'],
  ['jules@lakeview.example', 'Jules Keller'],
  ['amara.obi@sunfield.example', 'Amara Obi'],
  ['li.wei@harbourline.example', 'Li Wei'],
];

const sentences = [
  'Thanks for walking us through the figures on Tuesday, the whole team found it useful.',
  'We would like to start with twelve seats and grow from there once the second office has moved.',
  'Could you send the revised quote with the longer term, and say what the set-up would cost?',
  'Our procurement asks for the data processing agreement before they can open the account.',
  'I have added Paul, who looks after the integration on our side and knows the old system best.',
  'The delivery dates look fine, but the invoice address has changed since the first order.',
  'Let us talk again on Thursday at ten; I will bring the numbers of the last three quarters.',
  'The trial ran well: nine of ten colleagues used it every day, and nobody asked for the manual.',
];

/**
 * Counts that repeat: the nth number of a series by its seed, 0 ≤ n < 2³².
 * @param {number} seed
 */
function series(seed) {
  let state = (seed * 2654435761 + 97) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state;
  };
}

/**
 * A thread: alternating customer and mailbox owner, the last message minutes before `now`, all within nine days.
 * @param {{ seed: number, messages: number, now: number }} wish
 */
export function makeThread({ seed, messages, now }) {
  const next = series(seed);
  const customer = people[seed % people.length];
  const step = Math.min(3_600_000, Math.floor((9 * 86_400_000) / messages));
  const first = now - step * messages;
  const list = [];
  for (let index = 0; index < messages; index += 1) {
    const fromMe = index % 3 === 2;
    const at = first + step * index + (next() % 50_000);
    // Gmail's own arithmetic: the upper bits of an id are its time.
    const id = (BigInt(at) << 20n) + BigInt(next() % 1_048_576);
    const [address, name] = fromMe ? [ME.address, ME.name] : customer;
    const to = fromMe ? customer : [ME.address, ME.name];
    const words = Array.from({ length: 6 + (next() % 6) }, () => sentences[next() % sentences.length]);
    list.push({
      id: `msg-f:${id}`,
      hex: id.toString(16),
      at,
      from: { address, name },
      to: { address: to[0], name: to[1] },
      snippet: `${words[0]} ${words[1]}`.slice(0, 120),
      html: bodyOf(words, name, list.at(-1)),
      rfc: `<bench-${seed}-${index}-${next()}@mail.example>`,
    });
  }
  const head = list[0];
  return {
    id: head.id.replace('msg-', 'thread-'),
    hex: head.hex,
    subject: `Offer ${1000 + seed}: seats, terms and dates`,
    messages: list,
  };
}

/** @param {string[]} words @param {string} name @param {{ from: { name: string }, html: string } | undefined} before */
function bodyOf(words, name, before) {
  const paragraphs = words.map((line) => `<div style="margin:0 0 8px">${line}</div>`).join('<div><br></div>');
  const signature = `<div class="gmail_signature" dir="ltr">-- <br><b>${name}</b><br>+49 30 555 0100<br><a href="https://www.example.com/">www.example.com</a></div>`;
  const quote = before
    ? `<br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">${before.from.name} wrote:<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">${before.html.slice(0, before.html.indexOf('<div class="gmail_signature"'))}</blockquote></div>`
    : '';
  return `<div dir="ltr">${paragraphs}<div><br></div>${signature}</div>${quote}\r\n`;
}

/** @param {number} length @param {Record<number, unknown>} at */
function row(length, at) {
  const made = new Array(length).fill(null);
  for (const [index, value] of Object.entries(at)) made[Number(index)] = value;
  return made;
}

const contact = (/** @type {{ address: string, name: string }} */ { address, name }) => [1, address, name];

/** The answer of `/i/fd`. @param {ReturnType<typeof makeThread>} thread */
export function fdAnswer(thread) {
  const last = thread.messages.at(-1);
  const meta = row(16, {
    0: thread.id,
    1: thread.subject,
    2: last.snippet,
    3: last.at,
    12: 0,
    15: thread.hex,
  });
  const heads = thread.messages.map((message) =>
    row(28, {
      0: message.id,
      1: contact(message.from),
      2: message.at,
      3:
        message.from.address === ME.address
          ? ['^all', '^f', '^o']
          : ['^all', '^i', '^o', '^sq_ig_i_personal'],
      6: message.at,
      10: message.snippet,
      15: message.at,
      27: message.hex,
    }),
  );
  const full = thread.messages.map((message) => [
    message.id,
    row(35, {
      0: [contact(message.to)],
      4: thread.subject,
      5: [null, [[0, null, [null, message.html], -297155691]], 0, null, null, null, 1, 0],
      6: message.snippet,
      7: message.rfc,
      10: row(18, {
        0: 0,
        1: 1,
        2: '',
        3: -1,
        7: 'northwind.example',
        10: 0,
        16: message.from.address,
        17: 1,
      }),
      11: [1, ME.address],
      16: message.at,
      30: ['en'],
      34: message.hex,
    }),
  ]);
  return JSON.stringify([0, [[thread.id, [meta, heads], full, null, '6371890']], null, null, ['6371896']]);
}

/** One thread as lists show it. @param {ReturnType<typeof makeThread>} thread */
function listed(thread) {
  const last = thread.messages.at(-1);
  return row(20, {
    0: thread.subject,
    1: last.snippet,
    2: last.at,
    3: thread.id,
    4: thread.messages.map((message) =>
      row(56, {
        0: message.id,
        1: contact(message.from),
        6: message.at,
        9: message.snippet,
        10: ['^all', '^i', '^o', '^sq_ig_i_personal'],
        17: message.at,
        30: message.at,
        43: 0,
        55: message.hex,
      }),
    ),
    7: last.at,
    13: 0.877,
    14: [[['', ME.address]]],
    16: 0,
    18: 1,
    19: thread.hex,
  });
}

/** The answer of `/i/bv`. @param {ReturnType<typeof makeThread>[]} threads */
export function bvAnswer(threads) {
  return JSON.stringify(
    row(19, {
      0: 0,
      1: [],
      2: threads.map((thread) => [listed(thread)]),
      3: 1,
      4: '37377',
      5: 1,
      18: ['37377'],
    }),
  );
}

/** What the page hands to `_GM_setData` for its first list. @param {ReturnType<typeof makeThread>[]} threads */
export function embeddedList(threads) {
  const entries = threads.map((thread) => [
    null,
    thread.id,
    '9223370448874203841',
    thread.subject,
    listed(thread),
  ]);
  return { a6jdv: [[null, null, JSON.stringify([[entries]])]] };
}

/** What the page needs to draw a list row. @param {ReturnType<typeof makeThread>} thread */
export function rowOf(thread) {
  const last = thread.messages.at(-1);
  return {
    id: thread.id,
    hex: thread.hex,
    subject: thread.subject,
    from: last.from,
    snippet: last.snippet,
    at: last.at,
    lastHex: last.hex,
    count: thread.messages.length,
  };
}

/**
 * The list of a seed: short threads of two or three messages.
 * @param {{ seed: number, threads: number, now: number }} wish
 */
export function makeList({ seed, threads, now }) {
  return Array.from({ length: threads }, (_, index) =>
    makeThread({ seed: seed * 1000 + index, messages: 2 + (index % 2), now: now - index * 600_000 }),
  );
}
