import type { Formats } from '@/utils/i18n/formats';

/** Which of ours, by the name that a connector gives it. */
const places: Readonly<Record<string, string>> = {
  subject: 'Subject',

  at: 'Time',
  endsAt: 'End',
  minutes: 'Minutes',
  participants: 'People on it',
  contactIds: 'Contacts',
  companyId: 'Company',
  dealId: 'Deal',
  summary: 'Summary or notes',
  ownWords: 'The sender’s own words',
  attachmentNames: 'Names of files',
  direction: 'Received or sent',
  place: 'Place',
  title: 'Title',
  dueDate: 'Due day',
  note: 'The sentence it comes from',
  name: 'Name',
  address: 'E-mail address',
  phone: 'Phone',
  mobile: 'Mobile',
  company: 'Company',
  domain: 'Website’s domain',
  postalAddress: 'Postal address',
  website: 'Website',
  kind: 'The type that fits',
  nextStep: 'Next step',
  nextStepDue: 'Day of the next step',
  outcome: 'Outcome',
};

/** What goes into which of the CRM's fields, the notebook's transfer, and the first entry. */
export const written = (f: Formats) => ({
  title: 'What is written, field by field',
  checked: (crm: string) =>
    `${crm} itself says which fields it has. Checked when you connected, then once a day.`,
  unchecked: (crm: string) =>
    `${crm} does not say which fields it asks for, so this cannot be checked beforehand. What it refuses waits for you with its reason.`,
  example: (subject: string) => `The examples are from your own list: “${subject}”. Nothing of it was sent.`,
  noExample: 'Once a mail waits in your list, its words stand here as an example.',
  kind: {
    email: 'E-mail',
    meeting: 'Meeting',
    call: 'Call',
    task: 'Task',
    contact: 'New contact',
    company: 'New company',
  },
  record: (kind: string, record: string) => (record ? `${kind}: “${record}” in the CRM` : kind),
  field: 'Field',
  gets: 'Gets',
  exampleTitle: 'Example',
  required: 'required',
  nothing: 'left alone',
  always: (value: string) => `always “${value}”`,
  ask: 'asked for in each entry',
  missing: (count: number) =>
    f.plural(count, {
      one: '# field is asked for that Sidelog cannot know',
      other: '# fields are asked for that Sidelog cannot know',
    }),
  missingHint:
    'Say once what goes into it, or leave it open: then the entry asks you before it is logged, and nothing is refused.',
  fits: 'Everything that the CRM asks for is filled.',
  fill: (kind: string, label: string) => `${kind}: ${label}`,
  each: 'Ask me in each entry',
  save: 'Save',
  /** Types and fields, as the rep wants them. */
  mapping: {
    hint: (crm: string) =>
      `Choose which type an entry becomes in ${crm}, and what else goes into its fields. It holds for what you log from now on.`,
    typeOurs: 'As Sidelog chooses',
    requiredField: (label: string) => `${label} (required)`,
    always: 'Always the same',
    leave: 'Leave it alone',
    value: (label: string) => `What always goes into ${label}`,
    means: (label: string, ours: string) => `${label} where it is “${ours}”`,
    add: 'Fill another field',
    choose: 'Choose a field…',
    beyond: (fields: readonly string[], crm: string) =>
      f.plural(fields.length, {
        one: `${crm} asks for a field that cannot be filled from here: ${f.list(fields)}`,
        other: `${crm} asks for # fields that cannot be filled from here: ${f.list(fields)}`,
      }),
    beyondHint: (crm: string) =>
      `${crm} would refuse these records. Ask whoever runs it to make that optional or to give it a value of its own.`,
    gone: (field: string, crm: string) => `${crm} no longer has the field “${field}” that you fill`,
    forget: 'Fill it no more',
    saved: 'Saved',
  },
  /** Of ours. */
  place: places,
});
