import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Picker, type PickItem } from '@/components/design/picker';
import type { PickActions, PickForView, PickView } from '@/components/panel/panel-props';
import { sayBecause } from '@/utils/i18n/say';
import { form, t } from '@/utils/i18n/t';
import type { Deal } from '@/utils/model/contact';

/** No record of a CRM is named so. */
const NONE = '#none';
const AGAIN = '#again';

/** Its value and stage, as the CRM has them. */
export function aboutDeal({ value, currency, stage }: Deal): string[] {
  return [...(value === undefined ? [] : [form.money(value, currency)]), ...(stage ? [stage] : [])];
}

function itemOf({ id, name, about, deal, because }: PickView): PickItem {
  const note = form.facts([...about, ...(deal ? aboutDeal(deal) : [])]);
  return { id, label: name, note, ...(because ? { why: sayBecause(because) } : {}) };
}

export interface ChooseProps {
  actions: PickActions;
  of: PickForView;
  /** Who or what stands there now. */
  name?: string | undefined;
  /** What the button says where it is not that name. */
  children?: ComponentChildren;
  /** Its whole name then. */
  label?: string;
}

/** "Wrong? Choose": a contact, a company or a deal in the place of what was matched. */
export function Choose({ actions, of, name, children, label }: ChooseProps): JSX.Element {
  const { kind } = of;
  const [chosen, setChosen] = useState(false);
  const names = useRef(new Map<string, string>());
  const match = of.proposal.match;
  useEffect(() => {
    let here = true;
    void actions.isChosen(of).then((is) => here && setChosen(is));
    return () => {
      here = false;
    };
  }, [match, kind, of.address]);
  const others = useMemo(
    () => [{ id: NONE, label: t.pick.none[kind] }, ...(chosen ? [{ id: AGAIN, label: t.pick.again }] : [])],
    [kind, chosen],
  );
  const pill = name !== undefined && children === undefined;
  return (
    <Picker
      field={t.pick.field[kind]}
      label={label ?? (name === undefined ? t.pick.chooseOf[kind] : t.pick.wrongOf(name))}
      look={pill ? 'pill' : 'link'}
      hint={pill ? t.pick.wrong[kind] : undefined}
      placeholder={t.pick.placeholder[kind]}
      others={others}
      find={async (typed) => {
        const picks = await actions.findPicks(of, typed);
        for (const pick of picks) names.current.set(pick.id, pick.name);
        return picks.map(itemOf);
      }}
      onChoose={(id) => {
        if (id === AGAIN) void actions.forgetChoice(of);
        else void actions.correct(of, id === NONE ? null : id, names.current.get(id) ?? '');
      }}
    >
      {children ?? name ?? t.pick.choose}
    </Picker>
  );
}
