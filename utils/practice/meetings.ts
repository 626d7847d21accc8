import {
  anna,
  daniel,
  joao,
  kenji,
  lucia,
  maya,
  mei,
  type PracticePerson,
  robin,
} from '@/utils/practice/people';

/** A meeting as it is written down here; days and times are counted in the rep's own zone. */
interface WrittenMeeting {
  id: string;
  title: string;
  /** 0 is the day on which practice began. */
  day: number;
  /** Minutes since midnight. */
  at: number;
  minutes: number;
  organiser: PracticePerson;
  guests: PracticePerson[];
  place?: string;
  meet?: string;
  notes?: string;
  private?: boolean;
}

export interface PracticeMeeting extends Omit<WrittenMeeting, 'day' | 'at' | 'minutes'> {
  /** ms since 1970. */
  start: number;
  end: number;
}

/*
 * The practice calendar's meetings. As the mails they are content, not interface: they are not translated.
 */
const written: WrittenMeeting[] = [
  {
    id: 'kitchens0rollout',
    title: 'Rollout of the three kitchens',
    day: -1,
    at: 14 * 60,
    minutes: 45,
    organiser: robin,
    guests: [robin, lucia, daniel],
    meet: 'https://meet.google.com/abc-defg-hij',
    notes: 'Plan for the three kitchens, who moves first, and what IT needs from us.',
  },
  {
    id: 'studio0walkthrough',
    title: 'Walk through the Kyoto studio',
    day: -2,
    at: 10 * 60 + 30,
    minutes: 60,
    organiser: mei,
    guests: [mei, kenji, robin],
    place: 'Atelier Sato, Kyoto',
  },
  {
    id: 'pipeline0review',
    title: 'Pipeline review',
    day: -1,
    at: 16 * 60,
    minutes: 30,
    organiser: maya,
    guests: [maya, joao, robin],
    place: 'Room Lighthouse',
  },
  {
    id: 'dentist0private',
    title: 'Dentist',
    day: 0,
    at: 8 * 60,
    minutes: 30,
    organiser: robin,
    guests: [],
    private: true,
  },
  {
    id: 'renewal0quote',
    title: 'Renewal: the revised quote',
    day: 1,
    at: 11 * 60,
    minutes: 30,
    organiser: robin,
    guests: [robin, anna],
    meet: 'https://meet.google.com/kmn-opqr-stu',
  },
];

/** The invented meetings around `began` (ms since 1970), the earliest first, in this browser's zone. */
export function createMeetings(began: number): PracticeMeeting[] {
  return written
    .map(({ day, at, minutes, ...meeting }) => {
      const start = new Date(began);
      start.setDate(start.getDate() + day);
      start.setHours(0, at, 0, 0);
      return { ...meeting, start: start.getTime(), end: start.getTime() + minutes * 60_000 };
    })
    .sort((a, b) => a.start - b.start);
}
