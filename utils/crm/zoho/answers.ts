import { z } from '@/utils/model/zod';

/*
 * What Zoho answers, only the fields used. Where there is nothing it answers 204 without a body, which reads as null.
 */

const maybeText = z.nullish(z.string());
const stamp = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/));
/** A lookup: in COQL the id alone, elsewhere the name too. */
const lookup = z.nullish(z.object({ id: z.string(), name: maybeText }));

export const pageOf = <T extends z.core.$ZodType>(row: T) =>
  z.nullable(
    z.object({
      data: z.array(row),
      info: z.nullish(z.object({ more_records: z.nullish(z.boolean()) })),
    }),
  );

/** A complaint, of a whole request or of one item. */
export const Complaint = z.object({
  code: z.string(),
  message: maybeText,
  status: z.literal('error'),
  details: z.nullish(z.object({ api_name: maybeText, param_name: maybeText })),
});

/** One item of a write, each with a status of its own. */
export const Written = z.union([
  z.object({
    status: z.literal('success'),
    code: z.string(),
    action: maybeText,
    details: z.object({ id: z.string() }),
  }),
  Complaint,
]);
export const WrittenList = z.object({ data: z.array(Written) });

export const Users = z.object({
  users: z.array(z.object({ id: z.string(), full_name: maybeText, email: maybeText })),
});
export const Orgs = z.object({ org: z.array(z.object({ id: z.string() })) });

export const ContactRow = z.object({
  id: z.string(),
  Modified_Time: stamp,
  Full_Name: maybeText,
  Email: maybeText,
  Secondary_Email: maybeText,
  Phone: maybeText,
  Mobile: maybeText,
  Title: maybeText,
  Account_Name: lookup,
  'Account_Name.Account_Name': maybeText,
  Owner: lookup,
});
export type ContactRow = z.infer<typeof ContactRow>;

export const AccountRow = z.object({
  id: z.string(),
  Modified_Time: stamp,
  Account_Name: maybeText,
  Website: maybeText,
  Owner: lookup,
});
export type AccountRow = z.infer<typeof AccountRow>;

export const DealRow = z.object({
  id: z.string(),
  Modified_Time: stamp,
  Deal_Name: maybeText,
  Account_Name: lookup,
  Contact_Name: lookup,
  Amount: z.nullish(z.number()),
  Stage: maybeText,
  Owner: lookup,
});
export type DealRow = z.infer<typeof DealRow>;

export const TaskRow = z.object({
  id: z.string(),
  Modified_Time: stamp,
  Subject: maybeText,
  Due_Date: maybeText,
  Who_Id: lookup,
});
export const StatusRow = z.object({ id: z.string(), Status: maybeText });
/** A record that may stand for an entry. */
export const MarkedRow = z.object({
  id: z.string(),
  Created_Time: stamp,
  Created_By: z.nullish(z.object({ id: z.string() })),
  Description: maybeText,
});
/** What is logged, as it is mirrored; which of the times there is depends on its module. */
export const LoggedRow = z.object({
  id: z.string(),
  Modified_Time: stamp,
  Subject: maybeText,
  Event_Title: maybeText,
  Due_Date: maybeText,
  Start_DateTime: maybeText,
  Call_Start_Time: maybeText,
  Description: maybeText,
  Who_Id: lookup,
});
export type LoggedRow = z.infer<typeof LoggedRow>;
export const StampRow = z.object({ id: z.string(), Modified_Time: stamp });
export const DeletedRow = z.object({ id: z.string(), deleted_time: stamp });
export const PersonRow = z.object({ id: z.string(), Created_Time: stamp });

/** Whether Zoho's own mailbox has this mail. */
export const MailAvailable = z.nullable(
  z.object({ available: z.nullish(z.boolean()), record: z.nullish(z.object({ id: z.string() })) }),
);

export const Layouts = z.nullable(
  z.object({
    layouts: z.array(
      z.object({
        status: z.nullish(z.string()),
        sections: z.array(
          z.object({
            fields: z.array(z.object({ api_name: z.string(), required: z.nullish(z.boolean()) })),
          }),
        ),
      }),
    ),
  }),
);
export const Fields = z.nullable(
  z.object({
    fields: z.array(
      z.object({
        api_name: z.string(),
        field_label: z.string(),
        data_type: z.string(),
        system_mandatory: z.nullish(z.boolean()),
        read_only: z.nullish(z.boolean()),
        length: z.nullish(z.int()),
        /** The organisation made it. */
        custom_field: z.nullish(z.boolean()),
        pick_list_values: z.nullish(
          z.array(z.object({ display_value: z.string(), actual_value: z.string() })),
        ),
      }),
    ),
  }),
);
