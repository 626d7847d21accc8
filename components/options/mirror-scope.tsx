import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Select } from '@/components/design/select';
import { pageWords } from '@/utils/i18n/page-words';
import { MirrorScope } from '@/utils/model/mirror-scope';

export interface MirrorScopeProps {
  /** The connector's id, and the CRM's own name. */
  connector: string;
  crm: string;
  /** What this CRM can be asked for. */
  scopes: readonly MirrorScope[];
  scope: MirrorScope;
  /** All is being read anew, because the choice was changed. */
  readsAgain: boolean;
  /** The choice is opened for the first time: gives how many contacts each would bring, where that is known. */
  onOpen: () => Promise<ReadonlyMap<MirrorScope, number>>;
  onChange: (scope: MirrorScope) => void;
}

const order = ['all', 'team', 'mine', 'active'] as const satisfies readonly MirrorScope[];

/** Whose contacts are mirrored, what that means in this CRM, and why a choice is missing. */
export function MirrorScopeChoice(props: MirrorScopeProps): JSX.Element {
  const { connector, crm, scope } = props;
  const words = pageWords.mirrorScope;
  const teams: Readonly<Record<string, string>> = words.team;
  const lacks: Readonly<Record<string, string>> = words.lacks;
  const holds = scope === 'team' ? teams[connector] : words.holds[scope](crm);
  const [counts, setCounts] = useState<ReadonlyMap<MirrorScope, number> | null>(null);
  const asked = useRef(false);
  const open = () => {
    if (asked.current) return;
    asked.current = true;
    void props.onOpen().then(setCounts);
  };
  const labelOf = (each: MirrorScope) => {
    const count = counts?.get(each);
    return count === undefined ? words.choice[each] : words.counted(words.choice[each], count);
  };
  return (
    <div class="scope" onFocusIn={open}>
      <Select
        label={words.label}
        value={scope}
        options={order
          .filter((each) => props.scopes.includes(each))
          .map((each) => ({ value: each, label: labelOf(each) }))}
        onChange={(value) => {
          const chosen = MirrorScope.safeParse(value);
          if (chosen.success) props.onChange(chosen.data);
        }}
      />
      <p class="note">
        {holds} {scope !== 'all' && words.others(crm)} {lacks[connector]}
      </p>
      <div aria-live="polite">{props.readsAgain && <p class="note">{words.again}</p>}</div>
    </div>
  );
}
