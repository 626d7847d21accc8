import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { IconButton } from '@/components/design/button';
import { t } from '@/utils/i18n/t';

export interface DialogProps {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
  foot?: ComponentChildren;
}

/** A modal; the control with `data-first` has the focus at first, else the browser's choice. The browser's own <dialog> keeps focus inside, closes on Escape and gives focus back where it was. */
export function Dialog(props: DialogProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const close = useRef(props.onClose);
  close.current = props.onClose;
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (element && !element.open) element.showModal();
    element?.querySelector<HTMLElement>('[data-first]')?.focus();
    // A press beside the dialog closes it: the backdrop's events arrive at the dialog itself.
    const besides = (event: Event) => {
      if (event.target === element) close.current();
    };
    element?.addEventListener('click', besides);
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      class="dialog"
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
    >
      <div class="dialog__head">
        <h2 id={id}>{props.title}</h2>
        <IconButton icon="cross" label={t.close} onPress={props.onClose} />
      </div>
      <div class="dialog__body">{props.children}</div>
      {props.foot && <div class="dialog__foot">{props.foot}</div>}
    </dialog>
  );
}
