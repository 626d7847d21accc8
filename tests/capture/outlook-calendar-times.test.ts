import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { placeOfZone } from '@/utils/capture/outlook-calendar/place-of-zone';
import { readTileWords, tileSubject } from '@/utils/capture/outlook-calendar/tile-words';
import { instantOf } from '@/utils/understand/wall-time';

const labelsFile = resolve(
  process.env.CAPTURES_DIR ?? join(import.meta.dirname, '../../../shared/captures'),
  'outlook/calendar-tile-aria-labels.txt',
);
const haveLabels = existsSync(labelsFile);
const clock = (at: number | undefined) => (at === undefined ? '' : new Date(at).toISOString().slice(0, 16));

describe.skipIf(!haveLabels)(`labels of tiles that others saw (skipped without ${labelsFile})`, () => {
  const labels = haveLabels
    ? readFileSync(labelsFile, 'utf8')
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#'))
    : [];

  it('are each understood, with a subject, a time and an end after it', () => {
    expect(labels.length).toBeGreaterThan(10);
    for (const label of labels) {
      const words = readTileWords(label, '', 'en-US');
      expect(words, label).not.toBeNull();
      expect(words?.end, label).toBeGreaterThan(words?.start ?? 0);
      expect(label).toContain(words?.subject);
      expect(words?.subject).not.toMatch(/\d{1,2}:\d{2}/);
    }
  });

  it('keep commas in subjects and in names of organisers', () => {
    const read = (part: string) => {
      const label = labels.find((each) => each.includes(part)) ?? '';
      const words = readTileWords(label, '', 'en');
      return [words?.subject, words?.organiser, clock(words?.start), clock(words?.end)];
    };
    expect(read('Planning, Q4')).toEqual(['Planning, Q4', 'Example', '2026-09-29T13:05', '2026-09-29T14:15']);
    expect(read('Roe, Pat Jr.').slice(1, 2)).toEqual(['Roe, Pat Jr. [US-US]']);
    expect(read('Moff OOO')).toEqual(['Moff OOO', 'Moff Tarkin', '2024-12-30T00:00', '2024-12-31T00:00']);
    expect(read('Helmet')).toEqual(['Helmet polishing', null, '2024-12-23T10:30', '2024-12-23T10:35']);
  });

  it('say what is cancelled and what repeats', () => {
    const all = labels.map((label) => readTileWords(label, '', 'en'));
    expect(all.filter((each) => each?.cancelled).map((each) => each?.subject)).toEqual([
      'Canceled: Globex sync',
    ]);
    expect(all.filter((each) => each?.recurring)).toHaveLength(2);
  });
});

describe('the words of a tile', () => {
  const shown = (label: string, title: string, language: string) => {
    const words = readTileWords(label, title, language);
    return words && [words.subject, clock(words.start), clock(words.end), words.allDay];
  };

  it.each([
    ['de-DE', 'Jahresgespräch, 15:30 bis 17:00, Donnerstag, 17. September 2026, Von Eva Holm, Gebucht'],
    ['fr-FR', 'Jahresgespräch, de 15:30 à 17:00, jeudi 17 septembre 2026, Par Eva Holm, Occupé'],
    ['es-ES', 'Jahresgespräch, 15:30 a 17:00, jueves, 17 de septiembre de 2026, Por Eva Holm, Ocupado'],
    ['pt-BR', 'Jahresgespräch, 15:30 às 17:00, quinta-feira, 17 de setembro de 2026, Por Eva Holm'],
    ['ja-JP', 'Jahresgespräch, 15:30 から 17:00, 2026年9月17日木曜日, 予定あり'],
    ['ko-KR', 'Jahresgespräch, 오후 3:30 - 오후 5:00, 2026년 9월 17일 목요일'],
    ['en-US', 'Jahresgespräch, 3:30 PM to 5:00 PM, Thursday, September 17, 2026, Busy'],
  ])('are read in %s by the months that the browser knows', (language, label) => {
    const title = 'Jahresgespräch\nRaum 102\n15:30 – 17:00';
    expect(shown(label, title, language)).toEqual([
      'Jahresgespräch',
      '2026-09-17T15:30',
      '2026-09-17T17:00',
      false,
    ]);
  });

  it('take a time or a date in the subject for nothing but words', () => {
    const subject = 'Move 9:00 to 10:00, Monday, March 2, 2026';
    const label = `${subject}, 1:00 PM to 2:00 PM, Friday, August 14, 2026, Busy`;
    expect(shown(label, `${subject}\n13:00 to 14:00`, 'en')).toEqual([
      subject,
      '2026-08-14T13:00',
      '2026-08-14T14:00',
      false,
    ]);
  });

  it('end on the next day where the end is earlier than the start', () => {
    expect(shown('Night, 11:30 PM to 1:00 AM, Friday, August 14, 2026, Busy', 'Night', 'en')).toEqual([
      'Night',
      '2026-08-14T23:30',
      '2026-08-15T01:00',
      false,
    ]);
  });

  it.each([
    ['', ''],
    ['Renewal', 'Renewal'],
    ['Renewal, 10:00, Friday, August 14, 2026', 'Renewal'],
    ['Renewal, 10:00 AM to 11:00, Friday, August 14, 2026', 'Renewal'],
    ['Renewal, 10:00 to 11:00, Friday, 14.08.2026', 'Renewal'],
    ['Renewal, 10:00 to 11:00, Friday, August 32, 2026', 'Renewal'],
    ['Renewal, 99:00 to 11:00, Friday, August 14, 2026', 'Renewal'],
    ['Renewal, August 14, 2026 to August 16, 2026', 'Renewal'],
    ['Other words, 10:00 to 11:00, Friday, August 14, 2026', 'Renewal'],
    ['Renewal, Friday, August 14, 2026', 'Renewal\n10:00 to 11:00'],
  ])('are nothing rather than wrong: %s', (label, title) => {
    expect(readTileWords(label, title, 'en')).toBeNull();
  });

  it('of any size are read in no time', () => {
    const started = performance.now();
    const long = `${', By 1:1 to 2:22, August '.repeat(20_000)}2026`;
    tileSubject(long, '');
    readTileWords(long, long, 'xx-not-a-language');
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('zones by the names that Windows gives them', () => {
  it('are places that this browser knows', () => {
    for (const zone of [
      'W. Europe Standard Time',
      'eastern standard time',
      'Tokyo Standard Time',
      'UTC',
      'Central Standard Time (Mexico)',
    ]) {
      const place = placeOfZone(zone);
      expect(place, zone).not.toBeNull();
      expect(() => new Intl.DateTimeFormat('en', { timeZone: place ?? '' })).not.toThrow();
    }
    expect(placeOfZone('Europe/Berlin')).toBe('Europe/Berlin');
    expect(placeOfZone('tzone://Microsoft/Utc')).toBe('Etc/UTC');
    expect(placeOfZone('Customized Time Zone')).toBeNull();
    expect(placeOfZone('')).toBeNull();
  });

  it('know summer and winter, and the hours at which clocks change', () => {
    const at = (wall: string, place: string) => {
      const instant = instantOf(Date.parse(`${wall}Z`), place);
      return instant === null ? null : new Date(instant).toISOString();
    };
    expect(at('2026-07-01T09:00', 'Europe/Berlin')).toBe('2026-07-01T07:00:00.000Z');
    expect(at('2026-12-01T09:00', 'Europe/Berlin')).toBe('2026-12-01T08:00:00.000Z');
    expect(at('2026-03-29T03:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
    expect(at('2026-10-25T03:30', 'Europe/Berlin')).toBe('2026-10-25T02:30:00.000Z');
    expect(at('2026-11-01T12:00', 'Asia/Kolkata')).toBe('2026-11-01T06:30:00.000Z');
    expect(at('2026-11-01T12:00', 'Nowhere/City')).toBeNull();
  });
});
