import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { TroubleText } from '@/components/design/blocks';
import { Button } from '@/components/design/button';
import { Dialog } from '@/components/design/dialog';
import { Field } from '@/components/design/field';
import { Icon } from '@/components/design/icons';
import type { ByHandDoor, HandedResultView } from '@/components/panel/by-hand-props';
import { sayProblem } from '@/utils/i18n/say';
import { t } from '@/utils/i18n/t';

const KINDS = '.eml,.msg,.ics,message/rfc822,text/calendar,application/vnd.ms-outlook';

/** Whether somebody types there: a paste is then theirs. */
function takesText(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]');
}

function filesOf(transfer: DataTransfer | null): File[] {
  return transfer ? [...transfer.files] : [];
}

/** Files dropped anywhere in the panel, text pasted outside of fields, and the dialog for both. */
export function ByHand({ door }: { door: ByHandDoor }): JSX.Element {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    // Enter and leave come for every element under the pointer: what counts is whether it was over us a moment ago.
    let timer = 0;
    const wanted = (event: DragEvent) =>
      event.dataTransfer?.types.some((type) => type === 'Files' || type === 'text/plain') === true &&
      !takesText(event.target);
    document.addEventListener(
      'dragover',
      (event) => {
        if (!wanted(event)) return;
        event.preventDefault();
        setOver(true);
        clearTimeout(timer);
        timer = window.setTimeout(() => setOver(false), 300);
      },
      { signal },
    );
    document.addEventListener(
      'drop',
      (event) => {
        if (!wanted(event)) return;
        event.preventDefault();
        setOver(false);
        const files = filesOf(event.dataTransfer);
        if (files.length > 0) door.addFiles(files);
        else door.addText(event.dataTransfer?.getData('text/plain') ?? '');
      },
      { signal },
    );
    document.addEventListener(
      'paste',
      (event) => {
        if (takesText(event.target)) return;
        const files = filesOf(event.clipboardData);
        if (files.length > 0) door.addFiles(files);
        else door.addText(event.clipboardData?.getData('text/plain') ?? '');
      },
      { signal },
    );
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [door]);
  return (
    <>
      {over && (
        <div class="dropping" aria-hidden="true">
          <p>
            <Icon name="plus" />
            {t.byHand.dropNow}
          </p>
        </div>
      )}
      {door.open.value && <ByHandDialog door={door} />}
    </>
  );
}

function ByHandDialog({ door }: { door: ByHandDoor }): JSX.Element {
  const [text, setText] = useState('');
  const chooser = useRef<HTMLInputElement>(null);
  const words = t.byHand;
  const busy = door.busy.value;
  const result = door.result.value;
  const done = result !== null && result.proposed > 0;
  const asks = result !== null && result.askWhom !== null;
  return (
    <Dialog
      title={words.title}
      onClose={door.close}
      foot={
        done ? (
          <Button look="primary" onPress={door.close}>
            {t.close}
          </Button>
        ) : (
          <>
            {!asks && (
              <Button look="primary" busy={busy || text.trim() === ''} onPress={() => door.addText(text)}>
                {busy ? words.reading : words.propose}
              </Button>
            )}
            <Button onPress={door.close}>{t.cancel}</Button>
          </>
        )
      }
    >
      <div class="by-hand" aria-busy={busy}>
        {!result && <p class="note">{words.hint}</p>}
        {result && <Result result={result} door={door} />}
        {!done && !asks && (
          <>
            <div class="drop">
              <p>{words.drop}</p>
              <Button look="outline" icon="plus" busy={busy} onPress={() => chooser.current?.click()}>
                {words.choose}
              </Button>
              <input
                ref={chooser}
                type="file"
                hidden
                multiple
                accept={KINDS}
                onChange={({ currentTarget }) => {
                  door.addFiles([...(currentTarget.files ?? [])]);
                  currentTarget.value = '';
                }}
              />
            </div>
            <Field label={words.text} hint={words.textHint} value={text} onInput={setText} lines={5} />
          </>
        )}
      </div>
    </Dialog>
  );
}

function Result({ result, door }: { result: HandedResultView; door: ByHandDoor }): JSX.Element {
  const { proposed, problem, not, askWhom } = result;
  return (
    <div class="by-hand__result" role="status">
      {proposed > 0 && (
        <p class="by-hand__done">
          <Icon name="check" />
          <span>{t.byHand.proposed(proposed)}</span>
        </p>
      )}
      {problem && <TroubleText trouble={sayProblem(problem)} />}
      {askWhom !== null && <Whom text={askWhom} door={door} />}
      {not.length > 0 && (
        <>
          <p class="note">{t.byHand.notThese}</p>
          <ul class="quietly">
            {not.map(({ name, problem: why }) => (
              <li key={name}>
                <span>
                  <b class="clip">{name}</b> {sayProblem(why).what}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** Nobody was found in the text: the rep says whom it is about. */
function Whom({ text, door }: { text: string; door: ByHandDoor }): JSX.Element {
  const [address, setAddress] = useState('');
  const [name, setName] = useState('');
  const [wrong, setWrong] = useState(false);
  const words = t.byHand;
  const propose = () => setWrong(!door.nameWhom(text, address, name));
  return (
    <fieldset class="by-hand__whom">
      <legend class="field__label">{words.whom}</legend>
      <Field
        label={words.address}
        value={address}
        onInput={setAddress}
        keyboard="email"
        maxLength={320}
        required
        onEnter={propose}
        error={wrong ? words.badAddress : undefined}
      />
      <Field label={words.name} value={name} onInput={setName} maxLength={200} optional onEnter={propose} />
      <div class="actions">
        <Button look="primary" onPress={propose}>
          {words.propose}
        </Button>
      </div>
    </fieldset>
  );
}
