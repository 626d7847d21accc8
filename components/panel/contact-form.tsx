import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '@/components/design/button';
import { Field } from '@/components/design/field';
import { AskedFields, allSaid } from '@/components/panel/asked-fields';
import type { ProposalActions, StrangerView } from '@/components/panel/panel-props';
import { sayBecause } from '@/utils/i18n/say';
import { form, t } from '@/utils/i18n/t';
import type { ContactDraft } from '@/utils/model/contact';

export interface ContactFormProps {
  stranger: StrangerView;
  busy: boolean;
  onCreate: (draft: ContactDraft) => Promise<boolean>;
  asks: ProposalActions['asks'];
  onCancel: () => void;
}

/** A new contact before it is added: what was read, what the CRM asks for besides, and whom it may be. */
export function ContactForm(props: ContactFormProps): JSX.Element {
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
    const parts = [
      { fields: ofContact.fields, values: fields },
      { fields: ofCompany.fields, values: companyFields },
    ];
    if (!allSaid(place.current, parts)) return;
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
