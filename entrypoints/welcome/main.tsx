import '@/components/welcome/welcome.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { Welcome } from '@/components/welcome/welcome';
import { dressPage, t } from '@/utils/i18n/t';
import { send } from '@/utils/platform/send';
import { createCommands } from '@/utils/view/commands';
import { createConsent } from '@/utils/view/welcome-state';

dressPage(document, t.welcome.documentTitle);

const leaving = new AbortController();
const consent = createConsent(createCommands(signal('real'), send), leaving.signal);

const root = document.querySelector('#root');
if (root) render(<Welcome consent={consent} />, root);
