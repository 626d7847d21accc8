// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import type { PopupActions, Waiting } from '@/components/popup/popup-props';
import { ThreadRow } from '@/components/popup/thread-row';
import { formats } from '@/utils/i18n/formats';
import { isolate, plain } from '@/utils/i18n/isolate';
import { t } from '@/utils/i18n/t';
import { filesBelow, read } from '../tools/source';

const hebrew = 'נועה לוי';
const alone = `\u2068${hebrew}\u2069`;
const now = Date.UTC(2026, 10, 20, 15);

afterEach(() => act(() => render(null, document.body)));

it('nothing that a person reads is put together in a component', () => {
  const joined = filesBelow(['components'], ['.tsx']).flatMap((path) =>
    (read(path).match(/' · '|(label|title)=\{`[^`]*`\}|`\$\{[^`]*\}: \$\{[^`]*`/g) ?? []).map(
      (found) => `${path}: ${found} belongs into utils/i18n/messages`,
    ),
  );
  expect(joined).toEqual([]);
});

describe('names that run the other way', () => {
  it('keep to themselves in a sentence, with the number after them outside', () => {
    expect(t.pick.wrongOf(hebrew)).toContain(alone);
    expect(t.pick.wrongOf('Anna Berger')).toBe('Anna Berger: wrong? Choose another');
    expect(formats('de').list(['Anna Berger', hebrew])).toBe(`Anna Berger und ${alone}`);
    expect(formats('ja').series(['佐藤', hebrew, ''])).toBe(`佐藤、${alone}`);
    expect(formats('en').facts(['Owner', undefined, 'Okafor Supply'])).toBe('Owner · Okafor Supply');
  });

  it('stand in the names of controls as in any sentence', () => {
    expect(t.named('Not yet a contact', hebrew)).toBe(`Not yet a contact: ${alone}`);
    expect(t.withKey('Later', 's')).toBe('Later (s)');
    expect(t.proposal.update.saysInstead('Phone', '1', hebrew)).toBe(`Phone: 1 instead of ${alone}`);
  });

  it('leave words of ours that choose a form as they are, from right to left too', () => {
    for (const code of ['email', 'nextStep', 'not-permitted', 'EUR']) expect(isolate(code, 'rtl')).toBe(code);
    expect(isolate('Okafor Supply Inc.', 'rtl')).toBe('\u2068Okafor Supply Inc.\u2069');
    expect(isolate(hebrew, 'rtl')).toBe(hebrew);
  });

  it('are written into a record without the signs that kept them apart', () => {
    expect(plain(t.meeting.logCall.subjectFor(hebrew))).toBe(`Call with ${hebrew}`);
  });

  it('begin a row of the popup in their own direction, the company beside them isolated', () => {
    const row: Waiting = {
      kind: 'waiting',
      id: 't1',
      turn: {
        threadId: 't1',
        threadIds: ['t1'],
        account: null,
        subject: 'Renewal',
        lastAt: now - 3_600_000,
        lastFrom: { address: 'noa@example.com' },
        lastFromMe: false,
        customer: { name: hebrew, contactId: '1', companyName: 'Nordlicht GmbH' },
        url: 'https://mail.google.com/mail/u/0/#all/1',
        asOf: now,
      },
      waitedMs: 3_600_000,
    };
    const actions = { threadLink: () => null, telLink: () => null, snoozeTimes: () => [] };
    act(() =>
      render(
        <ThreadRow
          row={row}
          actions={actions as unknown as PopupActions}
          now={now}
          busy={false}
          workday={0}
        />,
        document.body,
      ),
    );
    const line = document.querySelector('.due__what > .clip');
    expect(line?.getAttribute('dir')).toBe('auto');
    // A `<bdi>` says nothing of the direction of the line, the name does.
    expect(line?.querySelector('b')?.textContent).toBe(hebrew);
    expect([...(line?.querySelectorAll('bdi') ?? [])].map((one) => one.textContent)).toEqual([
      'Nordlicht GmbH',
    ]);
  });
});
