import { addGuest } from '@/utils/actions/add-guest';
import { problem } from '@/utils/actions/answer';
import { decideChange } from '@/utils/actions/change-logged';
import { changeSettings } from '@/utils/actions/change-settings';
import { confirmProposals } from '@/utils/actions/confirm-proposal';
import { connectCrm, disconnectCrm } from '@/utils/actions/connect-crm';
import { consentTo, withdrawConsent } from '@/utils/actions/consent';
import type { Context } from '@/utils/actions/context';
import { correctMatch, forgetCorrection } from '@/utils/actions/correct-match';
import { createContact } from '@/utils/actions/create-contact';
import { fillFields } from '@/utils/actions/crm-schema';
import { dismissProposals, restoreProposals, snoozeProposals } from '@/utils/actions/dismiss-proposal';
import { editProposal } from '@/utils/actions/edit-proposal';
import { exportEverything } from '@/utils/actions/export-everything';
import { exportBook } from '@/utils/actions/export-notebook';
import { restoreThread, snoozeThread, threadDone } from '@/utils/actions/follow-up';
import { completeTask, reopenTask, rescheduleTask } from '@/utils/actions/follow-up-task';
import { forgetEverything } from '@/utils/actions/forget-everything';
import { importFiles, importText } from '@/utils/actions/import-by-hand';
import { importEverything } from '@/utils/actions/import-everything';
import { proposeListed } from '@/utils/actions/listed-threads';
import { logCall } from '@/utils/actions/log-call';
import { chooseScope, countScopes } from '@/utils/actions/mirror-scope';
import { neverLog } from '@/utils/actions/never-log';
import { leavePractice, startPractice } from '@/utils/actions/practice';
import { firstLogSeen } from '@/utils/actions/read-back-first';
import { giveUpEntry, retryEntry } from '@/utils/actions/retry-entry';
import { exportSample } from '@/utils/actions/self-check';
import { showAnyway } from '@/utils/actions/show-anyway';
import { transferNotebook } from '@/utils/actions/transfer-notebook';
import { undoLog } from '@/utils/actions/undo-log';
import { declineUpdate, updateContact } from '@/utils/actions/update-contact';
import type { Book, Intent, IntentAnswer } from '@/utils/model/messages';

/**
 * Carries out what a page of ours asks for. "Ok" is said when it is stored. An intent that comes twice is carried out
 * once: `send` repeats what a stopping worker did not answer.
 */
export async function handleIntent(contexts: (book: Book) => Context, intent: Intent): Promise<IntentAnswer> {
  const context = contexts('book' in intent ? intent.book : 'real');
  switch (intent.type) {
    case 'confirm':
      return confirmProposals(context, intent.proposalIds, intent.edit);
    case 'edit':
      return editProposal(context, intent.proposalId, intent.edit);
    case 'undo':
      return undoLog(context, intent.proposalIds);
    case 'dismiss':
      return dismissProposals(context, intent.proposalIds);
    case 'restore':
      return restoreProposals(context, intent.proposalIds);
    case 'snooze':
      return snoozeProposals(context, intent.proposalIds, intent.until);
    case 'add-guest':
      return addGuest(context, intent.proposalId, intent.address, intent.name);
    case 'meeting-change':
      return decideChange(context, intent.proposalIds, intent.how);
    case 'log-call':
      return logCall(context, intent.call);
    case 'never-log':
      return neverLog(context, intent.kind, intent.value);
    case 'show-anyway':
      return showAnyway(context, intent.tabId, intent.ids);
    case 'import-files':
      return importFiles(context, intent.files);
    case 'import-text':
      return importText(context, intent.text, intent.from);
    case 'propose-listed':
      return proposeListed(context, intent.threadIds);
    case 'create-contact':
      return createContact(context, intent.draft);
    case 'update-contact':
      return updateContact(context, intent.change);
    case 'decline-update':
      return declineUpdate(context, intent.change);
    case 'correct':
      return correctMatch(context, intent);
    case 'forget-correction':
      return forgetCorrection(context, intent.id);
    case 'follow-up-done':
      return intent.kind === 'task' ? completeTask(context, intent.id) : threadDone(context, intent.id);
    case 'follow-up-snooze':
      return snoozeThread(context, intent.id, intent.until);
    case 'follow-up-restore':
      return intent.kind === 'task' ? reopenTask(context, intent.id) : restoreThread(context, intent.id);
    case 'reschedule-task':
      return rescheduleTask(context, intent.taskId, intent.dueDate);
    case 'retry':
      return retryEntry(context, intent.outboxId);
    case 'give-up':
      return giveUpEntry(context, intent.outboxId);
    case 'consent':
      return consentTo(context, intent.sites);
    case 'withdraw-consent':
      return withdrawConsent(context);
    case 'connect-crm':
      return connectCrm(context, intent.connector, intent.settings);
    case 'disconnect-crm':
      return disconnectCrm(context);
    case 'fill-fields':
      return fillFields(context, intent.fills);
    case 'mirror-scope':
      return chooseScope(context, intent.scope);
    case 'count-scopes':
      return countScopes(context);
    case 'transfer-notebook':
      return transferNotebook(context, intent.how);
    case 'first-log-seen':
      return firstLogSeen(context);
    case 'sync-now':
      context.syncSoon();
      return { ok: true };
    case 'change-settings':
      return changeSettings(context, intent.change);
    case 'reload-tab':
      return (await context.browser.reloadTab(intent.tabId)) ? { ok: true } : problem('tab-gone');
    case 'export-notebook':
      return exportBook(context);
    case 'export-everything':
      return exportEverything(context);
    case 'import-everything':
      return importEverything(context, intent.packed, intent.how);
    case 'export-sample':
      return exportSample(context);
    case 'forget-everything':
      return forgetEverything(context, contexts('practice'));
    case 'start-practice':
      return startPractice(contexts('practice'));
    case 'leave-practice':
      return leavePractice(contexts('practice'));
  }
}
