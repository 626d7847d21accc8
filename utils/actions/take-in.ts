import type { Context } from '@/utils/actions/context';
import { holdSends, undoSend } from '@/utils/actions/hold-send';
import { receiveCapture } from '@/utils/actions/receive-capture';
import { receiveListed } from '@/utils/actions/receive-listed';
import { receiveSeen } from '@/utils/actions/receive-seen';
import type { PageMessage } from '@/utils/model/messages';

/**
 * Takes in what a page tells of mail, meetings and lists. To understand them is most of the worker's code: this file is
 * evaluated when the first of them comes. `pageUrl` is what the browser says of the sender.
 */
export async function takeIn(
  context: Context,
  message: Extract<PageMessage, { type: 'captured' | 'send-undone' | 'listed' | 'meetings-seen' }>,
  pageUrl: string,
): Promise<void> {
  switch (message.type) {
    case 'captured':
      return message.held ? holdSends(context, message.captures) : receiveCapture(context, message.captures);
    case 'send-undone':
      return undoSend(context, message.ids);
    case 'listed':
      return receiveListed(context, { ...message, pageUrl });
    case 'meetings-seen':
      return receiveSeen(context, message.site, message.meetings);
  }
}
