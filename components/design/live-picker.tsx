import * as combobox from '@zag-js/combobox';
import { normalizeProps, useMachine } from '@zag-js/preact';
import type { JSX } from 'preact';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { PickerProps, PickItem } from '@/components/design/picker';
import { form, t } from '@/utils/i18n/t';

export interface LivePickerProps extends Omit<PickerProps, 'children' | 'label' | 'look' | 'hint'> {
  /** It was left without a choice; `focus`: by a key, so that the focus goes back to the button. */
  onLeave: (focus: boolean) => void;
}

/** The field and its list, open from the start. */
export function LivePicker(props: LivePickerProps): JSX.Element {
  const [found, setFound] = useState<readonly PickItem[] | null>(null);
  const [typed, setTyped] = useState('');
  const asked = useRef(0);
  const place = useRef<HTMLDivElement>(null);
  const ask = (text: string) => {
    asked.current += 1;
    const mine = asked.current;
    setTyped(text);
    void props.find(text).then((items) => {
      // A slower answer to fewer letters must not take the place of this one.
      if (mine === asked.current) setFound(items);
    });
  };
  const items = useMemo(() => [...(found ?? []), ...props.others], [found, props.others]);
  const collection = useMemo(
    () =>
      combobox.collection({
        items,
        itemToValue: (item: PickItem) => item.id,
        itemToString: (item: PickItem) => item.label,
      }),
    [items],
  );
  const service = useMachine(combobox.machine, {
    id: useId(),
    collection,
    defaultOpen: true,
    openOnClick: true,
    // The rep chooses: only what they typed down to a single one stands ready for Enter.
    inputBehavior: typed !== '' && found?.length === 1 ? 'autohighlight' : 'none',
    selectionBehavior: 'preserve',
    allowCustomValue: true,
    positioning: { placement: 'bottom-start', gutter: 4, overflowPadding: 8, sameWidth: false },
    onInputValueChange: ({ inputValue, reason }) => {
      if (reason === 'input-change') ask(inputValue);
    },
    onSelect: ({ itemValue }) => props.onChoose(itemValue),
    onOpenChange: ({ open, reason }) => {
      if (!open && reason === 'escape-key') props.onLeave(true);
      else if (!open && reason === 'interact-outside') props.onLeave(false);
    },
  });
  const api = combobox.connect(service, normalizeProps);
  const field = api.getInputProps();
  useEffect(() => {
    place.current?.querySelector('input')?.focus();
    ask('');
  }, []);
  const nothing = found?.length === 0 && typed.trim() !== '';
  return (
    <div {...api.getRootProps()} ref={place} class="picker__in">
      <label {...api.getLabelProps()} for={field.id} class="visually-hidden">
        {props.field}
      </label>
      <div {...api.getControlProps()}>
        <input
          {...field}
          type="text"
          role="combobox"
          aria-expanded={api.open}
          class="input"
          placeholder={props.placeholder}
          maxLength={200}
          spellcheck={false}
        />
      </div>
      <p class="visually-hidden" role="status">
        {found && (nothing ? t.pick.nothing(typed.trim()) : t.pick.count(found.length))}
      </p>
      {api.open && (
        <div {...api.getPositionerProps()} class="menu__positioner">
          <div {...api.getContentProps()} class="menu picker__menu">
            {nothing && <p class="picker__nothing">{t.pick.nothing(typed.trim())}</p>}
            {items.map((item) => (
              <div
                key={item.id}
                {...api.getItemProps({ item })}
                class={`menu__item picker__item${props.others.includes(item) ? ' picker__item--other' : ''}`}
              >
                <span dir="auto">{item.label}</span>
                {(item.note || item.why) && <small dir="auto">{form.facts([item.note, item.why])}</small>}
              </div>
            ))}
          </div>
        </div>
      )}
    </div>
  );
}
