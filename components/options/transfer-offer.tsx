import type { JSX } from 'preact';
import { Button } from '@/components/design/button';
import type { TransferView } from '@/components/options/options-props';
import { pageWords } from '@/utils/i18n/page-words';
import { t } from '@/utils/i18n/t';
import type { CrmConnection } from '@/utils/model/settings';

export interface TransferOfferProps {
  transfer: TransferView;
  crm: string;
  contactsRead: boolean;
  onAnswer: (how: 'start' | 'leave') => void;
}

/** What the notebook holds may go into the CRM that was connected, each entry once. */
export function TransferOffer(props: TransferOfferProps): JSX.Element | null {
  const { transfer, crm, onAnswer } = props;
  const { state, total, queued, skipped, done } = transfer;
  const words = pageWords.transfer;
  if (state === 'left') return null;
  if (state === 'offered')
    return (
      <div class="fact transfer">
        <strong>{words.title(total)}</strong>
        <p class="note">{words.text(crm)}</p>
        <div class="buttons">
          <Button look="outline" onPress={() => onAnswer('start')}>
            {words.start(total)}
          </Button>
          <Button onPress={() => onAnswer('leave')}>{words.leave}</Button>
        </div>
      </div>
    );
  const finished = state === 'done' && done >= queued;
  if (finished && queued === 0 && skipped === 0) return null;
  return (
    <div class="fact transfer">
      {finished ? (
        <strong>{words.done(queued)}</strong>
      ) : (
        <>
          <strong id="transfer">
            {props.contactsRead ? words.progress(done, total - skipped) : words.waiting}
          </strong>
          <progress aria-labelledby="transfer" max={Math.max(1, total - skipped)} value={done} />
          <p class="note">{words.hint}</p>
        </>
      )}
      {skipped > 0 && <p class="note">{words.skipped(skipped, crm)}</p>}
      {finished && skipped > 0 && (
        <div class="buttons">
          <Button onPress={() => onAnswer('start')}>{words.again}</Button>
          <Button onPress={() => onAnswer('leave')}>{words.leave}</Button>
        </div>
      )}
    </div>
  );
}

export interface FirstLogProps {
  first: NonNullable<CrmConnection['firstLog']>;
  crm: string;
  onSeen: () => void;
}

/** The first entry of a connector that nobody could try live, as the CRM gave it back. */
export function FirstLog({ first, crm, onSeen }: FirstLogProps): JSX.Element {
  const words = t.firstLog;
  const subject = first.subject || t.noSubject;
  return (
    <div class="fact">
      <strong>{words.title(crm)}</strong>
      <p class="note">
        {first.found ? words.found(subject, crm) : words.notFound(subject, crm)} {words.look(crm)}
      </p>
      <div class="buttons">
        {first.link && (
          <a class="button button--outline" href={first.link} target="_blank" rel="noreferrer">
            {words.open(crm)}
          </a>
        )}
        <Button onPress={onSeen}>{words.right}</Button>
      </div>
    </div>
  );
}
