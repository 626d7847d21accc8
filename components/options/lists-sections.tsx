import type { JSX } from 'preact';
import { ListEditor } from '@/components/options/list-editor';
import type { OptionsActions } from '@/components/options/options-props';
import { Section, Setting, SettingRows } from '@/components/options/section';
import { pageWords } from '@/utils/i18n/page-words';
import type { Settings } from '@/utils/model/settings';

interface Props {
  settings: Settings;
  actions: Pick<OptionsActions, 'change' | 'readEntry'>;
}

/** Who the rep is: what decides which mail is theirs, and which is internal. */
export function OwnSection({ settings, actions }: Props): JSX.Element {
  const { own } = pageWords.options;
  const list = { readEntry: actions.readEntry };
  return (
    <Section id="own" title={pageWords.options.sections.own}>
      <SettingRows>
        <Setting id="ownAddresses">
          <ListEditor
            {...list}
            kind="address"
            label={own.addresses}
            hint={own.addressesHint}
            addLabel={own.addAddress}
            values={settings.ownAddresses}
            onChange={(ownAddresses) => void actions.change({ ownAddresses })}
          />
        </Setting>
        <Setting id="ownDomains">
          <ListEditor
            {...list}
            kind="domain"
            label={own.domains}
            hint={own.domainsHint}
            addLabel={own.addDomain}
            values={settings.ownDomains}
            onChange={(ownDomains) => void actions.change({ ownDomains })}
          />
        </Setting>
      </SettingRows>
    </Section>
  );
}

/** What is never logged. */
export function NeverSection({ settings, actions }: Props): JSX.Element {
  const { own, never } = pageWords.options;
  const { neverLog } = settings;
  const list = { readEntry: actions.readEntry };
  return (
    <Section id="never" title={pageWords.options.sections.never} hint={never.hint}>
      <SettingRows>
        <Setting id="neverPeople">
          <ListEditor
            {...list}
            kind="address"
            label={never.addresses}
            addLabel={own.addAddress}
            values={neverLog.addresses}
            onChange={(addresses) => void actions.change({ neverLog: { ...neverLog, addresses } })}
          />
        </Setting>
        <Setting id="neverDomains">
          <ListEditor
            {...list}
            kind="domain"
            label={never.domains}
            addLabel={own.addDomain}
            values={neverLog.domains}
            onChange={(domains) => void actions.change({ neverLog: { ...neverLog, domains } })}
          />
        </Setting>
        <Setting id="neverWords">
          <ListEditor
            {...list}
            kind="word"
            label={never.words}
            addLabel={never.addWord}
            values={neverLog.words}
            onChange={(words) => void actions.change({ neverLog: { ...neverLog, words } })}
          />
        </Setting>
      </SettingRows>
    </Section>
  );
}
