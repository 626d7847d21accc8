import { z } from '@/utils/model/zod';

/*
 * What Odoo answers, only the fields used. Odoo writes false where others write null.
 */

const maybeText = z.union([z.string(), z.literal(false), z.null()]);
/** `[7, "Ada Lovelace"]` or false. */
const manyToOne = z.union([z.tuple([z.int(), z.string()]), z.literal(false)]);
/** `2026-11-21 18:41:39`, UTC without saying so. */
const stamp = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}/));

/** JSON-RPC wraps every answer; a complaint has no `result` and is read by `explainOdoo`. */
export const rpcResult = <T extends z.core.$ZodType>(result: T) =>
  z.pipe(
    z.pipe(
      z.object({ result: z.unknown() }),
      z.transform((envelope) => envelope.result),
    ),
    result,
  );

export const Version = z.object({
  server_version: z.string(),
  server_version_info: z.array(z.union([z.string(), z.int()])),
});
export const DatabaseNames = z.array(z.string());
/** False: login and key do not fit. */
export const Uid = z.union([z.int(), z.literal(false)]);
export const Context = z.object({ uid: z.int() });
export const Ids = z.array(z.int());
export const Count = z.int();
/** Methods whose answer says nothing that is used. */
export const Anything = z.unknown();
/** `["mail.message.subtype", 2]` */
export const Reference = z.tuple([z.string(), z.int()]);

export const Users = z.array(
  z.object({
    id: z.int(),
    name: z.string(),
    login: z.string(),
    email: maybeText,
    partner_id: manyToOne,
  }),
);

export const PartnerRow = z.object({
  id: z.int(),
  name: maybeText,
  email: maybeText,
  email_normalized: maybeText,
  phone: maybeText,
  /** Gone since Odoo 19. */
  mobile: z.optional(maybeText),
  function: maybeText,
  website: maybeText,
  is_company: z.boolean(),
  active: z.boolean(),
  commercial_partner_id: manyToOne,
  write_date: stamp,
});
export const Partners = z.array(PartnerRow);
/** What to ask for; `mobile` besides, where there is one. */
export const PARTNER_FIELDS = [
  'name',
  'email',
  'email_normalized',
  'phone',
  'function',
  'website',
  'is_company',
  'active',
  'commercial_partner_id',
  'write_date',
];
export type Partner = z.infer<typeof PartnerRow>;

/** The newest change, to know where the next delta starts. */
export const Newest = z.array(z.object({ id: z.int(), write_date: stamp }));

export const Messages = z.array(
  z.object({
    id: z.int(),
    message_id: maybeText,
    body: z.optional(maybeText),
    create_uid: z.optional(manyToOne),
    is_internal: z.optional(z.boolean()),
    write_date: z.optional(stamp),
  }),
);

/** What is read of a message or a meeting to know what it stands for. */
export const NoteRow = z.object({
  id: z.int(),
  message_id: maybeText,
  message_type: z.string(),
  subject: maybeText,
  body: maybeText,
  date: z.union([stamp, z.literal(false)]),
  model: maybeText,
  res_id: z.union([z.int(), z.literal(false)]),
  write_date: stamp,
});
export type NoteRow = z.infer<typeof NoteRow>;
export const Notes = z.array(NoteRow);
export const NOTE_FIELDS = [
  'message_id',
  'message_type',
  'subject',
  'body',
  'date',
  'model',
  'res_id',
  'write_date',
];

/** Records and who made them. */
export const Made = z.array(z.object({ id: z.int(), create_uid: z.optional(manyToOne) }));

/** A `calendar.event`. */
export const EventRow = z.object({
  id: z.int(),
  name: maybeText,
  start: z.union([stamp, z.literal(false)]),
  description: maybeText,
  partner_ids: z.array(z.int()),
  active: z.boolean(),
  create_uid: z.optional(manyToOne),
  write_date: stamp,
});
export type EventRow = z.infer<typeof EventRow>;
export const Events = z.array(EventRow);
export const EVENT_FIELDS = ['name', 'start', 'description', 'partner_ids', 'active', 'write_date'];

/** A `crm.lead`; open opportunities are our deals. */
export const LeadRow = z.object({
  id: z.int(),
  name: maybeText,
  type: maybeText,
  active: z.boolean(),
  probability: z.number(),
  date_closed: z.union([stamp, z.literal(false)]),
  partner_id: manyToOne,
  expected_revenue: z.union([z.number(), z.literal(false)]),
  company_currency: manyToOne,
  stage_id: manyToOne,
  write_date: stamp,
});
export type LeadRow = z.infer<typeof LeadRow>;
export const Leads = z.array(LeadRow);
export const LEAD_FIELDS = [
  'name',
  'type',
  'active',
  'probability',
  'date_closed',
  'partner_id',
  'expected_revenue',
  'company_currency',
  'stage_id',
  'write_date',
];

/** Records that are known by their name alone. */
export const NamedRows = z.array(z.object({ id: z.int(), name: z.string() }));

/** What `fields_get` says of each field, as far as it is asked. */
export const FieldDefs = z.record(
  z.string(),
  z.object({
    string: z.optional(maybeText),
    type: z.optional(z.string()),
    required: z.optional(z.boolean()),
    readonly: z.optional(z.boolean()),
    /** Of a text: its most characters, where it has one. */
    size: z.optional(z.union([z.int(), z.literal(false), z.null()])),
    selection: z.optional(z.array(z.tuple([z.unknown(), z.string()]))),
  }),
);
export type FieldDefs = z.infer<typeof FieldDefs>;

export const MailActivityRow = z.object({
  id: z.int(),
  summary: maybeText,
  date_deadline: z.union([z.string(), z.literal(false)]),
  res_model: maybeText,
  res_id: z.union([z.int(), z.literal(false)]),
  res_name: maybeText,
  activity_type_id: manyToOne,
  write_date: stamp,
});
export const MailActivities = z.array(MailActivityRow);

/** A complaint, in JSON-RPC's envelope (status 200) … */
export const RpcError = z.object({
  error: z.object({
    code: z.optional(z.int()),
    message: z.optional(z.string()),
    data: z.optional(z.object({ name: z.optional(z.string()), message: z.optional(z.string()) })),
  }),
});
/** … and in JSON-2's (a real status). */
export const Json2Error = z.object({ name: z.string(), message: z.string() });
/** What a proxy in front of Odoo may say with 429. */
export const WaitBody = z.object({ retry_after: z.number() });
