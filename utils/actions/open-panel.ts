import type { Context } from '@/utils/actions/context';
import { mark } from '@/utils/i18n/worker-words';
import type { OpenPanelAnswer } from '@/utils/model/mark';

/**
 * Opens the panel for a press in a mail page. Called in the very turn in which the message came: the browser takes the
 * rep's gesture with it no further. Where it refuses (Firefox always), the answer says how the rep opens it.
 */
export function openPanelFromPage(context: Context, windowId: number | undefined): Promise<OpenPanelAnswer> {
  return context.browser.openPanel(windowId).then(
    () => ({ opened: true, how: '' }),
    async () => {
      const keys = await context.browser.panelKeys();
      return { opened: false, how: keys ? mark.openWith(keys) : mark.openFromToolbar };
    },
  );
}
