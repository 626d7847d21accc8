import { ensureBuild } from '../../scripts/lib/ensure.mjs';
import { speakIn } from '../../scripts/shots/speak-in.ts';
import { directionOf } from '../../utils/i18n/languages';
import { speakPages } from '../../utils/i18n/page-words';
import { speak } from '../../utils/i18n/t';
import { sentences } from '../i18n/sentences';
import { expect, test } from './support';

/** Panel, popup, settings and welcome, each with something in it. */
const names = ['panel-single', 'popup-whole-day', 'options-reading', 'options-day', 'welcome'];

/** English sentences long enough that no other language, and nobody's mail, has them by chance. */
async function englishSentences(): Promise<Set<string>> {
  const all = { ...(await speak(['en'])).t, ...(await speakPages(['en'])) };
  return new Set(
    sentences(all, 't', (at) => 41 + at)
      .map(([, text]) => text)
      .filter((text) => text.split(/\s+/).length >= 3),
  );
}

for (const language of ['de', 'ja', 'ar-XB'])
  test(`in ${language} panel, popup, settings and welcome are whole: nothing cut off, nothing left in English`, async () => {
    const english = await englishSentences();
    const pages = await speakIn({ build: await ensureBuild('chrome'), names, language, width: 320 });
    expect(pages.map(({ name }) => name)).toEqual(names);
    for (const { name, troubles, languages, lang, dir, cut, texts } of pages) {
      expect.soft(troubles, name).toEqual([]);
      expect.soft(languages[0], name).toBe(language);
      expect.soft([lang, dir], name).toEqual([language, directionOf(language)]);
      expect.soft(cut, name).toEqual([]);
      expect.soft(texts.length, name).toBeGreaterThan(5);
      expect
        .soft(
          texts.filter((text) => english.has(text)),
          name,
        )
        .toEqual([]);
    }
  });
