import { pageWords } from '@/utils/i18n/page-words';
import '@/components/options/options.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { OptionsPage } from '@/components/options/options-page';
import type { CrmConnector } from '@/utils/crm/connector';
import { contactTimeline, notebookContacts } from '@/utils/crm/notebook/timeline';
import { dressPage } from '@/utils/i18n/t';
import { send } from '@/utils/platform/send';
import { createCommands } from '@/utils/view/commands';
import { createOptions } from '@/utils/view/options-state';
import { createConsent } from '@/utils/view/welcome-state';

dressPage(document, pageWords.options.documentTitle);

// They bring the list of public suffixes, which the page's first picture does not need.
const connectors = signal<readonly CrmConnector[]>([]);
void import('@/utils/crm/connectors').then((registry) => {
  connectors.value = registry.connectors;
});

const leaving = new AbortController();
const commands = createCommands(signal('real'), send);
const { model, actions } = createOptions(
  connectors,
  {
    contacts: (search) => notebookContacts('real', search),
    timeline: (contactId) => contactTimeline('real', contactId),
  },
  commands,
  leaving.signal,
);
const consent = createConsent(commands, leaving.signal);

const root = document.querySelector('#root');
if (root)
  render(<OptionsPage model={model} actions={actions} connectors={connectors} consent={consent} />, root);
