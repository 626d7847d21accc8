import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Banner } from '@/components/design/blocks';
import { Button } from '@/components/design/button';
import { Checkbox } from '@/components/design/checkbox';
import { Dialog } from '@/components/design/dialog';
import type { ListedDoor, ListedGroupView } from '@/components/panel/listed-props';
import { form, t } from '@/utils/i18n/t';

/** Offers once what the mailbox's list shows of known contacts. */
export function Listed({ door, now }: { door: ListedDoor; now: number }): JSX.Element | null {
  const [reviewing, setReviewing] = useState(false);
  const groups = door.groups.value;
  const count = groups.reduce((sum, { threads }) => sum + threads.length, 0);
  if (count === 0) return null;
  return (
    <>
      <Banner
        icon="inbox"
        tone="calm"
        title={t.listed.title(count)}
        actions={
          <>
            <Button look="outline" onPress={() => setReviewing(true)}>
              {t.listed.review}
            </Button>
            <Button onPress={() => void door.propose([])}>{t.listed.no}</Button>
          </>
        }
      >
        {t.listed.text}
      </Banner>
      {reviewing && (
        <ListedDialog groups={groups} now={now} door={door} onClose={() => setReviewing(false)} />
      )}
    </>
  );
}

interface ListedDialogProps {
  groups: readonly ListedGroupView[];
  now: number;
  door: ListedDoor;
  onClose: () => void;
}

/** One line a thread, by customer; nothing is chosen that the rep did not see. */
function ListedDialog({ groups, now, door, onClose }: ListedDialogProps): JSX.Element {
  const all = groups.flatMap(({ threads }) => threads.map(({ threadId }) => threadId));
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const chosen = all.filter((id) => !leftOut.has(id));
  const choose = (ids: readonly string[], on: boolean) => {
    const next = new Set(leftOut);
    for (const id of ids) {
      if (on) next.delete(id);
      else next.add(id);
    }
    setLeftOut(next);
  };
  const none = chosen.length === 0;
  return (
    <Dialog
      title={t.listed.dialog}
      onClose={onClose}
      foot={
        <>
          <Button
            look="primary"
            busy={none || busy}
            onPress={() => {
              setBusy(true);
              void door.propose(chosen).then((done) => {
                setBusy(false);
                if (done) onClose();
              });
            }}
          >
            {none ? t.listed.nothing : t.listed.confirm(chosen.length)}
          </Button>
          <Button onPress={() => choose(all, none)}>{none ? t.listed.all : t.listed.none}</Button>
          <Button onPress={onClose}>{t.cancel}</Button>
        </>
      }
    >
      <p class="note">{t.listed.hint}</p>
      {groups.map(({ customer, threads }) => (
        <section key={customer} aria-label={customer}>
          <h3 class="review__who" dir="auto">
            {customer}
          </h3>
          <ul class="review">
            {threads.map(({ threadId, subject, lastAt, lastFromMe, contact }) => (
              <li key={threadId}>
                <Checkbox
                  checked={!leftOut.has(threadId)}
                  onChange={(on) => choose([threadId], on)}
                  hint={form.facts([
                    contact,
                    t.proposal.kindAt(
                      t.proposal.kind[lastFromMe ? 'sent' : 'received'],
                      form.moment(lastAt, now),
                    ),
                  ])}
                >
                  {subject || t.noSubject}
                </Checkbox>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  );
}
