import { describe, expect, it } from 'vitest';
import type { CapturedEmail } from '@/utils/model/captured';
import type { GateSettings, NeverLog } from '@/utils/model/settings';
import { mayCaptureOnPage, type PageMail } from '@/utils/privacy/may-capture';
import { type KeepContext, mayKeep } from '@/utils/privacy/may-keep';
import { neverLogsWord } from '@/utils/privacy/never-log';
import { heldAddresses, withOverruled } from '@/utils/privacy/overrule';
import { ownDomainsOf } from '@/utils/privacy/own-domains';
import { isOwn } from '@/utils/privacy/own-side';
import { safeLink } from '@/utils/privacy/safe-link';

/** Somebody at a provider that gives addresses to anybody: the rules here are about such domains. */
const freeMail = (local: string) => `${local}@${'gmail.com'}`;

const now = Date.UTC(2026, 10, 21);
const at = (...addresses: string[]) => addresses.map((address) => ({ address }));
const nothing: NeverLog = { addresses: [], domains: [], words: [] };
const own = { ownAddresses: ['ben@sidelog.example'], ownDomains: ['sidelog.example'] };

const gate: GateSettings = { capture: true, ...own, neverLog: nothing, gateOff: false };
const mail: PageMail = {
  from: { address: 'anna@nordlicht.example' },
  to: at('ben@sidelog.example'),
  cc: [],
  bcc: [],
  subject: 'Order',
  direction: 'received',
  sentAt: now - 1000,
  labels: [],
  draft: false,
  private: false,
};
const page = (change: Partial<PageMail>, settings: Partial<GateSettings> = {}) =>
  mayCaptureOnPage({ ...mail, ...change }, { ...gate, ...settings }, now)?.reason ?? null;

describe('the gate in the page', () => {
  it('lets a customer’s mail and a mail to a customer through', () => {
    expect(page({})).toBeNull();
    expect(
      page({ direction: 'sent', from: { address: 'ben@sidelog.example' }, to: at('anna@nordlicht.example') }),
    ).toBeNull();
  });

  it('lets nothing through without consent, and drafts and private events never', () => {
    expect(page({}, { capture: false })).toBe('capture-off');
    expect(page({ draft: true })).toBe('draft');
    expect(page({ private: true })).toBe('private-event');
  });

  it('refuses mail to oneself, with plus-tags and aliases too', () => {
    expect(page({ from: { address: 'Ben+notes@sidelog.example' } })).toBe('to-oneself');
    expect(
      page({ direction: 'sent', from: { address: freeMail('alias') }, to: at('ben@sidelog.example') }),
    ).toBe('to-oneself');
    expect(page({ direction: 'sent', from: { address: freeMail('alias') }, to: at(freeMail('alias')) })).toBe(
      'to-oneself',
    );
  });

  it('refuses mail among colleagues, subdomains included, also inside a customer’s thread', () => {
    expect(page({ from: { address: 'tom@it.sidelog.example' }, subject: 'Re: Order of Nordlicht' })).toBe(
      'internal',
    );
    expect(page({ from: { address: 'tom@sidelog.example' }, cc: at('anna@nordlicht.example') })).toBeNull();
    expect(page({ from: { address: 'x@notsidelog.example' } })).toBeNull();
  });

  it('a sent mail’s unknown alias is the rep, not a customer', () => {
    expect(
      page({ direction: 'sent', from: { address: 'ben@old-name.example' }, to: at('tom@sidelog.example') }),
    ).toBe('internal');
  });

  it('refuses mail on which nobody outside can be told', () => {
    expect(
      page({
        direction: 'sent',
        from: { address: 'ben@sidelog.example' },
        to: at('undisclosed-recipients:;'),
      }),
    ).toBe('no-customer');
    expect(page({ direction: 'sent', from: { address: 'ben@sidelog.example' }, to: [] })).toBe('no-customer');
  });

  it('refuses what the rep never logs, and does not say which entry it was', () => {
    const never = (neverLog: Partial<NeverLog>, change: Partial<PageMail> = {}) =>
      mayCaptureOnPage({ ...mail, ...change }, { ...gate, neverLog: { ...nothing, ...neverLog } }, now);
    expect(never({ addresses: ['ANNA@nordlicht.example'] })).toEqual({ reason: 'never-log' });
    expect(
      never({ addresses: ['anna@nordlicht.example'] }, { from: { address: 'anna+x@nordlicht.example' } }),
    ).toEqual({ reason: 'never-log' });
    expect(
      never({ domains: ['@nordlicht.example'] }, { from: { address: 'a@mail.nordlicht.example' } }),
    ).toEqual({ reason: 'never-log' });
    expect(never({ words: ['project falcon'] }, { subject: 'About Project  Falcon!' })).toEqual({
      reason: 'never-log',
    });
    expect(never({ domains: ['licht.example'], words: ['ord'] })).toBeNull();
  });

  it('a never-log domain that is the rep’s own does not refuse everything', () => {
    expect(page({}, { neverLog: { ...nothing, domains: ['sidelog.example'] } })).toBeNull();
  });

  it('refuses what the site itself calls promotion, social, spam or trash', () => {
    for (const label of [
      '^smartlabel_promo',
      '^smartlabel_social',
      '^sq_ig_i_promo',
      '^sq_ig_i_social',
      '^s',
      '^k',
    ]) {
      expect(page({ labels: ['^i', label] })).toBe('site-label');
    }
    expect(page({ labels: ['^i', '^smartlabel_personal', '^star'] })).toBeNull();
  });

  it('refuses dates that lie in the future by more than a day', () => {
    expect(page({ sentAt: now + 86_400_001 })).toBe('future-date');
    expect(page({ sentAt: now + 3_600_000 })).toBeNull();
  });

  it('the replay driver’s switch lets everything through', () => {
    expect(
      page({ draft: true, from: { address: 'ben@sidelog.example' } }, { gateOff: true, capture: false }),
    ).toBeNull();
  });

  it('answers quickly for fifteen hundred people and full lists', () => {
    const many = Array.from({ length: 500 }, (_, i) => ({ address: `p${i}@sidelog.example` }));
    const neverLog = {
      addresses: Array.from({ length: 2000 }, (_, i) => `n${i}@never.example`),
      domains: Array.from({ length: 2000 }, (_, i) => `never${i}.example`),
      words: Array.from({ length: 500 }, (_, i) => `word${i}`),
    };
    const start = performance.now();
    expect(page({ to: many, cc: many, bcc: many, subject: 'x'.repeat(1000) }, { neverLog })).toBeNull();
    expect(performance.now() - start).toBeLessThan(300);
  });
});

describe('never-log words', () => {
  const has = (text: string, word: string) => neverLogsWord([text], { ...nothing, words: [word] });
  it.each([
    ['Scheidung Müller', 'scheidung', true],
    ['Scheidungen', 'scheidung', false],
    ['the DIVORCE.', 'divorce', true],
    ['divorced', 'divorce', false],
    ['ticket #4711-a', '#4711', true],
    ['ticket #47110', '#4711', false],
    ['お見積書の件', '見積', true],
    ['naïve divorceé divorce', 'divorce', true],
    ['anything', ' ', false],
  ])('%j with the word %j: %s', (text, word, expected) => expect(has(text, word)).toBe(expected));
});

describe('own domains', () => {
  it('are those of own addresses and those added, never a free-mail provider’s', () => {
    expect(
      ownDomainsOf(
        ['ben@sales.sidelog.example', freeMail('ben')],
        ['@Partner.example', 'web.de', 'nonsense', ''],
      ),
    ).toEqual(['sidelog.example', 'partner.example']);
  });
  it('hold for subdomains and not for lookalikes', () => {
    expect(isOwn('x@a.b.sidelog.example', own)).toBe(true);
    expect(isOwn('x@sidelog.example.evil.example', own)).toBe(false);
    expect(isOwn('"x@sidelog.example"@evil.example', own)).toBe(false);
    expect(isOwn('no-address', own)).toBe(false);
  });
});

describe('the gate in the worker', () => {
  const captured: CapturedEmail = {
    kind: 'email',
    via: 'wire',
    direction: 'received',
    from: { address: 'anna@nordlicht.example', name: 'Anna Berger' },
    to: at('ben@sidelog.example'),
    cc: [],
    bcc: [],
    subject: 'Order',
    sentAt: now - 1000,
    sentAtApproximate: false,
    attachments: [],
    source: {
      site: 'gmail',
      ids: ['msg-f:1'],
      threadId: 'thread-f:1',
      threadIds: [],
      account: null,
      url: '',
    },
    text: 'Could you send me the quote by Friday?',
  };
  const context: KeepContext = {
    knownAddresses: new Set(),
    customerThread: false,
    own,
    neverLog: nothing,
    now,
  };
  const keep = (change: Partial<CapturedEmail>, more: Partial<KeepContext> = {}) =>
    mayKeep({ ...captured, ...change }, { ...context, ...more });
  const free = { from: { address: freeMail('anna.berger') } };

  it('keeps a stranger’s mail from a company', () => expect(keep({})).toBeNull());

  it('refuses strangers at free-mail domains; known ones and those on a customer’s thread are kept', () => {
    expect(keep(free)).toEqual({ reason: 'free-mail' });
    expect(keep(free, { knownAddresses: new Set([freeMail('anna.berger')]) })).toBeNull();
    expect(
      keep(
        { from: { address: freeMail('anna.berger+x') } },
        { knownAddresses: new Set([freeMail('anna.berger')]) },
      ),
    ).toBeNull();
    expect(keep(free, { customerThread: true })).toBeNull();
    expect(keep({ ...free, cc: at('tom@nordlicht.example') })).toBeNull();
  });

  it('refuses machines, also with what only the whole text shows', () => {
    expect(keep({ from: { address: 'no-reply@shop.example' } })).toEqual({
      reason: 'automated',
      detail: 'notification',
    });
    expect(keep({}, { wholeText: 'News!\n-- \nView in browser. Unsubscribe here. © 2026 Shop' })).toEqual({
      reason: 'automated',
      detail: 'newsletter',
    });
  });

  it('believes a known contact whose mail looks like a mailing, but not their absence note', () => {
    const known = { knownAddresses: new Set(['anna@nordlicht.example']) };
    expect(keep({ text: 'News! View in browser. Unsubscribe here.' }, known)).toBeNull();
    expect(keep({ subject: 'Automatic reply: Order', text: 'I am out of the office.' }, known)).toEqual({
      reason: 'automated',
      detail: 'out-of-office',
    });
  });

  it('what the rep wrote is never a machine’s', () => {
    expect(
      keep({
        direction: 'sent',
        from: { address: 'ben@sidelog.example' },
        to: at('anna@nordlicht.example'),
        text: 'Please unsubscribe us and view in browser. © 2026',
      }),
    ).toBeNull();
  });

  it('holds private matters whoever writes, with their topic', () => {
    const known = { knownAddresses: new Set(['anna@nordlicht.example']) };
    const text = 'Hi Ben, my doctor says that my surgery is next week.';
    expect(keep({ text })).toEqual({ reason: 'personal', detail: 'health' });
    expect(keep({ text }, known)).toEqual({ reason: 'personal', detail: 'health' });
  });

  it('holds nobody again for what the rep found wrong, but for anything else', () => {
    const text = 'Hi Ben, my doctor says that my surgery is next week.';
    const overruled = [{ address: 'anna@nordlicht.example', reason: 'personal' as const }];
    expect(keep({ text }, { overruled })).toBeNull();
    expect(keep({ text, from: { address: 'anna+x@nordlicht.example' } }, { overruled })).toBeNull();
    expect(keep({ text, from: { address: 'tom@nordlicht.example' } }, { overruled })?.reason).toBe(
      'personal',
    );
    expect(keep({ subject: 'Automatic reply: Order' }, { overruled })?.reason).toBe('automated');
    const free = freeMail('anna.berger');
    expect(
      keep({ from: { address: free } }, { overruled: [{ address: free, reason: 'free-mail' }] }),
    ).toBeNull();
    const robot = 'no-reply@shop.example';
    const shown = { overruled: [{ address: robot, reason: 'automated' as const }] };
    expect(keep({ from: { address: robot } }, shown)).toBeNull();
    const never = { ...shown, neverLog: { ...nothing, addresses: [robot] } };
    expect(keep({ from: { address: robot } }, never)?.reason, 'the never-log list goes first').toBe(
      'never-log',
    );
  });

  it('remembers an overruling once for each person and reason, and only of what can be overruled', () => {
    const once = withOverruled([], 'personal', ['Anna+x@Nordlicht.example', 'anna@nordlicht.example']);
    expect(once).toEqual([{ address: 'anna@nordlicht.example', reason: 'personal' }]);
    expect(withOverruled(once, 'personal', ['anna@nordlicht.example'])).toBe(once);
    expect(withOverruled(once, 'free-mail', ['anna@nordlicht.example'])).toHaveLength(2);
    expect(withOverruled(once, 'internal', ['tom@nordlicht.example'])).toBe(once);
    const many = Array.from({ length: 2100 }, (_, n) => `a${n}@nordlicht.example`);
    expect(withOverruled([], 'automated', many)).toHaveLength(2000);
    const sent = { ...captured, direction: 'sent' as const, to: at('b@x.example', 'tom@sidelog.example') };
    expect(heldAddresses(sent, own)).toEqual(['b@x.example']);
  });

  it('asks the never-log list of the text', () => {
    expect(
      keep({ text: 'It is about the divorce.' }, { neverLog: { ...nothing, words: ['divorce'] } }),
    ).toEqual({ reason: 'never-log' });
  });

  it('asks again what the page was asked: its settings may have been old', () => {
    expect(keep({ from: { address: 'tom@sidelog.example' } })).toEqual({ reason: 'internal' });
    expect(keep({ from: { address: 'ben@sidelog.example' } })).toEqual({ reason: 'to-oneself' });
    expect(keep({ from: { address: 'broken' } })).toEqual({ reason: 'no-customer' });
    expect(keep({ sentAt: now + 90_000_000 })).toEqual({ reason: 'future-date' });
  });
});

describe('links from mail', () => {
  it.each([
    ['https://nordlicht.example/a?b=c', 'https://nordlicht.example/a?b=c'],
    [' HTTPS://Nordlicht.example ', 'https://nordlicht.example/'],
    ['mailto:anna@nordlicht.example', 'mailto:anna@nordlicht.example'],
    ['tel:+49-40-5550101', 'tel:+49-40-5550101'],
    ['http://nordlicht.example', null],
    ['javascript:alert(1)', null],
    ['java\nscript:alert(1)', null],
    ['data:text/html,<b>', null],
    ['https://bank.example@evil.example/', null],
    ['https://nordlicht.example/\u202Efdp.exe', null],
    ['file:///etc/passwd', null],
    ['//nordlicht.example', null],
    ['tel:<script>', null],
    ['mailto:', null],
    ['', null],
  ])('%j becomes %j', (url, safe) => expect(safeLink(url)).toBe(safe));
});
