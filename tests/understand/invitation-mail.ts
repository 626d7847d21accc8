import type { PageEmail } from '@/utils/model/captured';

/** Google's UIDs are its event ids at its own domain. */
export const uidOfGoogle = (eventId: string) => `${eventId}@${'google.com'}`;

interface Markup {
  eventId?: string;
  status?: string;
  /** The links with which the invited answer. */
  links?: boolean;
  organizer?: boolean;
  microdata?: boolean;
}

/** The body of an invitation as Google writes it: schema.org microdata and links that name the event. */
export function invitationBody({
  eventId = '7k3vabcdef',
  status = 'EventScheduled',
  links = true,
  organizer = true,
  microdata = true,
}: Markup = {}): string {
  const eid = Buffer.from(`${eventId} rosa@nordlicht.example`).toString('base64').replace(/=+$/, '');
  const person = (prop: string, address: string, name: string) =>
    `<span itemprop="${prop}" itemscope itemtype="http://schema.org/Person"><span itemprop="name">${name}</span><meta itemprop="email" content="${address}"/></span>`;
  const data = `<span itemscope itemtype="http://schema.org/InformAction"><meta itemprop="type" content="Create"/>
    <span itemprop="object" itemscope itemtype="http://schema.org/Event">
    <meta itemprop="eventStatus" content="http://schema.org/${status}"/>
    <meta itemprop="eventId/googleCalendar" content="${eventId}"/>
    <h2><span itemprop="name">Rollout review &amp; next steps</span></h2>
    <time itemprop="startDate" datetime="20261126T090000Z"></time><time itemprop="endDate" datetime="20261126T100000Z"></time>
    <span itemprop="location" itemscope itemtype="http://schema.org/Place"><span itemprop="name">Depot Leeds</span></span>
    ${organizer ? person('organizer', 'Anna@Kunde.example', 'Anna Kunde') : ''}
    ${person('attendee', 'rosa@nordlicht.example', 'Rosa')}${person('attendee', 'ben@kunde.example', '')}
    ${person('attendee', 'anna@kunde.example', 'Anna Kunde')}
    </span></span>`;
  const link = (action: string) =>
    `<a href="https://calendar.google.com/calendar/event?action=${action}&amp;eid=${eid}&amp;tok=x">${action}</a>`;
  return `<div>${microdata ? data : ''}<p>Rollout review, Thursday, https://meet.google.com/abc-defg-hij</p>
    ${links ? link('RESPOND') : ''}${link('VIEW')}<p>Invitation from Google Calendar</p></div>`;
}

/** The mail that brings it, as Gmail shows it to Rosa. */
export function invitationMail(change: Partial<PageEmail> = {}, markup: Markup = {}): PageEmail {
  return {
    kind: 'email',
    via: 'wire',
    direction: 'received',
    from: { address: 'anna@kunde.example', name: 'Anna Kunde' },
    to: [{ address: 'rosa@nordlicht.example' }],
    cc: [],
    bcc: [],
    subject: 'Invitation: Rollout review @ Thu Nov 26, 2026 10am - 11am (CET) (rosa@nordlicht.example)',
    sentAt: Date.UTC(2026, 10, 20, 8),
    sentAtApproximate: false,
    attachments: [{ name: 'invite.ics', mime: 'application/ics' }],
    source: {
      site: 'gmail',
      ids: ['msg-f:1', '<calendar-0a1b2c3d4e5f@example.test>'],
      threadId: 'thread-f:1',
      threadIds: [],
      account: 'rosa@nordlicht.example',
      url: 'https://mail.google.com/mail/u/0/#inbox/abc',
    },
    body: { type: 'html', content: invitationBody(markup), clipped: false },
    ...change,
  };
}
