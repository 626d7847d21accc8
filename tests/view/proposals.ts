import type { OutboxEntry } from '@/utils/model/outbox';
import type { Proposal } from '@/utils/model/proposal';

const base = Date.UTC(2026, 10, 21, 9, 0);

/** A proposal of an invented mail; `sentAt` may be a small number, for order alone. */
export function proposal(over: Partial<Proposal> & { subject?: string } = {}): Proposal {
  const { subject = 'Renewal for 40 seats', ...rest } = over;
  const from = { address: 'anna.berger@nordlicht.example', name: 'Anna Berger' };
  const text = 'We would renew all 40 seats.';
  return {
    id: 'p1',
    aliases: ['msg-f:1'],
    threadIds: ['thread-f:1'],
    account: 'me@ourside.example',
    sentAt: base,
    capturedAt: base,
    weight: 'counted',
    captured: {
      kind: 'email',
      via: 'wire',
      direction: 'received',
      from,
      to: [{ address: 'me@ourside.example' }],
      cc: [],
      bcc: [],
      subject,
      sentAt: base,
      sentAtApproximate: false,
      attachments: [],
      source: {
        site: 'gmail',
        ids: ['msg-f:1'],
        threadId: 'thread-f:1',
        threadIds: ['thread-f:1'],
        account: 'me@ourside.example',
        url: 'https://mail.google.com/mail/u/0/#inbox/1',
      },
      text,
    },
    activity: {
      kind: 'email',
      direction: 'received',
      subject,
      at: base,
      participants: [{ ...from, role: 'from', contactId: 'c1' }],
      summary: text,
      ownWords: text,
      attachmentNames: [],
      contactIds: ['c1'],
    },
    match: {
      contacts: [
        {
          contactId: 'c1',
          name: 'Anna Berger',
          address: from.address,
          because: [{ code: 'same-address', args: [from.address] }],
        },
      ],
      company: {
        companyId: 'co1',
        name: 'Nordlicht GmbH',
        because: [{ code: 'company-domain', args: ['nordlicht.example'] }],
      },
      strangers: [],
    },
    because: [{ code: 'same-address', args: [] }],
    status: { state: 'open' },
    ...rest,
  };
}

/** An outbox entry that logs this proposal. */
export function logEntry(of: Proposal, over: Partial<OutboxEntry> = {}): OutboxEntry {
  return {
    id: `o-${of.id}`,
    key: `k-${of.id}`,
    aliases: of.aliases,
    crmAccount: 'notebook|local|notebook',
    job: { op: 'log-activity', proposalId: of.id, activity: of.activity },
    createdAt: base,
    attempts: 0,
    status: { state: 'queued', notBefore: base + 10_000 },
    ...over,
  };
}
