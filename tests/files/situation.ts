import type { FileRead, Situation } from '@/utils/files/file-read';
import type { PageEmail, PageMeeting } from '@/utils/model/captured';
import { PageCapture } from '@/utils/model/captured';

/** The rep Rosa in Berlin, on a Saturday. */
export const situation: Situation = {
  own: ['rosa@nordlicht.example'],
  timeZone: 'Europe/Berlin',
  now: Date.UTC(2026, 10, 21, 12),
};

/** What was read; every capture is what the worker's door takes. */
export function capturesIn(read: FileRead): PageCapture[] {
  if (!read.ok) throw new Error(`Not read: ${read.problem}`);
  return read.captures.map((capture) => PageCapture.parse(capture));
}

export function meetingsIn(read: FileRead): PageMeeting[] {
  return capturesIn(read).filter((capture) => capture.kind === 'meeting');
}

export function mailIn(read: FileRead): PageEmail {
  const [mail, ...more] = capturesIn(read).filter((capture) => capture.kind === 'email');
  if (!mail || more.length > 0) throw new Error('Not one mail');
  return mail;
}

/** Its start as ISO 8601. */
export const startOf = ({ sentAt }: { sentAt: number }) => new Date(sentAt).toISOString();

/** A calendar of these lines. */
export function calendar(...lines: string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Invented//EN', ...lines, 'END:VCALENDAR', ''].join(
    '\r\n',
  );
}

/** An event that Anna organises and Rosa is invited to. */
export function event(uid: string, ...lines: string[]): string {
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'DTSTAMP:20261101T080000Z',
    'SUMMARY:Rollout review',
    'ORGANIZER;CN=Anna Kunde:mailto:anna@kunde.example',
    'ATTENDEE;CN=Rosa;PARTSTAT=ACCEPTED:mailto:Rosa@Nordlicht.example',
    ...lines,
    'END:VEVENT',
  ].join('\r\n');
}
