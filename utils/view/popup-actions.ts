import { currentWindowId } from '@/utils/platform/follow-tab';
import { openMailPage } from '@/utils/platform/open-tab';
import { openPanel } from '@/utils/platform/side-panel';
import type { Commands } from '@/utils/view/commands';
import { crmQuestions, type SeenCrm } from '@/utils/view/find-people';
import { openPage, type PageName, threadLink } from '@/utils/view/pages';
import { snoozeTimes } from '@/utils/view/snooze-times';

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
