import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '@/components/design/button';
import { Dialog } from '@/components/design/dialog';
import type { OptionsActions } from '@/components/options/options-props';
import { Section } from '@/components/options/section';
import { pageWords } from '@/utils/i18n/page-words';
import { t } from '@/utils/i18n/t';

/** The one thing here that cannot be taken back: apart from the rest, and asked about once more. */
export function ForgetSection({ actions }: { actions: OptionsActions }): JSX.Element {
  const [asked, setAsked] = useState(false);
  const words = pageWords.options.forget;
  return (
    <Section id="forget" title={pageWords.options.sections.forget} danger>
      <p class="note">{words.hint}</p>
      <div class="buttons">
        <Button look="outline" onPress={() => setAsked(true)}>
          {words.button}
        </Button>
      </div>
      {asked && (
        <Dialog
          title={words.title}
          onClose={() => setAsked(false)}
          foot={
            <>
              <Button
                look="danger"
                onPress={() => void actions.forgetEverything().then(() => setAsked(false))}
              >
                {words.confirm}
              </Button>
              <Button onPress={() => void actions.saveBackup()}>{pageWords.options.backup.save}</Button>
              <Button onPress={() => setAsked(false)}>{t.cancel}</Button>
            </>
          }
        >
          <p>{words.text}</p>
        </Dialog>
      )}
    </Section>
  );
}
