import { around, leaving } from './first';
import '@/components/panel/panel.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { createPanelKeys } from '@/components/panel/panel-keys';
import { SidePanel } from '@/components/panel/side-panel';
import { dressPage, t } from '@/utils/i18n/t';
import type { Book } from '@/utils/model/messages';
import { send } from '@/utils/platform/send';
import { createByHand } from '@/utils/view/by-hand';
import { createCommands } from '@/utils/view/commands';
import { listenForKeys } from '@/utils/view/keyboard';
import { createListed } from '@/utils/view/listed';
import { createPanelActions } from '@/utils/view/panel-actions';
import { createPanel } from '@/utils/view/panel-state';
import { holdStill } from '@/utils/view/queue';

dressPage(document, t.panel.title);

const book = signal<Book>('real');
const commands = createCommands(book, send);
const panel = createPanel(around, commands, book, leaving.signal);
const actions = createPanelActions(commands, panel);
const keys = createPanelKeys(panel, actions);
listenForKeys(keys.act, leaving.signal);

const doors = {
  byHand: createByHand(commands, book, leaving.signal),
  listed: createListed(commands, book, leaving.signal),
};
const { helpOpen } = keys;
const root = document.querySelector('#root');
if (root) render(<SidePanel {...{ panel, actions, helpOpen, holdStill, ...doors }} />, root);
