import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Banner, Disclosure, TroubleText } from '@/components/design/blocks';
import { Button } from '@/components/design/button';
import { Field } from '@/components/design/field';
import { Icon } from '@/components/design/icons';
import type { ConnectorView, OptionsActions, OptionsModel } from '@/components/options/options-props';
import { crmWords } from '@/utils/i18n/crm-words';
import { pageWords } from '@/utils/i18n/page-words';
import { sayConnectProblem } from '@/utils/i18n/say';
import { t } from '@/utils/i18n/t';

export interface ConnectFormProps {
  connector: ConnectorView;
  model: OptionsModel;
  actions: OptionsActions;
  /** What is stored, for connecting again; secrets are typed anew. */
  known: Record<string, string>;
}

/** The form of one connector, made of its fields. */
export function ConnectForm({ connector, model, actions, known }: ConnectFormProps): JSX.Element {
  const [values, setValues] = useState<Record<string, string>>(() =>
    Object.fromEntries(
      connector.fields.map((field) => [field.name, field.kind === 'secret' ? '' : (known[field.name] ?? '')]),
    ),
  );
  const [tried, setTried] = useState(false);
  const words = crmWords(connector.id);
  const signsIn = connector.signIn !== undefined;
  const connect = model.connect.value;
  const busy = connect.state === 'asking' || connect.state === 'connecting';
  const missing = (name: string, required: boolean) => required && !values[name]?.trim();
  const submit = () => {
    setTried(true);
    if (busy || connector.fields.some((field) => missing(field.name, field.required))) return;
    actions.connect(
      connector.id,
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.trim()])),
    );
  };
  return (
    <form
      class="connect"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p class="note">
        {words.summary} {!connector.confirmedLive && pageWords.options.crm.notConfirmedLive}
      </p>
      {connector.fields.map((field) => {
        const said = words.fields[field.name] ?? { label: field.name, hint: '' };
        const example = field.example ? pageWords.options.crm.example(field.example) : '';
        return (
          <Field
            key={field.name}
            label={said.label}
            hint={[said.hint, example].filter(Boolean).join(' ')}
            value={values[field.name] ?? ''}
            onInput={(value) => setValues({ ...values, [field.name]: value })}
            onEnter={submit}
            secret={field.kind === 'secret'}
            keyboard={field.kind === 'url' || field.kind === 'email' ? field.kind : undefined}
            optional={!field.required}
            required={field.required}
            maxLength={4000}
            error={
              tried && missing(field.name, field.required)
                ? pageWords.options.crm.required(said.label)
                : undefined
            }
          />
        );
      })}
      {signsIn && model.redirect && <Redirect address={model.redirect} onCopy={actions.copy} />}
      <p class="note">
        {signsIn ? pageWords.signIn.opens : pageWords.options.crm.permissionHint}{' '}
        {model.firefox && pageWords.options.crm.firefoxHint}
      </p>
      <div aria-live="polite">
        {connect.state === 'denied' && (
          <Banner title={pageWords.options.crm.denied.what}>{deniedRest()}</Banner>
        )}
        {connect.state === 'failed' && connect.connector === connector.id && (
          <div class="banner banner--bad">
            <Icon name="warning" />
            <TroubleText trouble={sayConnectProblem(connect.problem, connector.id)} />
          </div>
        )}
      </div>
      <div class="buttons">
        <Button look="primary" busy={busy} onPress={submit}>
          {connect.state === 'asking'
            ? pageWords.options.crm.asking
            : connect.state === 'connecting'
              ? pageWords.options.crm.connecting(connector.name)
              : signsIn
                ? pageWords.signIn.button(connector.name)
                : pageWords.options.crm.connect(connector.name)}
        </Button>
      </div>
      {words.duplicates && (
        <Disclosure summary={pageWords.options.crm.doubles}>
          <p class="note">{words.duplicates}</p>
        </Disclosure>
      )}
    </form>
  );
}

/** The address that the CRM's administrator registers, as this browser has it. */
function Redirect(props: { address: string; onCopy: (text: string) => Promise<void> }): JSX.Element {
  const [copied, setCopied] = useState(false);
  return (
    <div class="redirect">
      <Field
        label={pageWords.signIn.redirect}
        value={props.address}
        onInput={() => {}}
        readOnly
        hint={pageWords.signIn.redirectHint}
      />
      <Button
        look="outline"
        label={t.named(copied ? pageWords.signIn.copied : pageWords.signIn.copy, pageWords.signIn.redirect)}
        onPress={() => void props.onCopy(props.address).then(() => setCopied(true))}
      >
        {copied ? pageWords.signIn.copied : pageWords.signIn.copy}
      </Button>
    </div>
  );
}

function deniedRest(): string {
  return `${pageWords.options.crm.denied.safe} ${pageWords.options.crm.denied.todo}`;
}
