import { pageWords } from '@/utils/i18n/page-words';
import '@/components/welcome/welcome.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { Welcome } from '@/components/welcome/welcome';
import { dressPage } from '@/utils/i18n/t';
import { send } from '@/utils/platform/send';
import { createCommands } from '@/utils/view/commands';
import { createSetup } from '@/utils/view/setup-state';
import { createConsent } from '@/utils/view/welcome-state';

dressPage(document, pageWords.welcome.documentTitle);

const leaving = new AbortController();
const commands = createCommands(signal('real'), send);
const consent = createConsent(commands, leaving.signal);
const setup = createSetup(commands, leaving.signal);

const root = document.querySelector('#root');
if (root) render(<Welcome consent={consent} setup={setup} />, root);
