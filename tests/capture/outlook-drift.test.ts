import { describe, expect, it } from 'vitest';
import { censorExchange } from '@/utils/capture/outlook/censor-exchange';
import { outlook } from '@/utils/capture/outlook/outlook';
import { expectedOf, htmlOf, outlookPage, wireOf } from './outlook-support';
import { event, openDocument, readAll, run, start, until, wait } from './support';

const { url } = expectedOf('page-alone');
/** Words of the page: what people wrote, and their names and addresses. */
const words = ['Offer', 'hall', 'Please', 'send', 'Pat', 'Holm', 'kunde', 'nordlicht', 'Ada', 'Eva', 'Lind'];
const quiet = (shape: string) => {
  for (const word of words) expect(shape).not.toMatch(new RegExp(word, 'i'));
};

const gone = (selector: string) => (document: Document) => {
  for (const each of document.querySelectorAll(selector)) each.remove();
};
/** Removes or spoils one thing that must be there; the named step that follows. */
const spoilt: [string, string, (document: Document) => void][] = [
  ['subject', 'the subject is gone', gone('[role="heading"][aria-level="2"]')],
  [
    'view',
    'the view has lost its id',
    (d) => d.getElementById('ConversationReadingPaneContainer')?.removeAttribute('id'),
  ],
  ['message-body', 'the body is gone', gone('[role="document"]')],
  ['message-sender', 'the sender is gone', gone('.OZZZK')],
  ['message-date', 'the date is gone', gone('[data-testid="SentReceivedSavedTime"]')],
  [
    'message-date',
    'the date is of no form that we know',
    (d) => {
      const date = d.querySelector('[data-testid="SentReceivedSavedTime"]');
      if (date) date.textContent = 'yesterday';
    },
  ],
  [
    'message-date',
    'nobody can say which number of the date is the month',
    (d) => {
      const date = d.querySelector('[data-testid="SentReceivedSavedTime"]');
      if (date) date.textContent = '9/8/2026 11:02 AM';
    },
  ],
];

describe('an Outlook page that is not as we know it', () => {
  for (const [step, what, spoil] of spoilt) {
    it.concurrent(`gives the step ${step}, once, and no record: ${what}`, async () => {
      const dom = openDocument(htmlOf('page-alone'), url);
      spoil(dom.window.document);
      const got = await run(dom.window.document.documentElement.outerHTML, [], {
        adapter: outlook,
        url,
        until: ({ drift }) => drift.length > 0,
        settle: 500,
      });
      expect(got.captured).toEqual([]);
      expect(got.refused).toEqual([]);
      expect(got.drift.map((each) => each.step)).toEqual([step]);
      expect(got.drift[0]?.shape).toMatch(/<(div|main|span)/);
      quiet(got.drift[0]?.shape ?? '');
    });
  }

  it.concurrent('a message that lost its date never gets that of the folded one below', async () => {
    const dom = openDocument(htmlOf('page-alone-folded'), url);
    dom.window.document.getElementById('MSG_1_DATETIME')?.remove();
    const got = await run(dom.window.document.documentElement.outerHTML, [], {
      adapter: outlook,
      url,
      until: ({ drift }) => drift.length > 0,
      settle: 300,
    });
    expect(got.captured).toEqual([]);
    expect(got.drift.map((each) => each.step)).toEqual(['message-date']);
  });

  it.concurrent('a message that lost its date never gets that of its open neighbour', async () => {
    const dom = openDocument(htmlOf('joined'), url);
    const { document } = dom.window;
    const first = document.querySelector('[aria-label="Email message"]');
    const second = first?.cloneNode(true) as Element;
    second.querySelector('[data-testid]')?.remove();
    first?.after(second);
    const got = await run(document.documentElement.outerHTML, [], {
      adapter: outlook,
      url,
      until: ({ drift }) => drift.length > 0,
      settle: 300,
    });
    expect(got.captured).toEqual([]);
    expect(got.drift.map((each) => each.step)).toEqual(['message-date']);
  });

  it.concurrent('the wire still gives the mail exactly where the page lost its sender', async () => {
    const dom = openDocument(htmlOf('single-view'), expectedOf('single-view').url);
    dom.window.document.querySelector('.OZZZK')?.remove();
    const got = await run(dom.window.document.documentElement.outerHTML, wireOf('joined'), {
      adapter: outlook,
      url: expectedOf('single-view').url,
      until: ({ captured }) => captured.length > 0,
      settle: 300,
    });
    expect(got.drift).toEqual([]);
    expect(got.captured).toMatchObject([{ via: 'wire', from: { address: 'pat@kunde.example' } }]);
  });

  it.concurrent('gives no drift while the page is still being built', async () => {
    const running = start(htmlOf('page-alone'), { adapter: outlook, url });
    const { document } = running.dom.window;
    const date = document.querySelector('[data-testid="SentReceivedSavedTime"]');
    const before = date?.previousElementSibling;
    date?.remove();
    await wait(500);
    if (date) before?.after(date);
    await until(() => running.outcome().captured.length > 0);
    running.stop();
    expect(running.outcome().drift).toEqual([]);
    expect(running.outcome().captured).toHaveLength(1);
  });
});

describe('an answer of Outlook that is not as we know it', () => {
  const steps = (endpoint: string, response: unknown, request: unknown = '') => {
    const page = outlookPage(htmlOf('page-alone'), url);
    const news = readAll(outlook.openWire(), event(endpoint, response, request), page);
    expect(news.sends).toEqual([]);
    for (const { shape } of news.drift) quiet(shape);
    return news.drift.map((each) => each.step);
  };

  it('names what is no JSON, truncated, or too deep', () => {
    expect(steps('GetItem', '<!doctype html><p>Sign in</p>')).toEqual(['GetItem-not-json']);
    expect(steps('UpdateItem', '{"Body":{"ResponseMess')).toEqual(['UpdateItem-not-json']);
    expect(steps('GetItem', `${'['.repeat(5000)}${']'.repeat(5000)}`)).toEqual(['GetItem-too-deep']);
    expect(steps('GetItem', '"hello"')).toEqual([]);
    const large = { ...event('GetItem', ''), note: 'too-large' as const };
    const news = readAll(outlook.openWire(), large, outlookPage(htmlOf('page-alone'), url));
    expect(news.drift.map(({ step }) => step)).toEqual(['GetItem-too-large']);
    expect(steps('GetItem', { Body: null })).toEqual([]);
  });

  it('records nothing of a send whose request is not understood, and names it', () => {
    const [answer] = wireOf('send-update');
    const request = answer?.request ?? '';
    expect(steps('UpdateItem', answer?.response, request.slice(0, -30))).toEqual(['send-request-not-json']);
    expect(
      steps('UpdateItem', answer?.response, '{"Body":{"MessageDisposition":"SendAndSaveCopy"}}'),
    ).toEqual(['send-request']);
    expect(
      steps(
        'UpdateItem',
        answer?.response,
        request.replaceAll('ToRecipients', 'Recipients').replaceAll('CcRecipients', 'Copies'),
      ),
    ).toEqual(['send-recipients']);
  });

  it('records nothing of a send where neither it nor the page says who the rep is', () => {
    const [answer] = wireOf('send-create');
    const without = (text: string | undefined) => {
      const nameless: unknown = JSON.parse(text ?? '', (key, value) =>
        key === 'From' || key === 'Sender' ? undefined : value,
      );
      return JSON.stringify(nameless);
    };
    const nobody = { ...outlookPage('<p>x</p>', url), account: null, own: new Set<string>() };
    const told = event('CreateItem', without(answer?.response), without(answer?.request));
    const news = readAll(outlook.openWire(), told, nobody);
    expect(news.sends).toEqual([]);
    expect(news.drift.map(({ step }) => step)).toEqual(['send-sender']);
    for (const { shape } of news.drift) quiet(shape);
  });

  it('a field whose name is somebody is a length in the report', () => {
    const shape = censorExchange({
      Body: { 'pat@kunde.example': 1, Offer: 'hall', Items: [{ Subject: 'Offer' }] },
    });
    quiet(shape);
    expect(shape).toContain('Subject:s5');
  });
});
