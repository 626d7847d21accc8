import { signal } from '@preact/signals';
import { commandKeys } from '@/utils/platform/command-keys';
import { requestOrigins } from '@/utils/platform/permissions';
import type { Commands } from '@/utils/view/commands';
import { enableKeys, keysEnabled } from '@/utils/view/keyboard';
import { openPage, type PageName } from '@/utils/view/pages';
import { snoozeTimes } from '@/utils/view/snooze-times';
import { GMAIL_ORIGINS } from '@/utils/view/surroundings';

/** What the panel's components may do. */
export function createPanelActions(commands: Commands) {
  const panelKeys = signal('');
  void commandKeys('open-panel').then((keys) => {
    panelKeys.value = keys;
  });
  return {
    ...commands,
    snoozeTimes,
    panelKeys,
    keys: { enabled: keysEnabled, enable: enableKeys },
    // Synchronous up to the request: browsers ask only in the press itself.
    allowHost: () => void requestOrigins(GMAIL_ORIGINS),
    openPage: (page: PageName) => void openPage(page, commands.request),
  };
}
