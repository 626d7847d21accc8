import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Button } from '@/components/design/button';
import { later } from '@/components/design/later';
import type { CallFormProps } from '@/components/panel/call-form';
import { crmName } from '@/utils/i18n/crm-names';
import { t } from '@/utils/i18n/t';

export const CallForm = later(async () => (await import('@/components/panel/call-form')).CallForm);

export type CallLogProps = Omit<CallFormProps, 'onClose'>;

/** One press opens a short form; another logs the call. */
export function CallLog({ people, actions, now }: CallLogProps): JSX.Element {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLDivElement>(null);
  const lacking = actions.lacks('call');
  const close = () => {
    setOpen(false);
    // After it is drawn again.
    requestAnimationFrame(() => opener.current?.querySelector('button')?.focus());
  };
  if (!open)
    return (
      <div class="call" ref={opener}>
        <Button
          icon="phone"
          busy={lacking !== null}
          title={lacking === null ? undefined : t.meeting.noPlace(crmName(lacking), 'call')}
          onPress={() => setOpen(true)}
        >
          {t.meeting.logCall.button}
        </Button>
      </div>
    );
  return <CallForm people={people} actions={actions} now={now} onClose={close} />;
}
