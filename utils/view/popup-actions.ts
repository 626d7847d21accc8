import { currentWindowId } from '@/utils/platform/follow-tab';
import { openMailPage } from '@/utils/platform/open-tab';
import { openPanel } from '@/utils/platform/side-panel';
import type { Commands } from '@/utils/view/commands';
import { crmQuestions, type SeenCrm } from '@/utils/view/find-people';
import { enableKeys, keysEnabled } from '@/utils/view/keyboard';
import { openPage, type PageName, threadLink } from '@/utils/view/pages';
import { rescheduleDays, snoozeTimes } from '@/utils/view/snooze-times';
import { telLink } from '@/utils/view/tel-link';

/** What the popup's components may do. `said` tells where a panel did not open. */
export function createPopupActions(commands: Commands, seen: SeenCrm, noPanel: string) {
  // Known before the press: a panel opens only synchronously in it.
  let windowId: number | undefined;
  void currentWindowId().then((id) => {
    windowId = id;
  });
  const leave = (work: Promise<void>) => void work.then(() => window.close());
  return {
    ...commands,
    ...crmQuestions(seen),
    snoozeTimes,
    rescheduleDays,
    telLink,
    keys: { enabled: keysEnabled, enable: enableKeys },
    threadLink,
    openThread: (url: string) => leave(openMailPage(url)),
    openPanel: () => {
      openPanel(windowId).then(
        () => window.close(),
        () => {
          commands.said.value = noPanel;
        },
      );
    },
    openPage: (page: PageName) => leave(openPage(page, commands.request)),
  };
}
