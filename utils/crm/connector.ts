import type { Http } from '@/utils/crm/http';
import type { Limit } from '@/utils/crm/pace';
import type { Activity, ActivityKind } from '@/utils/model/activity';
import type {
  Company,
  CompanyDraft,
  Contact,
  ContactChange,
  ContactDraft,
  Deal,
  LoggedActivity,
  Task,
  TaskDraft,
} from '@/utils/model/contact';
import type { CrmSchema } from '@/utils/model/crm-schema';
import type { MirrorScope, Scope } from '@/utils/model/mirror-scope';

export type { CrmField, CrmRecordSchema, CrmSchema } from '@/utils/model/crm-schema';

/** One field of a connector's settings form. Labels and hints are i18n keys: `crm.<connector>.<name>`. */
export interface SettingsField {
  name: string;
  kind: 'url' | 'text' | 'secret' | 'email';
  required: boolean;
  example?: string;
}

/** A page of a delta sync. `cursor` is opaque, survives a restart, and asks by time only, never by what mail is open. */
export interface Changes<T> {
  items: T[];
  /** Ids that no longer exist. */
  gone: string[];
  cursor: string;
  /** False: call again at once with `cursor`. */
  complete: boolean;
}

/** What a CRM made of a log. */
export interface Logged {
  remoteId: string;
  /** False: a record with one of the aliases was there already and is live. */
  created: boolean;
}

/** An activity to log. `key` is the idempotency key (UUIDv5); `aliases` are all ids under which it may already be there. */
export interface ActivityToLog {
  key: string;
  aliases: string[];
  activity: Activity;
}

/** One call of `findByAliases`: which of the entries are live in the CRM. Key of the map: the entry's `key`. */
export type Found = Map<string, string>;

/**
 * A connected CRM account. What a CRM lacks is a missing small interface, not an optional flag.
 * Everything rejects with `CrmFault` and with nothing else.
 */
export interface CrmSession {
  whoAmI(): Promise<{ account: string; userName: string; address?: string }>;
  contacts: {
    /** What leaves the scope is in `gone`, at the latest when everything is read anew. All of them unless told. */
    changedSince(cursor: string | null, scope?: Scope): Promise<Changes<Contact>>;
    /** How many `changedSince` would bring from the beginning, in one request or a few. Absent where this CRM counts none. */
    count?(scope: Scope): Promise<number>;
    /** Creates, unless a live contact with that address is there: then that one (`created: false`). */
    create(draft: ContactDraft, key: string): Promise<Logged>;
    /**
     * Changes one field. Done already, it is a success. A CRM that has no place for it without losing another value
     * says `refused` with `no-field`; a contact that is not there any more is `gone`.
     */
    update(change: ContactChange): Promise<void>;
  };
  companies: {
    changedSince(cursor: string | null, scope?: Scope): Promise<Changes<Company>>;
    /** Creates, unless a live company with that name or domain is there: then that one (`created: false`). */
    create?(draft: CompanyDraft, key: string): Promise<Logged>;
  };
  /** Open deals; one that was won, lost or closed since is in `gone`. */
  deals?: { changedSince(cursor: string | null, scope?: Scope): Promise<Changes<Deal>> };
  activities: {
    /** What this CRM has a place for. */
    kinds: readonly ActivityKind[];
    /** How many entries one `find` and one `log` take. */
    batch: { find: number; log: number };
    findByAliases(entries: ActivityToLog[]): Promise<Found>;
    /**
     * The same for entries that were handed over and got no clear answer, where the CRM would take one twice: which
     * record stands for each, `created` where this user made it. Of several the first stays, and this user's later ones
     * are removed. Absent where the CRM refuses a second one by itself.
     */
    readBack?(entries: ActivityToLog[]): Promise<Map<string, Logged>>;
    /** Creates each; the caller has asked `findByAliases` before. Answers in the order given, one fault does not stop the rest. */
    log(entries: ActivityToLog[]): Promise<(Logged | { fault: import('@/utils/model/outbox').Fault })[]>;
    /**
     * Makes what `log` created say this now, telling nobody. A text that is empty here (`subject`, `summary`,
     * `ownWords`) stays as the record has it: ours is forgotten a day after logging. What is gone is `gone`. Absent where
     * a record cannot be changed once it is there.
     */
    update?(remoteId: string, entry: ActivityToLog): Promise<void>;
    /** Removes what `log` created. Removing what is gone is a success. */
    remove(remoteId: string): Promise<void>;
    /** Own and colleagues' logged activities, by time: "already logged" is answered from the mirror. */
    changedSince?(cursor: string | null): Promise<Changes<LoggedActivity>>;
  };
  tasks?: {
    /** The user's own open tasks, and those closed since. */
    changedSince(cursor: string | null): Promise<Changes<Task>>;
    complete(taskId: string): Promise<void>;
    /** Moves the task to this day, `YYYY-MM-DD`. Absent where the CRM's tasks have no day. */
    reschedule?(taskId: string, dueDate: string): Promise<void>;
    /** The task that was created under this key, done or not; null where there is none. */
    find(draft: TaskDraft, key: string): Promise<string | null>;
    /** As `activities.readBack`, for a task that was handed over and got no clear answer. */
    readBack?(draft: TaskDraft, key: string): Promise<Logged | null>;
    /** Creates a task for the user themselves, telling nobody else; the caller has asked `find` before. */
    create(draft: TaskDraft, key: string): Promise<Logged>;
    /** Removes what `create` created. Removing what is gone is a success. */
    remove(taskId: string): Promise<void>;
  };
  /**
   * What this CRM asks of the records that we write, read from its own schema: shown on connecting, and required fields
   * become part of the proposal. Absent where the CRM describes nothing.
   */
  describe?(): Promise<CrmSchema>;
  /** Where a person opens this record in the CRM, or null. */
  linkTo(kind: 'contact' | 'company' | 'deal' | 'task' | 'activity', id: string): string | null;
}

/**
 * The CRM's own sign-in page: OAuth 2.0, authorization code with PKCE (S256), a public client without a secret.
 * RFC 6749, 7636, 8252.
 */
export interface SignIn {
  /** https addresses. */
  authorizationEndpoint: string;
  tokenEndpoint: string;
  clientId: string;
  /** Separated by spaces. */
  scope: string;
  /** What this server wants besides on its sign-in page, e.g. `access_type`. */
  parameters?: Record<string, string>;
  /** What its token answer says besides that the connector needs, e.g. `instance_url`. */
  keeps?: readonly string[];
  /** The word before the token in `Authorization`; `Bearer` unless told. */
  scheme?: string;
}

/** What a connector with a sign-in page sends its requests with. */
export interface Access {
  /** What the token answer said besides, as `SignIn.keeps` names it. */
  said: Record<string, string>;
}

/** What this account said of its fields within the last day, where that is stored. */
export type KeptSchema = () => Promise<CrmSchema | null>;

/**
 * What a session learnt of its server and user, as text of the connector's own making, at most 2,000 characters: kept
 * with the connection for a day, so that a new worker need not ask again. Never a key, a token or anything of a mail.
 */
export interface Learnt {
  /** Null where nothing is kept, or it is older than a day. */
  read(): Promise<string | null>;
  /** Null: what was kept does not hold any more. */
  keep(text: string | null): Promise<void>;
}

export interface CrmConnector {
  /** Folder name under utils/crm, e.g. `odoo`. */
  id: string;
  /** The product's own name, e.g. `Odoo`. Not translated. */
  name: string;
  fields: SettingsField[];
  /** Origins to ask permission for, e.g. `https://crm.example/*`. Throws `SettingsProblem` where the settings make none. */
  origins(settings: Record<string, string>): string[];
  /** How doubles are prevented, and which window remains: i18n keys' suffix, see `crm.<connector>.duplicates`. */
  duplicates: 'unique-key' | 'find-then-create' | 'create-then-read-back';
  /** Whether somebody confirmed this connector on a live account. */
  confirmedLive: boolean;
  /**
   * Which scopes its own requests can be narrowed to. One that is missing is not offered, and
   * `pageWords.mirrorScope.lacks` says why.
   */
  scopes: readonly MirrorScope[];
  /** What this vendor takes of one account, a little less than it says. Absent where there is no limit. */
  limits?: readonly Limit[];
  /** Absent where a key is pasted. Throws `SettingsProblem`. */
  signIn?(settings: Record<string, string>): SignIn;
  /** Where there is a sign-in page, `http` bears the token already. */
  connect(
    settings: Record<string, string>,
    http: Http,
    access?: Access,
    kept?: KeptSchema,
    learnt?: Learnt,
  ): CrmSession;
}

/** The settings cannot work, whatever the server says. `code` is an `IntentAnswer` problem code. */
export class SettingsProblem extends Error {
  readonly code: 'insecure-address' | 'not-a-url';
  constructor(code: 'insecure-address' | 'not-a-url') {
    super(code);
    this.name = 'SettingsProblem';
    this.code = code;
  }
}

/** Names a CRM account for keys and mirrors: the same for two colleagues in one database, different for two databases. */
export function crmAccountId(connector: string, server: string, database: string): string {
  return `${connector}|${server}|${database}`.toLowerCase();
}
