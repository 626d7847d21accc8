import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { directionOf, languages, pseudoLocale } from '@/utils/i18n/languages';
import { speakPages } from '@/utils/i18n/page-words';
import { speak } from '@/utils/i18n/t';
import { turnAround } from '@/utils/i18n/turn-around';
import { sentences } from './sentences';

const locales = join(process.cwd(), 'public/_locales');
const chromeMessages = (language: string): Record<string, { message: string }> =>
  JSON.parse(readFileSync(join(locales, language, 'messages.json'), 'utf8'));

const everything = async (language: string) => ({
  t: (await speak([language])).t,
  pages: await speakPages([language]),
  mark: (await import(`../../utils/i18n/messages/${language}/mark.ts`)).mark(),
});

/** Which stand-ins a sentence shows. Numbers are told from each other, so that an argument in the wrong place is seen. */
const shown = (text: string) => [...new Set(text.match(/(?<!\d)4[1-6](?!\d)/g) ?? [])].sort();

const english = new Map(sentences(await everything('en'), '', (at) => 41 + at));

/** The same in two languages: names, words that both have, and what is no word at all. */
const same = /^(?:[\d\s.,:+%/()–—-]*|.*https?:.*)$/;

describe('languages', () => {
  it('are the six that are promised, each with what the browser itself shows', () => {
    expect([...languages].sort()).toEqual(['de', 'en', 'es', 'fr', 'ja', 'pt']);
    expect(readdirSync(locales).sort()).toEqual([...languages].sort());
  });

  for (const language of languages.filter((each) => each !== 'en')) {
    it(`have every word in ${language} that English has, with the same things named in it`, async () => {
      const own = new Map(sentences(await everything(language), '', (at) => 41 + at));
      expect([...own.keys()].sort()).toEqual([...english.keys()].sort());
      const wrong: string[] = [];
      for (const [path, text] of sentences(await everything(language), '', () => 1))
        if (!text.trim() || /undefined|NaN|#/.test(text)) wrong.push(`${path} of one: ${text}`);
      for (const [path, text] of own) {
        if (!text.trim() || /undefined|\[object|NaN|#|\$\{/.test(text)) wrong.push(`${path}: ${text}`);
        const wanted = shown(english.get(path) ?? '');
        // A plural whose form says the number in words may leave the figure out; nothing may be named that was not given.
        if (wanted.join() !== shown(text).join())
          wrong.push(`${path}: “${text}” names ${shown(text)}, not ${wanted}`);
      }
      expect(wrong).toEqual([]);
    });

    it(`leave nothing in English in ${language}`, async () => {
      const own = sentences(await everything(language), '', (at) => 41 + at);
      const left = own.filter(
        ([path, text]) => text === english.get(path) && !same.test(text) && text.split(/\s+/).length >= 3,
      );
      expect(left.map(([path, text]) => `${path}: ${text}`)).toEqual([]);
    });

    it(`name in ${language} what the browser shows, with the same places for numbers`, () => {
      const [own, reference] = [chromeMessages(language), chromeMessages('en')];
      expect(Object.keys(own).sort()).toEqual(Object.keys(reference).sort());
      for (const [key, { message }] of Object.entries(own))
        expect(message.match(/\$\w+\$/g), key).toEqual(reference[key]?.message.match(/\$\w+\$/g) ?? null);
      // The store's limit.
      expect(own.extensionDescription?.message.length).toBeLessThanOrEqual(132);
    });
  }

  it('turn every word around for the pseudo-locale, whatever it is made of', async () => {
    const turned = /^(?:\u202e\S+\u202c ?)+$/;
    const messages = {
      plain: 'two words',
      made: (count: number) => `${count} mails`,
      deep: { list: ['one'] },
    };
    turnAround(messages);
    for (const text of [messages.plain, messages.made(3), messages.deep.list[0]])
      expect(text).toMatch(turned);
    const { t, locale } = await speak([pseudoLocale, 'en']);
    expect(directionOf(locale)).toBe('rtl');
    expect(t.popup.quietDays(3)).toMatch(turned);
    expect((await speakPages([pseudoLocale])).welcome.goOn).toMatch(turned);
    expect(directionOf((await speak(['en-GB'])).locale)).toBe('ltr');
  });
});
