import { t } from '@/utils/i18n/t';
import type { Intent } from '@/utils/model/messages';
import { openDatabase } from '@/utils/store/database';
import type { Commands } from '@/utils/view/commands';
import type { SeenCrm } from '@/utils/view/find-people';
import type { PickFor } from '@/utils/view/find-picks';

const load = () => import('@/utils/view/find-picks');

type Correct = Extract<Intent, { type: 'correct' }>;

/** What a correction says when it is stored. */
function said({ kind, address }: PickFor, chosenId: string | null, name: string): string {
  const words = t.pick.said;
  if (kind === 'contact')
    return chosenId === null ? words.notContact(address ?? '') : words.contact(name, address ?? '');
  if (kind === 'company') return chosenId === null ? words.noCompany : words.company(name);
  return chosenId === null ? words.noDeal : words.deal(name);
}

/** Choosing a contact, a company or a deal in the place of what was matched. */
export function pickActions(commands: Pick<Commands, 'chosen'>, seen: Pick<SeenCrm, 'book' | 'crmAccount'>) {
  const where = () => ({ db: openDatabase(seen.book.value), crm: seen.crmAccount.value });
  return {
    findPicks: async (of: PickFor, typed: string) => {
      const { db, crm } = where();
      return crm === null ? [] : (await load()).findPicks(db, crm, of, typed);
    },
    isChosen: async (of: PickFor) => {
      const { db, crm } = where();
      return crm !== null && (await (await load()).choiceFor(db, crm, of)) !== null;
    },
    correct: (of: PickFor, chosenId: string | null, name: string) => {
      const { kind, proposal, address } = of;
      const intent: Correct = {
        type: 'correct',
        book: seen.book.value,
        proposalId: proposal.id,
        kind,
        chosenId,
        ...(address === undefined ? {} : { address }),
      };
      return commands.chosen(intent, said(of, chosenId, name));
    },
    forgetChoice: async (of: PickFor) => {
      const { db, crm } = where();
      const choice = crm === null ? null : await (await load()).choiceFor(db, crm, of);
      if (!choice) return;
      await commands.chosen(
        { type: 'forget-correction', book: seen.book.value, id: choice.id },
        t.pick.said.again,
      );
    },
  };
}
