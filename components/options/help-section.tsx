import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Disclosure } from '@/components/design/blocks';
import { Button } from '@/components/design/button';
import { Checkbox } from '@/components/design/checkbox';
import { HelpTopics } from '@/components/help/help-topics';
import type { OptionsActions, OptionsModel } from '@/components/options/options-props';
import { Section, Setting } from '@/components/options/section';
import { pageWords } from '@/utils/i18n/page-words';
import { t } from '@/utils/i18n/t';

/** What helps on: states, what to do when something is stuck, a report to hand over, privacy in short. */
export function HelpSection(props: { model: OptionsModel; actions: OptionsActions }): JSX.Element {
  const { model, actions } = props;
  const { report, hint } = pageWords.options.help;
  const [copied, setCopied] = useState(false);
  const [keys, setKeys] = useState(actions.keys.enabled());
  return (
    <Section id="help" title={pageWords.options.sections.help} hint={hint}>
      <Setting id="help">
        <HelpTopics />
        <section class="help__topic">
          <h3>{report.title}</h3>
          <p class="note">{report.text}</p>
          <div class="buttons">
            <Button
              look="outline"
              onPress={() => {
                setCopied(true);
                void actions.copy(model.report.value);
              }}
            >
              {copied ? report.copied : report.copy}
            </Button>
          </div>
          <Disclosure summary={report.shape}>
            <pre>{model.report.value}</pre>
          </Disclosure>
        </section>
        <section class="help__topic">
          <h3>{t.keys.title}</h3>
          <p class="note">{t.keys.hint}</p>
          <Checkbox
            checked={keys}
            onChange={(on) => {
              setKeys(on);
              actions.keys.enable(on);
            }}
            hint={t.keys.enabledHint}
          >
            {t.keys.enabled}
          </Checkbox>
        </section>
      </Setting>
    </Section>
  );
}
