import { describe, expect, it } from 'vitest';
import { exchangeOccurrenceDay, meetingId, meetingThread, normalUid } from '@/utils/understand/meeting-id';

const head = '040000008200E00074C5B7101A82E008';
const tail = '00CA6B4A1F02DC010000000000000000100000001C0A2E5F6B7C8D9E0F1A2B3C4D5E6F70';
const hexOf = (text: string) =>
  [...new TextEncoder().encode(text)].map((b) => b.toString(16).padStart(2, '0')).join('');

describe('a meeting has one id, whoever shows it', () => {
  it('fits an id however long its UID, wrapped or not', () => {
    const long = `${'u'.repeat(950)}@x.example`;
    const payload = `${hexOf('vCal-Uid')}01000000${hexOf(long)}00`;
    const wrapped = `${head}000000000000000000000000000000000000000034000000${payload}`;
    expect(meetingId(long, { start: 0 }).length).toBeLessThanOrEqual(1000);
    expect(meetingId(wrapped.slice(0, 2056))).toBe(meetingId(long));
    expect(meetingId(`${head}00000000${'AB'.repeat(1000)}`, { start: 0 }).length).toBeLessThanOrEqual(1000);
  });

  it('takes a wrapped UID for one only where Exchange puts it, and no day that is none', () => {
    const early = `${head}00000000${hexOf('vCal-Uid')}01000000${tail}`;
    expect(normalUid(early)).toBe(early.toUpperCase());
    for (const day of ['07EA0D06', '07EA0A20', '07EA0A00']) {
      expect(exchangeOccurrenceDay(`${head}${day}${tail}`)).toBeNull();
    }
  });

  it('leaves the occurrence’s date out of an Exchange UID, in either case of letters', () => {
    const occurrence = `${head}07EA0A06${tail}`;
    expect(normalUid(occurrence.toLowerCase())).toBe(`${head}00000000${tail}`);
    expect(exchangeOccurrenceDay(occurrence)).toBe('20261006');
    expect(exchangeOccurrenceDay(`${head}00000000${tail}`)).toBeNull();
    expect(exchangeOccurrenceDay('abc@calendar.example')).toBeNull();
  });

  it('unwraps a foreign UID that Exchange carries', () => {
    const payload = `${hexOf('vCal-Uid')}01000000${hexOf('abc123@calendar.example')}00`;
    const wrapped = `${head}000000000000000000000000000000000000000034000000${payload}`;
    expect(normalUid(wrapped)).toBe('abc123@calendar.example');
    expect(meetingId(wrapped)).toBe(meetingId(' abc123@calendar.example '));
  });

  it('names a single event by its UID alone, an occurrence by its original start or day', () => {
    expect(meetingId('a@x.example')).toBe('event:a@x.example');
    expect(meetingId('a@x.example', { start: Date.UTC(2026, 10, 3, 14, 30) })).toBe(
      'event:a@x.example/20261103T143000Z',
    );
    expect(meetingId('a@x.example', { day: '2026-11-03' })).toBe('event:a@x.example/20261103');
    expect(meetingThread('a@x.example')).toBe('event:a@x.example');
  });
});
