import { pageWords } from '@/utils/i18n/page-words';
import '@/utils/practice/practice.css';
import { signal } from '@preact/signals';
import { dressPage } from '@/utils/i18n/t';
import { send } from '@/utils/platform/send';
import { startMailbox } from '@/utils/practice/start-mailbox';
import { createCommands } from '@/utils/view/commands';
import { createPractice } from '@/utils/view/practice-state';

dressPage(document, pageWords.practice.frame);

const leaving = new AbortController();
const desk = createPractice(createCommands(signal('practice'), send), leaving.signal);
const root = document.querySelector('#root');
if (root) void desk.began.then((began) => startMailbox(root, began, desk));
