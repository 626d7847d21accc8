import type { ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Disclosure } from '@/components/design/blocks';
import { Button } from '@/components/design/button';
import { Dialog } from '@/components/design/dialog';
import { Select } from '@/components/design/select';
import { ConnectForm } from '@/components/options/connect-form';
import { MirrorScopeChoice } from '@/components/options/mirror-scope';
import type {
  ConnectorView,
  ConnectState,
  OptionsActions,
  OptionsModel,
} from '@/components/options/options-props';
import { Section } from '@/components/options/section';
import { FirstLog, TransferOffer } from '@/components/options/transfer-offer';
import { WrittenFields } from '@/components/options/written-fields';
import { crmName } from '@/utils/i18n/crm-names';
import { crmWords } from '@/utils/i18n/crm-words';
import { pageWords } from '@/utils/i18n/page-words';
import { form, t } from '@/utils/i18n/t';

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
  const [opened, setOpened] = useConnectAgain(model.connect.value.state);
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
  const connectForm = (
    <>
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
    </>
  );
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
            {form.facts([
              completeAt === null && contacts > 0
                ? t.panel.banner.readSoFar(contacts)
                : pageWords.options.crm.contactCount(contacts),
              readsAgain
                ? undefined
                : completeAt === null
                  ? pageWords.options.crm.neverSynced
                  : pageWords.options.crm.synced(completeAt, model.now.value),
            ])}
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
          onOpen={actions.countScopes}
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
      {embedded ? (
        connectForm
      ) : (
        // Who is connected has nothing to fill in, but for who comes because it stopped working.
        <Disclosure summary={pageWords.options.crm.change} open={opened} onToggle={setOpened}>
          {connectForm}
        </Disclosure>
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

/** The address that asks to connect again. */
const again = '#crm-connect';

/** Whether the form of who is connected stands open: asked for by the address, closed again by a connection that works. */
function useConnectAgain(state: ConnectState['state']): [boolean, (open: boolean) => void] {
  const [opened, setOpened] = useState(location.hash === again);
  useEffect(() => {
    const follow = () => location.hash === again && setOpened(true);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  useEffect(() => {
    if (state !== 'done') return;
    setOpened(false);
    // The next one who asks changes the address again.
    if (location.hash === again) history.replaceState(null, '', '#crm');
  }, [state]);
  return [opened, setOpened];
}
