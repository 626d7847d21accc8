import type { JSX } from 'preact';
import { Button } from '@/components/design/button';
import { Section } from '@/components/options/section';
import type { ConsentModel } from '@/components/welcome/consent-props';
import { SiteList } from '@/components/welcome/site-list';
import { pageWords } from '@/utils/i18n/page-words';
import { t } from '@/utils/i18n/t';

/** Which sites are read: each can be turned on and off by itself. */
export function ReadingSection({ consent }: { consent: ConsentModel }): JSX.Element {
  const phase = consent.phase.value;
  const at = consent.consentAt.value;
  const words = pageWords.options.reading;
  const some = consent.sites.value.some(({ state }) => state === 'on' || state === 'host-missing');
  return (
    <Section id="reading" title={pageWords.options.sections.reading}>
      {!some && phase !== 'loading' && (
        <p>
          <strong>{words.off}</strong>
        </p>
      )}
      {phase === 'agree-anew' && <p class="note">{t.sites.anew}</p>}
      {phase === 'refused' && <p class="note">{pageWords.welcome.refused.text}</p>}
      <SiteList consent={consent} />
      <p class="note">
        {some ? words.withdrawHint : t.sites.hint} {some && at !== null && words.since(at)}
      </p>
      <div class="buttons">
        {some && (
          <Button look="outline" onPress={consent.withdraw}>
            {t.sites.stopAll}
          </Button>
        )}
        <a class="button" href="/welcome.html">
          {words.what}
        </a>
      </div>
    </Section>
  );
}
