import { pageWords } from '@/utils/i18n/page-words';
import '@/utils/practice/practice.css';
import { signal } from '@preact/signals';
import { dressPage } from '@/utils/i18n/t';
import { send } from '@/utils/platform/send';
import { startCalendar } from '@/utils/practice/start-calendar';
import { createCommands } from '@/utils/view/commands';
import { createPractice } from '@/utils/view/practice-state';

dressPage(document, pageWords.practice.calendarDocument);

const leaving = new AbortController();
const desk = createPractice(createCommands(signal('practice'), send), leaving.signal);
const root = document.querySelector('#root');
if (root) void desk.began.then((began) => startCalendar(root, began, desk));
