import type { ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Banner, Disclosure, TroubleText } from '@/components/design/blocks';
import { Button } from '@/components/design/button';
import { Dialog } from '@/components/design/dialog';
import { Field } from '@/components/design/field';
import { Icon } from '@/components/design/icons';
import { Select } from '@/components/design/select';
import { MirrorScopeChoice } from '@/components/options/mirror-scope';
import type { ConnectorView, OptionsActions, OptionsModel } from '@/components/options/options-props';
import { Section } from '@/components/options/section';
import { FirstLog, TransferOffer } from '@/components/options/transfer-offer';
import { WrittenFields } from '@/components/options/written-fields';
import { crmName } from '@/utils/i18n/crm-names';
import { crmWords } from '@/utils/i18n/crm-words';
import { pageWords } from '@/utils/i18n/page-words';
import { sayConnectProblem } from '@/utils/i18n/say';
import { t } from '@/utils/i18n/t';

export interface CrmSectionProps {
  model: OptionsModel;
  actions: OptionsActions;
  connectors: ReadonlySignal<readonly ConnectorView[]>;
}

/** Where entries go: the notebook, or the CRM that is connected; and the forms that connect one. */
export function CrmSection({ model, actions, connectors }: CrmSectionProps): JSX.Element | null {
  const settings = model.settings.value;
  const [asked, setAsked] = useState(false);
  const [choice, setChoice] = useState<string | null>(null);
  if (!settings) return null;
  const { crm } = settings;
  const name = crmName(crm.connector);
  const embedded = crm.connector === 'notebook';
  const connect = model.connect.value;
  const { contacts, completeAt, readsAgain } = model.mirror.value;
  const written = model.written.value;
  const transfer = model.transfer.value;
  const { firstLog } = crm;
  const connectable = connectors.value.filter((connector) => connector.fields.length > 0);
  const connected = connectors.value.find(({ id }) => id === crm.connector);
  // A key that ran out is typed anew: the form of the CRM that is connected stands there then.
  const chosen = connectable.find(({ id }) => id === (choice ?? crm.connector));
  return (
    <Section id="crm" title={pageWords.options.sections.crm}>
      <div class="fact">
        <p>
          <strong>{pageWords.options.crm.now(name)}</strong>{' '}
          {!embedded && crm.userName && (
            <span class="note">{pageWords.options.crm.asUser(crm.userName)}</span>
          )}
        </p>
        <p class="note">{crmWords(crm.connector).summary}</p>
        {!embedded && (
          <p class="note">
            {completeAt === null && contacts > 0
              ? t.panel.banner.readSoFar(contacts)
              : pageWords.options.crm.contactCount(contacts)}
            {!readsAgain && ' · '}
            {!readsAgain &&
              (completeAt === null
                ? pageWords.options.crm.neverSynced
                : pageWords.options.crm.synced(completeAt, model.now.value))}
          </p>
        )}
        {!embedded && (
          <div class="buttons">
            <Button look="outline" busy={model.syncing.value} onPress={() => void actions.syncNow()}>
              {model.syncing.value ? pageWords.options.crm.syncing : pageWords.options.crm.syncNow}
            </Button>
            <Button onPress={() => setAsked(true)}>{pageWords.options.crm.disconnect}</Button>
          </div>
        )}
      </div>
      {!embedded && connected && (
        <MirrorScopeChoice
          connector={crm.connector}
          crm={name}
          scopes={connected.scopes}
          scope={crm.scope && connected.scopes.includes(crm.scope) ? crm.scope : 'all'}
          readsAgain={readsAgain}
          onChange={(scope) => void actions.mirrorScope(scope)}
        />
      )}
      {connect.state === 'done' && !embedded && (
        <p class="said">{pageWords.options.crm.connected(name, connect.userName)}</p>
      )}
      {!embedded && firstLog && !firstLog.seen && (
        <FirstLog first={firstLog} crm={name} onSeen={() => void actions.firstLogSeen()} />
      )}
      {!embedded && transfer && (
        <TransferOffer
          transfer={transfer}
          crm={name}
          contactsRead={completeAt !== null}
          onAnswer={(how) => void actions.transfer(how)}
        />
      )}
      {!embedded && written && (
        <WrittenFields
          written={written}
          crm={name}
          fills={crm.fills ?? []}
          open={connect.state === 'done' || location.hash === '#crm-fields'}
          onFill={(fills) => void actions.fill(fills)}
        />
      )}
      <Select
        label={pageWords.options.crm.which}
        value={chosen?.id ?? ''}
        options={[
          { value: '', label: pageWords.options.crm.choose },
          ...connectable.map(({ id, name: label }) => ({ value: id, label })),
        ]}
        onChange={setChoice}
      />
      {chosen && (
        <ConnectForm
          key={chosen.id}
          connector={chosen}
          model={model}
          actions={actions}
          known={crm.connector === chosen.id ? crm.settings : {}}
        />
      )}
      {asked && (
        <Dialog
          title={pageWords.options.crm.disconnectTitle(name)}
          onClose={() => setAsked(false)}
          foot={
            <>
              <Button
                look="danger"
                onPress={() => {
                  setAsked(false);
                  void actions.disconnect();
                }}
              >
                {pageWords.options.crm.disconnect}
              </Button>
              <Button onPress={() => setAsked(false)}>{t.cancel}</Button>
            </>
          }
        >
          <p>{pageWords.options.crm.disconnectText}</p>
        </Dialog>
      )}
    </Section>
  );
}

interface ConnectFormProps {
  connector: ConnectorView;
  model: OptionsModel;
  actions: OptionsActions;
  /** What is stored, for connecting again; secrets are typed anew. */
  known: Record<string, string>;
}

/** The form of one connector, made of its fields. */
function ConnectForm({ connector, model, actions, known }: ConnectFormProps): JSX.Element {
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
        label={`${copied ? pageWords.signIn.copied : pageWords.signIn.copy}: ${pageWords.signIn.redirect}`}
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
