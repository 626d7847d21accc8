import { describe, expect, it } from 'vitest';
import { cleanAddress, cleanLine } from '@/utils/capture/clean';
import { gmail } from '@/utils/capture/gmail/gmail';
import { openWireMemory } from '@/utils/capture/gmail/wire-memory';
import type { WireMessage } from '@/utils/capture/gmail/wire-message';
import { casesFolder, event, openGate, pageOf, read, readAll, run, start, until } from './support';

type Answer = ReturnType<typeof JSON.parse>;
const page = () => read(casesFolder, 'joined', 'page.html');
/** The answer to the joined page with its opened message changed: `m` the message, `meta` its row. */
const fdWith = (change: (m: Answer, meta: Answer) => void): string => {
  const answer = JSON.parse(read(casesFolder, 'joined', 'fd.json'));
  change(answer[1][0][2][2][1], answer[1][0][1][1][2]);
  return JSON.stringify(answer);
};
const runWith = (change: (m: Answer, meta: Answer) => void) =>
  run(page(), [event('fd', fdWith(change))], {
    until: ({ captured, refused }) => captured.length + refused.length > 0,
    settle: 200,
  });

describe('hostile input', () => {
  it('ten thousand brackets end in a named refusal, within bounded time', () => {
    const deep = `[${'['.repeat(10_000)}${']'.repeat(10_000)}]`;
    const dict = `${'{"1":'.repeat(10_000)}1${'}'.repeat(10_000)}`;
    const mixed = `${'[1,[2,{"3":'.repeat(4000)}1${'}]]'.repeat(4000)}`;
    for (const text of [deep, dict, mixed]) {
      for (const endpoint of ['fd', 'bv', 's', 'embedded']) {
        const begun = performance.now();
        const news = readAll(gmail.openWire(), event(endpoint, text, '[["^pfg"]]'), pageOf('<p>x</p>'));
        expect(news.drift.map((each) => each.step)).toEqual([`${endpoint}-too-deep`]);
        expect(performance.now() - begun).toBeLessThan(2000);
      }
    }
  });

  it('brackets inside of a text are no depth', () => {
    const text = fdWith((m) => {
      m[5][1][0][2][1] = `${'['.repeat(5000)} \\" ${'{'.repeat(5000)}`;
    });
    expect(readAll(gmail.openWire(), event('fd', text), pageOf('<p>x</p>')).drift).toEqual([]);
  });

  it('fields with absurd numbers make no giant array', () => {
    const news = readAll(gmail.openWire(), event('fd', '{"1":0,"4000000000":1}'), pageOf('<p>x</p>'));
    expect(news.drift.map((each) => each.step)).toEqual(['fd-not-fields']);
  });

  it('a response that the tap found too large is named', async () => {
    const got = await run(page().replaceAll('adn', 'xxx'), [{ ...event('fd', ''), note: 'too-large' }], {
      settle: 300,
    });
    expect(got.drift.map((each) => each.step)).toEqual(['fd-too-large']);
  });

  it('a quoted local part is one address, and its domain what stands after it', async () => {
    const { captured } = await runWith((m) => {
      m[0] = [[1, '"A@b"@kunde.example', 'Odd']];
    });
    expect(captured[0]?.to).toEqual([{ address: '"a@b"@kunde.example', name: 'Odd' }]);
  });

  it('what is no address is refused by name and never split', async () => {
    for (const bad of [
      'a@b@kunde.example',
      '"a@b@kunde.example',
      'x@kunde.example, y@kunde.example',
      '<x@kunde.example>',
      'a b@kunde.example',
      'x@kunde.example\u202e',
    ]) {
      expect(cleanAddress(bad), bad).toBeNull();
    }
    const to = await runWith((m) => {
      m[0] = [[1, 'x@kunde.example, y@kunde.example']];
    });
    const from = await runWith((m, meta) => {
      meta[1] = [1, 'a@b@kunde.example', 'Two'];
      m[10][16] = 'a@b@kunde.example';
    });
    expect([to.captured, from.captured]).toEqual([[], []]);
    expect(to.refused[0]).toMatchObject({ reason: 'malformed', detail: 'to' });
    expect(from.refused[0]).toMatchObject({ reason: 'malformed', detail: 'sender' });
  });

  it('a group without addresses is nobody, and the mail stays', async () => {
    const { captured } = await runWith((m) => {
      m[1] = [
        [1, 'undisclosed-recipients:;'],
        [1, ''],
      ];
    });
    expect(captured[0]?.cc).toEqual([]);
  });

  it('control and bidirectional characters are gone from names and subjects, joiners stay', async () => {
    const { captured } = await runWith((m, meta) => {
      meta[1] = [1, 'jon@kunde.example', 'J\u202eon\u0000 Be\u2066rg\n👩‍💻'];
      m[4] = 'Of\u200bfer\u0007 \u202dnow';
    });
    expect(captured[0]?.from.name).toBe('Jon Berg 👩‍💻');
    expect(captured[0]?.subject).toBe('Offer now');
    expect(cleanLine('x'.repeat(5000), 200)).toHaveLength(200);
    expect(cleanLine('👍'.repeat(200), 201)).toBe('👍'.repeat(100));
  });

  it('a date in the future is refused with its reason, also one that no calendar has', async () => {
    const soon = await runWith((m) => {
      m[16] = Date.now() + 3 * 86_400_000;
    });
    const never = await runWith((m) => {
      m[16] = 9_007_199_254_740_000;
    });
    const before = await runWith((m) => {
      m[16] = 5;
    });
    expect([soon.captured, never.captured, before.captured]).toEqual([[], [], []]);
    expect(soon.refused.map((each) => each.reason)).toEqual(['future-date']);
    expect(never.refused.map((each) => each.reason)).toEqual(['future-date']);
    expect(before.refused.map((each) => each.reason)).toEqual(['malformed']);
  });

  it('a body longer than we take is cut and says so', async () => {
    const { captured } = await runWith((m) => {
      m[5][1] = [[0, null, [null, '😀'.repeat(300_000)]]];
    });
    expect(captured[0]?.body.content.length).toBe(400_000);
    expect(captured[0]?.body.clipped).toBe(true);
  });

  it('a thread of 500 messages is captured whole, in messages to the worker that stay small', async () => {
    const answer = JSON.parse(read(casesFolder, 'joined', 'fd.json'));
    const [[id, [head]]] = answer[1];
    const metas: Answer[] = [];
    const full: Answer[] = [];
    let html = '';
    for (let i = 0; i < 500; i += 1) {
      const hex = (BigInt(1_790_000_000_000 + i * 60_000) << 20n).toString(16);
      const name = `msg-f:${BigInt(`0x${hex}`)}`;
      const at = 1_790_000_000_000 + i * 60_000;
      metas.push(Object.assign([], { 0: name, 1: [1, 'jon@kunde.example'], 3: ['^i'], 15: at, 27: hex }));
      full.push([
        name,
        Object.assign([], {
          0: [[1, 'mara@nordlicht.example']],
          5: [null, [[0, null, [null, `<p>${'word '.repeat(900)}${i}</p>`]]]],
          16: at,
          34: hex,
          10: [],
        }),
      ]);
      html += `<div class="h7"><div class="adn" data-message-id="#${name}"><div class="a3s">w</div></div></div>`;
    }
    const text = JSON.stringify([0, [[id, [head, metas], full]]]);
    const running = start(
      `<!doctype html><title>x - mara@nordlicht.example - Mail</title><div role="main"><h2 class="hP">x</h2>${html}</div>`,
    );
    running.push(event('fd', text));
    await until(() => running.outcome().captured.length >= 500, 15_000);
    running.stop();
    const got = running.outcome();
    expect(got.captured).toHaveLength(500);
    expect(new Set(got.captured.map((each) => each.source.ids[0])).size).toBe(500);
    const sizes = got.all
      .filter((each) => each.type === 'captured')
      .map((each) => JSON.stringify(each).length);
    expect(Math.max(...sizes)).toBeLessThan(250_000);
  });

  it('what the wire said is kept within bounds, the newest longest', () => {
    const memory = openWireMemory();
    const message = (n: number, size: number): WireMessage => ({
      ids: [`msg-a:r${n}`],
      from: null,
      to: [],
      cc: [],
      bcc: [],
      malformed: '',
      subject: '',
      at: n,
      labels: [],
      attachments: [],
      html: 'x'.repeat(size),
      clipped: false,
      owner: null,
    });
    const keep = (n: number, size: number) =>
      Array.from(
        memory.keep({ threadIds: [`thread-a:r${n}`], subject: '', messages: [message(n, size)], others: [] }),
      );
    for (let n = 0; n < 200; n += 1) keep(n, 10);
    expect(memory.find(['msg-a:r149'])).toBeUndefined();
    expect(memory.find(['msg-a:r150'])).toBeDefined();
    for (let n = 200; n < 220; n += 1) keep(n, 400_000);
    expect(memory.find(['msg-a:r205'])).toBeUndefined();
    expect(memory.find(['msg-a:r219'])).toBeDefined();
  });

  it('a page of fifty megabytes is read within bounds', async () => {
    const running = start(read(casesFolder, 'page-alone', 'page.html'));
    const { document } = running.dom.window;
    // Not through jsdom's parser, which takes a minute for this.
    document.querySelector('.a3s')?.prepend(document.createTextNode('lorem ipsum dolor '.repeat(2_900_000)));
    document.querySelector('.hP')?.prepend(document.createTextNode('word '.repeat(1_000_000)));
    const begun = performance.now();
    await until(() => running.outcome().captured.length > 0);
    running.stop();
    expect(performance.now() - begun).toBeLessThan(9000);
    const { captured, drift } = running.outcome();
    expect(drift).toEqual([]);
    expect(captured).toHaveLength(1);
    expect(captured[0]?.subject.length).toBeLessThanOrEqual(1000);
    expect(captured[0]?.body.clipped).toBe(true);
    expect(captured[0]?.body.content.length).toBeLessThanOrEqual(400_000);
  });

  it('markup in a mail that looks like the page is taken for neither message nor sender', async () => {
    const fake =
      '<div class="adn" data-message-id="#msg-f:1876962364643188999"><span class="gD" email="boss@kunde.example" name="Boss"></span><div class="a3s">fake</div></div>';
    const source = read(casesFolder, 'page-alone', 'page.html').replace('Thank you,', `Thank you,${fake}`);
    const { captured } = await run(source, [], { until: (got) => got.captured.length > 0 });
    expect(captured.map((each) => each.from.address)).toEqual(['jon@kunde.example']);
    const without = source.replace('class="gF', 'class="gone').replace('class="gD"', 'class="gone"');
    const got = await run(without, [], { until: (outcome) => outcome.drift.length > 0 });
    expect(got.captured).toEqual([]);
    expect(got.drift.map((each) => each.step)).toEqual(['message-sender']);
  });

  it('a subject cannot say whose mailbox this is', () => {
    const title =
      '<title>offer - boss@kunde.example - hello - mara@nordlicht.example - Nordlicht Mail</title>';
    expect(pageOf(title).account).toBe('mara@nordlicht.example');
  });

  it('a failed request gives nothing', () => {
    const folder = `${casesFolder}/send`;
    const failed = {
      ...event('s', read(folder, '1.response.json'), read(folder, '1.request.json')),
      status: 500,
    };
    const news = readAll(gmail.openWire(), failed, pageOf('<p>x</p>'));
    expect([news.sends, news.drift]).toEqual([[], []]);
    expect(openGate.capture).toBe(true);
  });
});
