import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { censorMarkup } from '@/utils/capture/censor';
import { gmail } from '@/utils/capture/gmail/gmail';
import { casesFolder, event, openDocument, pageOf, read, readAll, run, until, wait } from './support';

const html = (name: string) => read(casesFolder, name, 'page.html');
const fd = () => JSON.parse(read(casesFolder, 'joined', 'fd.json'));

/** Words of the page: what people wrote, and their names and addresses. */
const words = [
  'Thank',
  'looks',
  'good',
  'Offer',
  'hall',
  'Jon',
  'Berg',
  'kunde',
  'nordlicht',
  'Mara',
  'old',
  'sentence',
];

/** Removes or spoils one thing that must be there; the named step that follows. */
const spoilt: [string, string, (document: Document) => void][] = [
  ['thread-subject', 'the subject is gone', (d) => d.querySelector('h2.hP')?.remove()],
  [
    'thread-view',
    'the view has lost its role',
    (d) => d.querySelector('[role=main]')?.removeAttribute('role'),
  ],
  ['message-body', 'the body is gone', (d) => d.querySelector('.a3s')?.remove()],
  ['message-sender', 'the sender is gone', (d) => d.querySelector('.gD')?.remove()],
  ['message-recipients', 'the line of recipients is gone', (d) => d.querySelector('.hb')?.remove()],
  [
    'message-id',
    'the message has no id of any kind',
    (d) => {
      d.querySelector('.adn')?.removeAttribute('data-message-id');
      d.querySelector('.adn')?.removeAttribute('data-legacy-message-id');
    },
  ],
];

describe('a page that is not as we know it', () => {
  for (const [step, what, spoil] of spoilt) {
    it.concurrent(`gives the step ${step}, once, and no record: ${what}`, async () => {
      const dom = openDocument(html('page-alone'));
      spoil(dom.window.document);
      const got = await run(dom.window.document.documentElement.outerHTML, [], {
        until: ({ drift }) => drift.length > 0,
        settle: 500,
      });
      expect(got.captured).toEqual([]);
      expect(got.refused).toEqual([]);
      expect(got.drift.map((each) => each.step)).toEqual([step]);
      const shape = got.drift[0]?.shape ?? '';
      expect(shape).toMatch(/<(div|h2)/);
      for (const word of words) expect(shape).not.toMatch(new RegExp(word, 'i'));
    });
  }

  it.concurrent('gives no drift while the page is still being built', async () => {
    const dom = openDocument(html('page-alone'));
    const running = await import('./support').then(({ start }) =>
      start(dom.window.document.documentElement.outerHTML),
    );
    const { document } = running.dom.window;
    const body = document.querySelector('.a3s');
    const frame = body?.parentElement;
    body?.remove();
    await wait(500);
    if (body) frame?.append(body);
    await until(() => running.outcome().captured.length > 0);
    running.stop();
    expect(running.outcome().drift).toEqual([]);
    expect(running.outcome().captured).toHaveLength(1);
  });
});

describe('an answer that is not as we know it', () => {
  const steps = (endpoint: string, response: unknown, request: unknown = '') => {
    const news = readAll(gmail.openWire(), event(endpoint, response, request), pageOf('<p>x</p>'));
    expect(news.sends).toEqual([]);
    const shapes = news.drift.map((each) => each.shape).join(' ');
    for (const word of words) expect(shapes).not.toMatch(new RegExp(word, 'i'));
    return news.drift.map((each) => each.step);
  };
  const changed = (change: (answer: ReturnType<typeof fd>) => void) => {
    const answer = fd();
    change(answer);
    return answer;
  };

  it('names what is no JSON, truncated, or no answer at all', () => {
    expect(steps('fd', '<!doctype html><p>Sign in</p>')).toEqual(['fd-not-json']);
    expect(steps('fd', read(casesFolder, 'joined', 'fd.json').slice(0, 500))).toEqual(['fd-not-json']);
    expect(steps('fd', '{"error":{"code":3}}')).toEqual(['fd-not-fields']);
    expect(steps('fd', `${'['.repeat(5000)}${']'.repeat(5000)}`)).toEqual(['fd-too-deep']);
    expect(steps('fd', '"hello"')).toEqual(['fd-threads']);
    expect(steps('bv', '[0,[],{"1":2}]')).toEqual(['bv-threads']);
    expect(steps('fd', '[0]')).toEqual([]);
  });

  it('names a thread whose parts moved', () => {
    expect(
      steps(
        'fd',
        changed((a) => a[1][0][2][0][1].unshift(null)),
      ),
    ).toEqual(['fd-thread']);
    expect(
      steps(
        'fd',
        changed((a) => a[1][0].unshift(0)),
      ),
    ).toEqual(['fd-thread']);
    expect(
      steps(
        'fd',
        changed((a) => {
          a[1][0][2][1][1][16] = 'yesterday';
          a[1][0][1][1][1][15] = null;
        }),
      ),
    ).toEqual(['fd-thread']);
    expect(
      steps(
        'fd',
        changed((a) => {
          a[1][0][2][0][1][5] = 'Thank you';
        }),
      ),
    ).toEqual(['fd-thread']);
    expect(
      steps(
        'fd',
        changed((a) => {
          a[1][0][2][0][1][0] = ['Jon Berg'];
        }),
      ),
    ).toEqual(['fd-thread']);
  });

  it('names a thread of the first paint whose parts moved', () => {
    const listed = ['x', 'y', 'z', 'thread-f:1876962364643188995', [['Jon Berg looks good']]];
    expect(steps('embedded', [JSON.stringify([[listed, 'padding beyond forty characters']])])).toEqual([
      'embedded-thread',
    ]);
  });

  it('records nothing of a send whose answer is not understood', () => {
    const folder = join(casesFolder, 'send');
    const request = read(folder, '1.request.json');
    const answer = () => JSON.parse(read(folder, '1.response.json'));
    const without = (change: (a: ReturnType<typeof answer>) => void) => {
      const a = answer();
      change(a);
      return a;
    };
    expect(
      steps(
        's',
        without((a) => {
          a[0] = null;
        }),
        request,
      ),
    ).toEqual(['s-acknowledgement']);
    expect(
      steps(
        's',
        without((a) => {
          a[1][5] = [];
        }),
        request,
      ),
    ).toEqual(['s-answer']);
    expect(
      steps(
        's',
        without((a) => {
          a[1][5][0][0][2][6][0][4][0][17] = null;
        }),
        request,
      ),
    ).toEqual(['s-sent-message']);
    expect(steps('s', answer(), '[1,[["x","^pfg"]]]')).toEqual(['s-request']);
    expect(steps('s', answer(), request.slice(0, -20))).toEqual(['s-request-not-json']);
    expect(steps('s', 'not json', request)).toEqual(['s-not-json']);
  });
});

describe('what a drift report tells of a page', () => {
  it('shows codes and roles, and none of the words that stand in attributes', () => {
    const { document } = openDocument(
      '<div class="adn pYTkkf DILLkc a3-b Geheim MUELLER Offerten1nr" role="Frau Kunde" dir="rtl" title="Geheim"><span role="listitem" dir="Geheim" email="mia@kunde.example">Geheim</span></div>',
    ).window;
    const shape = censorMarkup(document.querySelector('.adn'), '.a3s');
    expect(shape).toBe(
      '<div class="adn pYTkkf DILLkc a3-b" role=10 dir="rtl" title=6><span role="listitem" dir=6 email=17>(6)</></>',
    );
  });
});

describe("a thread's names", () => {
  it("come from the page's log too where the attribute is gone, unless they contradict the legacy id", () => {
    const named = (thread: string) => {
      const html = `<div role="main">
        <h2 class="hP" data-legacy-thread-id="1a0c4f537955a103" data-thread-perm-id="undefined">Hi</h2>
        <div class="adn" data-message-id="#msg-f:1876962364643188995">
          <i jslog="1; 1:${btoa(`["#${thread}"]`)}; 4:W10."></i><div class="a3s">Hello there</div>
        </div></div>`;
      const looking = gmail.look(pageOf(html));
      let step = looking.next();
      while (!step.done) step = looking.next();
      return step.value.ok ? step.value.threadIds : step.value.step;
    };
    const legacy = '1a0c4f537955a103';
    expect(named('thread-f:1876962364643188995')).toEqual(['thread-f:1876962364643188995', legacy]);
    expect(named('thread-a:r-77')).toEqual(['thread-a:r-77', legacy]);
    expect(named('thread-f:1600484990382419037')).toEqual([legacy]);
  });
});
