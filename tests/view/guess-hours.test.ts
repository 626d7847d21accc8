import { describe, expect, it } from 'vitest';
import { USUAL_HOURS } from '@/utils/model/settings';
import { guessHours } from '@/utils/view/guess-hours';

const days = (zone: string, language: string) => guessHours(zone, language).days;

describe('when people work where the browser is', () => {
  it.each([
    ['Europe/Berlin', 'de-DE'],
    ['America/Sao_Paulo', 'pt-BR'],
    ['Asia/Tokyo', 'ja-JP'],
    ['Asia/Dubai', 'ar-AE'],
    ['America/New_York', 'ar-EG'],
    ['UTC', 'en-GB'],
  ])('%s, %s: Monday to Friday', (zone, language) => {
    expect(guessHours(zone, language)).toEqual(USUAL_HOURS);
  });

  it.each([
    ['Africa/Cairo', 'en-US', [0, 1, 2, 3, 4]],
    ['Asia/Riyadh', 'ar-SA', [0, 1, 2, 3, 4]],
    ['Asia/Tehran', 'fa-IR', [0, 1, 2, 3, 4, 6]],
    ['UTC', 'ar-EG', [0, 1, 2, 3, 4]],
  ])('%s, %s: the days that are no weekend there', (zone, language, expected) => {
    expect(days(zone, language)).toEqual(expected);
  });

  it('is the usual week for a zone that nobody knows', () => {
    expect(guessHours('Mars/Olympus', 'en')).toEqual(USUAL_HOURS);
    expect(guessHours('', 'en')).toEqual(USUAL_HOURS);
  });
});
