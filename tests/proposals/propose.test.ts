import { describe, expect, it } from 'vitest';
import { matchContacts } from '@/utils/contacts/match-contact';
import type { Captured, CapturedEmail } from '@/utils/model/captured';
import type { Contact } from '@/utils/model/contact';
import { Proposal } from '@/utils/model/proposal';
import { applyEdit, propose, rematch } from '@/utils/proposals/propose';
import { type Circumstances, externalPeople } from '@/utils/proposals/why';

/** Somebody at a provider that gives addresses to anybody: the rules here are about such domains. */
const freeMail = (local: string) => `${local}@${'gmail.com'}`;

const now = Date.UTC(2026, 10, 21, 9);
const own = { ownAddresses: ['ben@sidelog.example'], ownDomains: ['sidelog.example'] };
const anna: Contact = {
  id: '1',
  name: 'Anna Berger',
  addresses: ['anna@nordlicht.example'],
  phones: [],
  companyId: 'N',
  companyName: 'Nordlicht',
  updatedAt: now,
};
const jonas: Contact = { ...anna, id: '2', name: 'Jonas Reuter', addresses: ['jonas@nordlicht.example'] };
const captured: CapturedEmail = {
  kind: 'email',
  via: 'wire',
  direction: 'received',
  from: { address: 'anna@nordlicht.example', name: 'Anna Berger' },
  to: [{ address: 'ben@sidelog.example', name: 'Ben' }],
  cc: [{ address: 'jonas@nordlicht.example' }, { address: 'anna@nordlicht.example' }],
  bcc: [{ address: 'secret@elsewhere.example' }],
  subject: 'Re: AW: Order',
  sentAt: now - 1000,
  sentAtApproximate: false,
  attachments: [{ name: 'order.pdf', mime: 'application/pdf', size: 10 }],
  source: {
    site: 'gmail',
    ids: ['msg-f:1', '<a@nordlicht.example>'],
    threadId: 'thread-f:1',
    threadIds: ['1a', 'thread-f:1'],
    account: 'ben@sidelog.example',
    url: 'https://mail.google.com/mail/u/0/',
  },
  text: 'Hi Ben,\n\nwe order forty units. Could you send the quote by Friday?\n\nBest regards\nAnna',
};
const plain: Circumstances = {
  customerThread: false,
  wroteToThem: false,
  businessStrangersAreKnown: false,
  own,
};
const matchOf = (mail: Captured, contacts: Contact[]) =>
  matchContacts(externalPeople(mail, own), { contacts, companies: [] });

function proposed(
  change: Partial<CapturedEmail> = {},
  contacts: Contact[] = [anna, jonas],
  more: Partial<Parameters<typeof propose>[0]> = {},
) {
  const mail = { ...captured, ...change };
  const proposal = propose({
    id: 'p',
    captured: mail,
    match: matchOf(mail, contacts),
    logText: 'own-words',
    now,
    timeZone: 'Europe/Berlin',
    ...plain,
    ...more,
  });
  expect(Proposal.safeParse(proposal).success).toBe(true);
  return proposal;
}

describe('a proposal for a customer’s mail', () => {
  it('is filled so that nothing needs typing', () => {
    expect(proposed().activity).toEqual({
      kind: 'email',
      direction: 'received',
      subject: 'Order',
      at: captured.sentAt,
      participants: [
        { address: 'anna@nordlicht.example', name: 'Anna Berger', role: 'from', contactId: '1' },
        { address: 'ben@sidelog.example', name: 'Ben', role: 'to' },
        { address: 'jonas@nordlicht.example', role: 'cc', contactId: '2' },
      ],
      summary: 'we order forty units. Could you send the quote by Friday?',
      ownWords: captured.text,
      attachmentNames: ['order.pdf'],
      contactIds: ['1', '2'],
      companyId: 'N',
      outcome: 'positive',
      nextStep: {
        kind: 'asked-of-me',
        text: 'Could you send the quote by Friday?',
        sentence: 'Could you send the quote by Friday?',
        due: '2026-11-27',
      },
    });
    expect(proposed().evidence).toEqual({ outcome: 'we order forty units.' });
  });

  it('says what was promised as the other side’s, and reads nothing from a colleague’s mail', () => {
    const promise = proposed({ text: 'I’ll sign the contract on Friday.' }).activity.nextStep;
    expect(promise).toMatchObject({
      kind: 'promised-by-them',
      text: 'Anna Berger: I’ll sign the contract on Friday.',
      due: '2026-11-27',
    });
    const colleague = proposed({
      from: { address: 'eva@sidelog.example', name: 'Eva' },
      to: [{ address: 'anna@nordlicht.example' }],
    });
    expect(colleague.activity).not.toHaveProperty('nextStep');
    expect(colleague.activity).not.toHaveProperty('outcome');
  });

  it('that says nothing but thanks is quiet and says why, unless the rep asked for it', () => {
    const thanks = { text: 'Danke, Ben! Schönes Wochenende\nAnna', attachments: [] };
    expect(proposed(thanks)).toMatchObject({ weight: 'quiet' });
    expect(proposed(thanks).because.at(-1)?.code).toBe('nothing-to-log');
    expect(proposed(thanks, undefined, { shownAnyway: true }).weight).toBe('counted');
    expect(proposed({ ...thanks, attachments: [{ name: 'order.pdf' }] }).weight).toBe('counted');
    const aged = { ...proposed(thanks), captured: { ...captured, ...thanks, text: '' } };
    expect(rematch(aged, aged.match, plain).weight, 'its text was dropped meanwhile').toBe('quiet');
  });

  it('carries all ids of the message and its thread, once each', () => {
    expect(proposed()).toMatchObject({
      aliases: ['msg-f:1', '<a@nordlicht.example>'],
      threadIds: ['thread-f:1', '1a'],
      account: 'ben@sidelog.example',
      capturedAt: now,
      status: { state: 'open' },
    });
  });

  it('logs as much text as the rep’s setting says, and never blind copies', () => {
    expect(proposed({}, [anna], { logText: 'none' }).activity).toMatchObject({ summary: '', ownWords: '' });
    const summary = proposed({}, [anna], { logText: 'summary' }).activity;
    expect(summary.ownWords).toBe('');
    expect(summary.summary).not.toBe('');
    expect(JSON.stringify(proposed().activity)).not.toContain('secret');
  });
});

describe('what counts', () => {
  const stranger = { from: { address: 'mia@lund.example' }, cc: [], bcc: [] };
  const codes = (proposal: Proposal) => proposal.because.map((each) => each.code);

  it('a known contact', () => {
    const proposal = proposed();
    expect(proposal.weight).toBe('counted');
    expect(codes(proposal)).toContain('same-address');
  });
  it('not a stranger nobody wrote to: a quiet row', () => {
    expect(proposed(stranger)).toMatchObject({ weight: 'quiet', because: [] });
  });
  it('a stranger on a customer’s thread', () => {
    expect(proposed(stranger, [], { customerThread: true })).toMatchObject({
      weight: 'counted',
      because: [{ code: 'customer-thread', args: [] }],
    });
  });
  it('a stranger at a known company', () => {
    const match = matchContacts([{ address: 'mia@lund.example' }], {
      contacts: [],
      companies: [{ id: 'L', name: 'Lund', domains: ['lund.example'], updatedAt: now }],
    });
    expect(proposed(stranger, [], { match })).toMatchObject({
      weight: 'counted',
      because: [{ code: 'company-domain', args: ['lund.example', 'Lund'] }],
      activity: { companyId: 'L', contactIds: [] },
    });
  });
  it('a stranger the rep wrote to, before or with this mail', () => {
    expect(codes(proposed(stranger, [], { wroteToThem: true }))).toEqual(['you-wrote-to-them']);
    const sent = {
      direction: 'sent' as const,
      from: { address: freeMail('alias') },
      to: [{ address: 'mia@lund.example' }],
      cc: [],
      bcc: [],
    };
    expect(proposed(sent, [])).toMatchObject({
      weight: 'counted',
      because: [{ code: 'you-wrote-to-them', args: ['mia@lund.example'] }],
    });
  });
  it('with the notebook a stranger from a company, but nobody at free mail', () => {
    const notebook = { businessStrangersAreKnown: true };
    expect(proposed(stranger, [], notebook)).toMatchObject({
      weight: 'counted',
      because: [{ code: 'business-domain', args: ['lund.example'] }],
    });
    expect(proposed({ ...stranger, from: { address: freeMail('mia') } }, [], notebook).weight).toBe('quiet');
  });
  it('what the rep asked to see anyway', () => {
    expect(codes(proposed(stranger, [], { shownAnyway: true }))).toEqual(['show-anyway']);
  });
});

describe('after contacts changed', () => {
  const again = (proposal: Proposal, contacts: Contact[]) => {
    const next = rematch(proposal, matchOf(proposal.captured, contacts), plain);
    expect(Proposal.safeParse(next).success).toBe(true);
    return next;
  };

  it('a stranger who became a contact is attached, and the quiet row counts', () => {
    const before = proposed({}, []);
    expect(before.weight).toBe('quiet');
    const after = again(before, [anna]);
    expect(after).toMatchObject({ weight: 'counted', activity: { contactIds: ['1'], companyId: 'N' } });
    expect(after.activity.participants[0]?.contactId).toBe('1');
    expect(after.match.strangers.map((each) => each.address)).not.toContain('anna@nordlicht.example');
  });

  it('keeps what the rep wrote, took off and added', () => {
    const edited = applyEdit(proposed({}, [anna]), { summary: 'Mine.', contactIds: ['77'], companyId: 'X' });
    const after = again(edited, [anna, jonas]);
    expect(after.activity).toMatchObject({ summary: 'Mine.', contactIds: ['2', '77'], companyId: 'X' });
    expect(after.activity.participants.map((each) => each.contactId)).toEqual([undefined, undefined, '2']);
  });

  it('a contact that is gone is taken off', () => {
    const after = again(proposed(), []);
    expect(after.activity.contactIds).toEqual([]);
    expect(after.activity.companyId).toBeUndefined();
  });

  it('keeps "show anyway", and leaves alone what is confirmed or logged', () => {
    const shown = proposed({}, [], { shownAnyway: true });
    expect(again(shown, []).weight).toBe('counted');
    const confirmed: Proposal = {
      ...proposed({}, []),
      status: { state: 'confirmed', outboxId: 'o', confirmedAt: now },
    };
    expect(again(confirmed, [anna])).toBe(confirmed);
  });
});

describe('an edit in place', () => {
  it('changes what it names and nothing else', () => {
    const before = proposed();
    const after = applyEdit(before, { subject: 'New order' });
    expect(after).toEqual({ ...before, activity: { ...before.activity, subject: 'New order' } });
  });
  it('taking a contact off makes them a mere participant; putting them back restores them', () => {
    const off = applyEdit(proposed(), { contactIds: ['2', '2'] });
    expect(off.activity.contactIds).toEqual(['2']);
    expect(off.activity.participants.map((each) => each.contactId)).toEqual([undefined, undefined, '2']);
    const back = applyEdit(off, { contactIds: ['1', '2'] });
    expect(back.activity.participants[0]?.contactId).toBe('1');
  });
  it('an empty text is an edit, and the company can be taken off', () => {
    const after = applyEdit(proposed(), { summary: '', companyId: null });
    expect(after.activity.summary).toBe('');
    expect('companyId' in after.activity).toBe(false);
  });
});
