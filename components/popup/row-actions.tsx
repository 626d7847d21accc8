import type { JSX, RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '@/components/design/icons';
import { Menu } from '@/components/design/menu';
import { type RowKeys, useRow } from '@/components/design/rows';
import { SnoozeMenu } from '@/components/design/snooze-menu';
import type { PopupActions } from '@/components/popup/popup-props';
import { crmName } from '@/utils/i18n/crm-names';
import { form, t } from '@/utils/i18n/t';
import type { ActivityKind } from '@/utils/model/activity';

/** A row whose keys open its menu and press its link: `opened` goes to the menu. */
export function useDayRow(keys: Omit<RowKeys, 'snooze' | 'call'>): {
  ref: RefObject<HTMLLIElement | null>;
  opened: number;
} {
  const [opened, setOpened] = useState(0);
  const ref: RefObject<HTMLLIElement | null> = useRow({
    ...keys,
    snooze: () => setOpened((times) => times + 1),
    call: () => ref.current?.querySelector<HTMLAnchorElement>('a[href^="tel:"]')?.click(),
  });
  return { ref, opened };
}

/**
 * Logs this mail or meeting as it stands, in one press; where the CRM asks for more, the press opens the panel, which
 * asks. `label` says which.
 */
export function logging(
  actions: PopupActions,
  logged: { id: string; kinds: readonly ActivityKind[]; label: string; subject: string },
): { log: () => void; label: string } {
  const asking = logged.kinds
    .map((kind) => actions.asks(kind))
    .find(({ fields, task = [] }) => fields.length + task.length > 0);
  if (asking)
    return { log: actions.openPanel, label: t.popup.logInPanel(logged.subject, crmName(asking.crm)) };
  return { log: () => void actions.logAsIs(logged.id, logged.subject), label: logged.label };
}

/** Calls with whatever this computer calls with. */
export function CallLink({ link, name }: { link: string | null; name: string }): JSX.Element | null {
  if (link === null) return null;
  const label = t.popup.call(name);
  return (
    // A popup cannot leave for another address: the browser hands it on from a tab of its own.
    <a
      class="button button--quiet button--icon"
      href={link}
      target="_blank"
      rel="noreferrer"
      aria-label={label}
      aria-keyshortcuts="c"
      title={t.withKey(label, 'c')}
    >
      <Icon name="phone" />
    </a>
  );
}

interface LaterProps {
  name: string;
  actions: PopupActions;
  now: number;
  opened: number;
  onSnooze: (until: number) => void;
}

/** Puts a thread, or a meeting's notes, off. */
export function Later({ name, actions, now, opened, onSnooze }: LaterProps): JSX.Element {
  return (
    <SnoozeMenu
      times={actions.snoozeTimes(now)}
      now={now}
      of={name}
      hint="s"
      openSignal={opened}
      onSnooze={onSnooze}
    />
  );
}

interface MoveProps {
  name: string;
  actions: PopupActions;
  now: number;
  opened: number;
  onMove: (day: string) => void;
}

/** Moves a task or a promise to another day. */
export function Move({ name, actions, now, opened, onMove }: MoveProps): JSX.Element {
  const days = actions.rescheduleDays(now);
  return (
    <Menu
      label={t.popup.move(name)}
      icon="calendar"
      hint="s"
      openSignal={opened}
      items={days.map(({ id, day }) => ({ id, label: t.popup.moveTo[id], note: form.dayBeside(day, now) }))}
      onChoose={(id) => {
        const chosen = days.find((each) => each.id === id);
        if (chosen) onMove(chosen.day);
      }}
    />
  );
}
