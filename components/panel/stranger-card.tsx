import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Avatar } from '@/components/design/blocks';
import { Button, IconButton } from '@/components/design/button';
import { Field } from '@/components/design/field';
import { AskedFields } from '@/components/panel/asked-fields';
import { Choose } from '@/components/panel/choose';
import type { PickActions, ProposalActions, StrangerView } from '@/components/panel/panel-props';
import { sayBecause } from '@/utils/i18n/say';
import { form, t } from '@/utils/i18n/t';
import type { ContactDraft } from '@/utils/model/contact';
import type { Proposal } from '@/utils/model/proposal';

export interface StrangerCardProps {
  stranger: StrangerView;
  busy: boolean;
  onCreate: (draft: ContactDraft) => Promise<boolean>;
  /** What this CRM asks for of new contacts and companies. */
  asks: ProposalActions['asks'];
  /** With a mail that they are on, for saying who they are. */
  actions?: PickActions;
  proposal?: Proposal | undefined;
}

/**
 * Somebody on the open mail who is not a contact. One press adds them, prefilled. Where it may be somebody who is
 * there already, the press opens the form instead and shows whom.
 */
export function StrangerCard(props: StrangerCardProps): JSX.Element {
  const { stranger, busy, onCreate, actions, proposal } = props;
  const { draft, duplicates, person } = stranger;
  const [open, setOpen] = useState(false);
  const first = duplicates[0];
  const isNew = draft.company !== undefined && !('id' in draft.company);
  /** What nobody said yet is asked for in the form. */
  const asked = props.asks('contact').fields.length > 0 || (isNew && props.asks('company').fields.length > 0);
  return (
    <li class="stranger">
      <div class="stranger__line">
        <Avatar name={draft.name} small />
        <div class="stranger__who">
          <strong dir="auto">{draft.name}</strong>
          <small>
            {first
              ? t.proposal.stranger.duplicate(first.contact.name, sayBecause(first.because))
              : form.facts([
                  draft.title,
                  draft.company?.name,
                  draft.phone ?? draft.mobile,
                  t.proposal.stranger.notYet,
                ])}
          </small>
        </div>
        {!open && (
          <div class="stranger__act">
            <Button
              look="outline"
              busy={busy}
              label={`${first ? t.proposal.stranger.check : t.proposal.stranger.add}: ${draft.name}`}
              onPress={() => (first || asked ? setOpen(true) : void onCreate(draft))}
            >
              {busy
                ? t.proposal.stranger.adding
                : first
                  ? t.proposal.stranger.check
                  : t.proposal.stranger.add}
            </Button>
            {!first && (
              <IconButton
                icon="edit"
                label={t.proposal.stranger.editFirst(draft.name)}
                onPress={() => setOpen(true)}
              />
            )}
          </div>
        )}
      </div>
      {open && <ContactForm {...props} onCancel={() => setOpen(false)} />}
      {actions && proposal && (
        <p class="stranger__known">
          <Choose
            actions={actions}
            of={{ kind: 'contact', proposal, address: person.address }}
            label={`${t.pick.known} ${draft.name}`}
          >
            {t.pick.known}
          </Choose>
        </p>
      )}
    </li>
  );
}

function ContactForm(props: StrangerCardProps & { onCancel: () => void }): JSX.Element {
  const { draft, duplicates, signature } = props.stranger;
  const known = draft.company !== undefined && 'id' in draft.company;
  const [name, setName] = useState(draft.name);
  const [company, setCompany] = useState(draft.company?.name ?? '');
  const [phone, setPhone] = useState(draft.phone ?? '');
  const [mobile, setMobile] = useState(draft.mobile ?? '');
  const [website, setWebsite] = useState(draft.website ?? '');
  const [postalAddress, setPostalAddress] = useState(draft.postalAddress ?? '');
  const [title, setTitle] = useState(draft.title ?? '');
  /** The line of the signature that a detail was read in, while it stands as read. */
  const lineOf = (value: string, read: string | undefined): string | undefined => {
    const line = read && value === read && signature?.block.split('\n').find((each) => each.includes(read));
    return line && line.trim() !== read ? t.proposal.stranger.readIn(line.trim()) : undefined;
  };
  const [fields, setFields] = useState<Record<string, string>>({});
  const [companyFields, setCompanyFields] = useState<Record<string, string>>({});
  const [tried, setTried] = useState(false);
  const place = useRef<HTMLFormElement>(null);
  useEffect(() => place.current?.querySelector('input')?.focus(), []);

  const asDrafted = draft.company !== undefined && company.trim() === draft.company.name;
  const chosen = asDrafted ? draft.company : company.trim() ? { name: company.trim() } : undefined;
  const newFirm = chosen && !('id' in chosen) ? chosen : undefined;
  const ofContact = props.asks('contact');
  const ofCompany = newFirm ? props.asks('company') : { ...ofContact, fields: [] };
  const create = () => {
    setTried(true);
    if (name.trim() === '') return;
    const empty = [
      ...ofContact.fields.map((field) => fields[field.name]),
      ...ofCompany.fields.map((field) => companyFields[field.name]),
    ].findIndex((value) => !value);
    if (empty !== -1) {
      place.current?.querySelectorAll<HTMLElement>('.asked .input')[empty]?.focus();
      return;
    }
    const firm = newFirm && ofCompany.fields.length > 0 ? { ...newFirm, fields: companyFields } : chosen;
    void props.onCreate({
      name: name.trim(),
      address: draft.address,
      ...(phone.trim() ? { phone: phone.trim() } : {}),
      ...(draft.otherPhones ? { otherPhones: draft.otherPhones } : {}),
      ...(mobile.trim() ? { mobile: mobile.trim() } : {}),
      ...(website.trim() ? { website: website.trim() } : {}),
      ...(postalAddress.trim() ? { postalAddress: postalAddress.trim() } : {}),
      ...(title.trim() ? { title: title.trim() } : {}),
      ...(firm ? { company: firm } : {}),
      ...(ofContact.fields.length > 0 ? { fields } : {}),
    });
  };
  return (
    <form
      class="form"
      ref={place}
      aria-label={t.proposal.stranger.title}
      onSubmit={(event) => {
        event.preventDefault();
        create();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onCancel();
      }}
    >
      {duplicates.length > 0 && (
        <div class="alike">
          <p class="field__label">{t.proposal.stranger.duplicates}</p>
          <ul>
            {duplicates.slice(0, 4).map(({ contact, because }) => (
              <li key={contact.id}>
                <b>
                  <bdi>{contact.name}</bdi>
                </b>{' '}
                <span class="why">
                  {form.facts([contact.companyName, contact.addresses[0], sayBecause(because)])}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Field
        label={t.proposal.stranger.name}
        value={name}
        required
        onInput={setName}
        maxLength={300}
        onEnter={create}
        error={tried && name.trim() === '' ? t.proposal.stranger.nameMissing : undefined}
      />
      <Field label={t.proposal.stranger.address} value={draft.address} onInput={() => {}} readOnly />
      <Field
        label={t.proposal.stranger.company}
        value={company}
        onInput={setCompany}
        maxLength={300}
        optional
        onEnter={create}
        hint={
          !company
            ? t.proposal.stranger.companyNone
            : known && company === draft.company?.name
              ? t.proposal.stranger.companyKnown
              : t.proposal.stranger.companyNew
        }
      />
      <div class="form__two">
        <Field
          label={t.proposal.stranger.jobTitle}
          value={title}
          onInput={setTitle}
          maxLength={200}
          optional
          hint={lineOf(title, draft.title)}
        />
        <Field
          label={t.proposal.stranger.phone}
          value={phone}
          onInput={setPhone}
          maxLength={60}
          optional
          hint={lineOf(phone, draft.phone)}
        />
      </div>
      {signature && (
        <>
          <div class="form__two">
            <Field
              label={t.proposal.stranger.mobile}
              value={mobile}
              onInput={setMobile}
              maxLength={60}
              optional
              hint={lineOf(mobile, draft.mobile)}
            />
            <Field
              label={t.proposal.stranger.website}
              value={website}
              onInput={setWebsite}
              maxLength={300}
              optional
              hint={lineOf(website, draft.website)}
            />
          </div>
          <Field
            label={t.proposal.stranger.postalAddress}
            value={postalAddress}
            onInput={setPostalAddress}
            maxLength={500}
            optional
          />
        </>
      )}
      <AskedFields asked={ofContact} values={fields} onChange={setFields} tried={tried} />
      <AskedFields
        asked={ofCompany}
        of="company"
        values={companyFields}
        onChange={setCompanyFields}
        tried={tried}
      />
      <div class="actions actions--form">
        <Button look="primary" busy={props.busy} onPress={create}>
          {props.busy
            ? t.proposal.stranger.adding
            : duplicates.length > 0
              ? t.proposal.stranger.addAnyway
              : t.proposal.stranger.add}
        </Button>
        <Button onPress={props.onCancel}>{t.cancel}</Button>
      </div>
    </form>
  );
}
