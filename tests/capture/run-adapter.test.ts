import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { casesFolder, event, openGate, read, run, start, until, wait } from './support';

const joined = join(casesFolder, 'joined');
const send = join(casesFolder, 'send');
const pageHtml = () => read(joined, 'page.html');
const fd = () => event('fd', read(joined, 'fd.json'));
const sendEvent = () => event('s', read(send, '1.response.json'), read(send, '1.request.json'));
const none = '<!doctype html><title>Inbox - mara@nordlicht.example - Mail</title><div role="main"></div>';

describe('what leaves the page for the worker', () => {
  it('without consent nothing is read, kept or told', async () => {
    const running = start(pageHtml(), { gate: { ...openGate, capture: false } });
    running.push(fd());
    running.push(sendEvent());
    await wait(1200);
    expect(running.outcome().all.map((each) => each.type)).toEqual(['gate-settings']);
    running.toPage({ type: 'gate-changed', gate: openGate });
    await until(() => running.outcome().captured.length > 0);
    // The wire of before was not kept: the page alone is left.
    expect(running.outcome().captured.map((each) => each.via)).toEqual(['page']);
    running.stop();
  });

  it('what came before the settings were known is used, not lost', async () => {
    const running = start(pageHtml(), { gate: null });
    running.push(fd());
    await wait(300);
    expect(running.outcome().captured).toEqual([]);
    running.toPage({ type: 'gate-changed', gate: openGate });
    await until(() => running.outcome().captured.length > 0);
    expect(running.outcome().captured.map((each) => each.via)).toEqual(['wire']);
    running.stop();
  });

  it('a consent that is withdrawn ends it at once', async () => {
    const running = start(pageHtml());
    await wait(100);
    running.toPage({ type: 'gate-changed', gate: { ...openGate, capture: false } });
    await wait(50);
    const before = running.outcome().all.length;
    running.push(fd());
    running.dom.window.document.body.click();
    await wait(1300);
    expect(running.outcome().all).toHaveLength(before);
    running.stop();
  });

  it('a message is handed over once, however often the page changes', async () => {
    const running = start(pageHtml());
    running.push(fd());
    await until(() => running.outcome().captured.length > 0);
    for (let i = 0; i < 5; i += 1) {
      running.dom.window.document.body.click();
      await wait(150);
    }
    running.push(fd());
    await wait(900);
    expect(running.outcome().captured).toHaveLength(1);
    running.stop();
  });

  it('read twice, a mail has the same ids', async () => {
    const [first, second] = [
      await run(pageHtml(), [fd()], { settle: 900 }),
      await run(pageHtml(), [fd()], { settle: 900 }),
    ];
    expect(first.captured.map((each) => each.source)).toEqual(second.captured.map((each) => each.source));
    expect(first.captured).toHaveLength(1);
  });

  it('a mail read off the page is read again when the wire brings it, with the same ids among its own', async () => {
    const running = start(pageHtml());
    await until(() => running.outcome().captured.length > 0);
    running.push(fd());
    await until(() => running.outcome().captured.length > 1);
    const [page, wire] = running.outcome().captured;
    expect([page?.via, wire?.via]).toEqual(['page', 'wire']);
    expect(wire?.source.ids).toEqual(expect.arrayContaining(page?.source.ids ?? ['none']));
    running.stop();
  });

  it('a collapsed message is handed over when the rep opens it, or asks for it by name', async () => {
    const running = start(pageHtml());
    running.push(fd());
    await until(() => running.outcome().earlier.length === 2);
    const earlier = running.outcome().earlier;
    running.toPage({ type: 'capture-again', ids: [earlier[0]?.[0] ?? ''] });
    await until(() => running.outcome().captured.length === 2);
    expect(running.outcome().captured.map((each) => each.source.ids[0])).toContain(earlier[0]?.[0]);

    const box = running.dom.window.document.querySelectorAll('.kv')[1];
    box?.classList.replace('kv', 'h7');
    box?.querySelector('[hidden]')?.removeAttribute('hidden');
    await until(() => running.outcome().captured.length === 3);
    expect(running.outcome().captured.at(-1)?.direction).toBe('sent');
    expect(running.outcome().earlier).toEqual([earlier[0]]);
    running.stop();
  });

  it('a reply without an id of the server waits for it, and is read then', async () => {
    const running = start(read(casesFolder, 'page-alone', 'page.html'));
    const message = running.dom.window.document.querySelector('.adn');
    message?.setAttribute('data-message-id', '#msg-a:r-31');
    message?.removeAttribute('data-legacy-message-id');
    await wait(1200);
    expect(running.outcome().captured).toEqual([]);
    expect(running.outcome().refused).toEqual([]);
    message?.setAttribute('data-legacy-message-id', '1a0c4f537955a103');
    await until(() => running.outcome().captured.length > 0);
    expect(running.outcome().captured[0]?.source.ids).toEqual(['msg-a:r-31', '1a0c4f537955a103']);
    running.stop();
  });

  it('a mail that was sent just now is not read off the page while it can be taken back', async () => {
    const at = Date.now();
    const hex = (BigInt(at) << 20n).toString(16);
    const html = read(casesFolder, 'page-alone', 'page.html')
      .replaceAll('email="jon@kunde.example"', 'email="mara@nordlicht.example"')
      .replace(/data-message-id="[^"]*"/, 'data-message-id="#msg-a:r-32"')
      .replace(/data-legacy-message-id="[^"]*"/, `data-legacy-message-id="${hex}"`);
    const got = await run(html, [], { settle: 1500 });
    expect(got.captured).toEqual([]);
  });

  it('own addresses are told before the first mail that they decide on', async () => {
    const { all } = await run(pageHtml(), [fd()], { until: (got) => got.captured.length > 0 });
    const types = all.map((each) => each.type);
    expect(types.indexOf('own-addresses')).toBeLessThan(types.indexOf('captured'));
  });

  it("mail among one's own is refused in the page, by reason and ids alone", async () => {
    const gate = { ...openGate, ownDomains: ['kunde.example', 'nordlicht.example'] };
    const { captured, refused, all } = await run(pageHtml(), [fd()], {
      gate,
      until: (got) => got.refused.length > 0,
    });
    expect(captured).toEqual([]);
    expect(refused).toMatchObject([{ reason: 'internal' }]);
    expect(JSON.stringify(all)).not.toContain('looks good');
  });

  it('somebody on the never-log list is in no list of threads either', async () => {
    const gate = { ...openGate, neverLog: { ...openGate.neverLog, addresses: ['jon@kunde.example'] } };
    const { all, refused } = await run(pageHtml(), [fd()], {
      gate,
      until: (got) => got.refused.length > 0,
      settle: 400,
    });
    expect(refused).toMatchObject([{ reason: 'never-log' }]);
    expect(JSON.stringify(all)).not.toContain('jon@kunde');
  });

  it('a list says who wrote last, once for each new mail', async () => {
    const running = start(none);
    running.push(fd());
    await until(() => running.outcome().heads.length > 0);
    running.push(fd());
    await wait(400);
    expect(running.outcome().heads).toHaveLength(1);
    expect(running.outcome().heads[0]).toMatchObject({
      lastFrom: { address: 'jon@kunde.example' },
      lastFromMe: false,
      others: [
        { address: 'jon@kunde.example', name: 'Jon Berg' },
        { address: 'eva@kunde.example', name: 'Eva Holm' },
      ],
    });
    running.stop();
  });

  it('answers a ping, and no longer when it has ended', async () => {
    const running = start(none);
    expect(running.toPage({ type: 'ping' })).toEqual({ ok: true });
    running.stop();
  });
});

describe('a sent mail that is taken back', () => {
  const undoPage = `${none}<div class="b8" role="alert"><span class="vh"><span id="link_undo">Undo</span></span></div>`;

  it('by a click on undo after the answer', async () => {
    const running = start(undoPage);
    running.push(sendEvent());
    await until(() => running.outcome().captured.length === 1);
    running.dom.window.document.getElementById('link_undo')?.click();
    await until(() => running.outcome().undone.length > 0);
    expect(running.outcome().undone).toEqual([running.outcome().captured[0]?.source.ids]);
    running.stop();
  });

  it('by a click on undo while the answer is under way: no record at all', async () => {
    const running = start(undoPage);
    await wait(50);
    const sent = sendEvent();
    await wait(10);
    running.dom.window.document.getElementById('link_undo')?.click();
    running.push(sent);
    await wait(500);
    expect(running.outcome().captured).toEqual([]);
    running.stop();
  });

  it('but not by a draft that was saved before sending and answered after it', async () => {
    const draft = event('s', '[[[[6,0]]]]', read(casesFolder, 'send-undone', '2.request.json'));
    const running = start(none);
    running.push(sendEvent());
    running.push(draft);
    await until(() => running.outcome().captured.length === 1);
    await wait(300);
    expect(running.outcome().undone).toEqual([]);
    running.stop();
  });

  it('and not by a click much later', async () => {
    const running = start(undoPage);
    running.push({ ...sendEvent(), startedAt: Date.now() - 70_000 });
    await until(() => running.outcome().captured.length === 1);
    running.dom.window.document.getElementById('link_undo')?.click();
    await wait(300);
    expect(running.outcome().undone).toEqual([]);
    running.stop();
  });
});
