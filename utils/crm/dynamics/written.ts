/** Which table is written for what, and which of ours goes into its columns. */
export const written = {
  email: {
    table: 'email',
    ours: {
      subject: 'subject',
      description: 'ownWords',
      directioncode: 'direction',
      actualend: 'at',
      regardingobjectid: 'contactIds',
    },
  },
  meeting: {
    table: 'appointment',
    ours: {
      subject: 'subject',
      description: 'summary',
      scheduledstart: 'at',
      scheduledend: 'endsAt',
      location: 'place',
      regardingobjectid: 'contactIds',
    },
  },
  call: {
    table: 'phonecall',
    ours: {
      subject: 'subject',
      description: 'summary',
      directioncode: 'direction',
      actualstart: 'at',
      actualdurationminutes: 'minutes',
      regardingobjectid: 'contactIds',
    },
  },
  contact: {
    table: 'contact',
    ours: {
      firstname: 'name',
      lastname: 'name',
      emailaddress1: 'address',
      telephone1: 'phone',
      mobilephone: 'mobile',
      jobtitle: 'title',
      parentcustomerid: 'company',
      websiteurl: 'website',
    },
  },
  company: { table: 'account', ours: { name: 'name', websiteurl: 'domain' } },
  task: {
    table: 'task',
    ours: { subject: 'title', description: 'note', scheduledend: 'dueDate', regardingobjectid: 'contactIds' },
  },
} as const;
