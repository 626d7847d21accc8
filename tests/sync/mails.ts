import type { PageCapture, PageEmail } from '@/utils/model/captured';

/** Something follows from it: the rep has a next step. */
export const asking = (number: number): PageCapture['body'] => ({
  type: 'text',
  content: `Could you send offer ${number} by Friday?`,
  clipped: false,
});

/** A mail as a content script hands it over, from which nothing follows; invented people. */
export function mail(number: number, change: Partial<PageEmail> = {}): PageEmail {
  return {
    kind: 'email',
    via: 'wire',
    direction: 'received',
    from: { address: 'anna@kunde.example', name: 'Anna Kunde' },
    to: [{ address: 'rosa@nordlicht.example' }],
    cc: [],
    bcc: [],
    subject: `Offer ${number}`,
    sentAt: Date.UTC(2026, 10, 20, 9, 0, number),
    sentAtApproximate: false,
    attachments: [],
    source: {
      site: 'gmail',
      ids: [`msg-f:${1_000 + number}`, `<m${number}@kunde.example>`],
      threadId: `thread-f:${number}`,
      threadIds: [],
      account: 'rosa@nordlicht.example',
      url: 'https://mail.google.com/mail/u/0/#inbox/abc',
    },
    body: { type: 'text', content: `We have received offer ${number}.`, clipped: false },
    ...change,
  };
}
