import { signal } from '@preact/signals';
import { render } from 'preact';
import { googleCalendar } from '@/utils/capture/google-calendar/google-calendar';
import { CalendarPage } from '@/utils/practice/calendar-page';
import { firstPaint } from '@/utils/practice/calendar-wire';
import type { PracticeDesk } from '@/utils/practice/desk';
import { createMailbox } from '@/utils/practice/mailbox';
import { createMeetings, type PracticeMeeting } from '@/utils/practice/meetings';
import { startPracticeCapture } from '@/utils/practice/start-capture';

/** The practice calendar, its meetings around `began` (ms since 1970). */
export function startCalendar(root: Element, began: number, desk: PracticeDesk): void {
  const meetings = createMeetings(began);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  // Google writes what it shows first into the document, as data.
  const data = document.createElement('script');
  data.type = 'application/json';
  data.id = 'initialdata';
  data.textContent = JSON.stringify(firstPaint(meetings, zone, began));
  document.head.append(data);
  const open = signal<PracticeMeeting | null>(null);
  render(<CalendarPage desk={desk} mailbox={createMailbox(began)} {...{ meetings, zone, open }} />, root);
  startPracticeCapture(window, googleCalendar);
}
