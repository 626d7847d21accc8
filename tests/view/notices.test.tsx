// @vitest-environment jsdom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { Notices } from '@/components/panel/notices';
import type { PanelActions } from '@/components/panel/panel-props';
import type { Book } from '@/utils/model/messages';
import { defaultSettings } from '@/utils/store/settings';
import { createCommands } from '@/utils/view/commands';
import { noticesOf } from '@/utils/view/notices';

describe('a mail that could not be kept', () => {
  it('is said in the panel of its book: what happened, what is safe, what to do; and no longer once it is over', () => {
    const notKept = signal<unknown>(undefined);
    const book = signal<Book>('real');
    const nothing = signal({ state: 'loading' } as const);
    const notices = noticesOf({
      around: {
        tab: signal(null),
        openTabs: signal(undefined),
        staleTabs: signal(undefined),
        notKept,
        granted: signal(new Set(['gmail'] as const)),
        online: signal(true),
      },
      settings: signal({ state: 'ready', value: defaultSettings('real') } as const),
      openTab: signal(null),
      book,
      drift: nothing,
      outbox: nothing,
      openProposals: nothing,
      commands: createCommands(book, async () => ({ ok: true })),
      now: signal(0),
    });
    const said = () => {
      act(() =>
        render(
          <Notices
            notices={notices.value}
            connector="notebook"
            actions={{} as PanelActions}
            onByHand={() => {}}
          />,
          document.body,
        ),
      );
      return document.body.textContent ?? '';
    };
    expect(said()).toBe('');
    notKept.value = { real: 'storage-full' };
    expect(said()).toMatch(/disk is full.*safe in your mailbox.*Free some space/);
    notKept.value = { real: 'storage-failed' };
    expect(said()).toMatch(/did not store.*safe in your mailbox.*Open the mail again/);
    book.value = 'practice';
    expect(said()).toBe('');
    book.value = 'real';
    for (const value of [{}, { real: 'nonsense' }, 'nonsense']) {
      notKept.value = value;
      expect(said()).toBe('');
    }
  });
});
