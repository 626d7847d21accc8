import { signal } from '@preact/signals';
import { t } from '@/utils/i18n/t';
import type { PageSite } from '@/utils/model/captured';
import { patternsOf } from '@/utils/model/site-hosts';
import { commandKeys } from '@/utils/platform/command-keys';
import { requestOrigins } from '@/utils/platform/permissions';
import type { Commands } from '@/utils/view/commands';
import { crmQuestions, type SeenCrm } from '@/utils/view/find-people';
import { enableKeys, keysEnabled } from '@/utils/view/keyboard';
import { openPage, type PageName } from '@/utils/view/pages';
import type { Panel } from '@/utils/view/panel-state';
import { pickActions } from '@/utils/view/pick-actions';
import { snoozeTimes } from '@/utils/view/snooze-times';

/** What of the panel's picture its actions ask for. */
type Seen = SeenCrm & Pick<Panel, 'notesTemplate' | 'sitesRead'>;

/** What the panel's components may do. */
export function createPanelActions(commands: Commands, panel: Seen) {
  const panelKeys = signal('');
  void commandKeys('open-panel').then((keys) => {
    panelKeys.value = keys;
  });
  return {
    ...commands,
    snoozeTimes,
    copy: (text: string) => navigator.clipboard.writeText(text),
    ...crmQuestions(panel),
    ...pickActions(commands, panel),
    firstLogSeen: async () => {
      await commands.request({ type: 'first-log-seen' });
    },
    notesTemplate: () => panel.notesTemplate.value || t.meeting.template,
    panelKeys,
    keys: { enabled: keysEnabled, enable: enableKeys },
    // Synchronous up to the request: browsers ask only in the press itself.
    allowHosts: (sites: PageSite[]) => void requestOrigins(patternsOf(sites)),
    readSite: async (site: PageSite) => {
      if (!(await requestOrigins(patternsOf([site])).catch(() => false))) return false;
      return commands.readSites([...panel.sitesRead.value, site], t.site[site]);
    },
    openPage: (page: PageName) => void openPage(page, commands.request),
  };
}
