import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { pageWords } from '@/utils/i18n/page-words';
import { form, t } from '@/utils/i18n/t';
import type { Contact } from '@/utils/model/contact';
import type { Intent, IntentAnswer } from '@/utils/model/messages';
import type { MirrorScope } from '@/utils/model/mirror-scope';
import { Sources } from '@/utils/model/self-check';
import type { FieldFill } from '@/utils/model/settings';
import { aboutSidelog } from '@/utils/platform/about';
import { signInRedirect } from '@/utils/platform/identity';
import { mayNotify, requestNotifications } from '@/utils/platform/notify';
import { onPermissionsChanged, requestCrmAccess } from '@/utils/platform/permissions';
import { watchSession } from '@/utils/platform/watch-session';
import { openDatabase } from '@/utils/store/database';
import { getSettings } from '@/utils/store/settings';
import { createBackup } from '@/utils/view/backup';
import type { Commands, Problem } from '@/utils/view/commands';
import { enableKeys, keysEnabled } from '@/utils/view/keyboard';
import { readEntry } from '@/utils/view/list-entry';
import { orElse, watch, watchClock } from '@/utils/view/live';
import { readChoices } from '@/utils/view/read-choices';
import { readReport } from '@/utils/view/read-report';
import { readTransfer } from '@/utils/view/read-transfer';
import { readWritten } from '@/utils/view/read-written';
import { saveFile } from '@/utils/view/save-file';

/** What the settings page needs of a connector; entrypoints/options hands it over, because view may not know CRMs. */
export interface ConnectorDoor {
  id: string;
  origins(settings: Record<string, string>): string[];
}

/** The notebook's own reading functions, handed over for the same reason. */
export interface NotebookDoor<T> {
  contacts(search: string): Promise<Contact[]>;
  timeline(contactId: string): Promise<T[]>;
}

type SettingsChange = Extract<Intent, { type: 'change-settings' }>['change'];

const LEDGER_LINES = 500;

type ConnectState =
  | { state: 'idle' | 'asking' | 'connecting' | 'denied' }
  | { state: 'failed'; problem: Problem; connector: string }
  | { state: 'done'; userName: string };

/** Which of the settings' problems an error of `origins` means. */
function settingsProblem(error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return { code: code === 'insecure-address' ? 'insecure-address' : 'not-a-url', args: [] };
}

/** Empty where this browser has no sign-in window. */
function redirectOrEmpty(): string {
  try {
    return signInRedirect();
  } catch {
    return '';
  }
}

/** Everything the settings page shows and does. */
export function createOptions<T>(
  connectors: ReadonlySignal<readonly ConnectorDoor[]>,
  notebook: NotebookDoor<T>,
  commands: Commands,
  abort: AbortSignal,
) {
  const db = openDatabase('real');
  const settings = watch(() => getSettings(db, 'real'), abort);
  const ledger = watch(() => db.ledger.orderBy('at').reverse().limit(LEDGER_LINES).toArray(), abort);
  const drift = watch(() => db.drift.orderBy('at').reverse().toArray(), abort);
  const mirror = watch(async () => {
    const { crm } = await getSettings(db, 'real');
    const cursor = await db.cursors.get([crm.account, 'contacts']);
    const completeAt = cursor?.completeAt ?? null;
    const readsAgain = completeAt === null && (cursor?.round ?? 0) > 0;
    return { contacts: cursor?.rows ?? 0, completeAt, readsAgain };
  }, abort);

  const written = watch(async () => {
    const { crm } = await getSettings(db, 'real');
    return crm.connector === 'notebook' ? null : readWritten(db, crm);
  }, abort);
  const transfer = watch(() => readTransfer(db), abort);
  const choices = watch(() => readChoices(db), abort);
  const about = { ...aboutSidelog(), locale: form.locale };
  const report = watch(() => readReport(db, about), abort);
  const notifies = signal(true);
  const lookWhetherNotifies = () => {
    void mayNotify().then((may) => {
      notifies.value = may;
    });
  };
  lookWhetherNotifies();
  onPermissionsChanged(lookWhetherNotifies);
  const sources = signal<Sources>({});
  watchSession(
    'sources',
    (value) => {
      const parsed = Sources.safeParse(value);
      sources.value = parsed.success ? parsed.data : {};
    },
    abort,
  );
  const connect = signal<ConnectState>({ state: 'idle' });
  const problem = signal<Problem | null>(null);
  const said = signal('');
  const syncing = signal(false);

  let search: AbortController | null = null;
  const contacts = signal<Contact[]>([]);
  const findContacts = (text: string) => {
    search?.abort();
    search = new AbortController();
    const found = watch(() => notebook.contacts(text), search.signal);
    found.subscribe((live) => {
      if (live.state === 'ready') contacts.value = live.value;
    });
  };
  findContacts('');

  let shown: AbortController | null = null;
  const timeline = signal<T[]>([]);
  const showTimeline = (contactId: string | null) => {
    shown?.abort();
    timeline.value = [];
    if (contactId === null) return;
    shown = new AbortController();
    watch(() => notebook.timeline(contactId), shown.signal).subscribe((live) => {
      if (live.state === 'ready') timeline.value = live.value;
    });
  };

  /** Carries out, says what was done, keeps what went wrong. */
  const tell = async (answer: Promise<IntentAnswer>, done: string): Promise<IntentAnswer> => {
    problem.value = null;
    const got = await answer;
    if (got.ok) said.value = done;
    else problem.value = got.problem;
    return got;
  };

  const backup = createBackup(commands.request);

  const connectCrm = (connectorId: string, values: Record<string, string>) => {
    const connector = connectors.value.find((each) => each.id === connectorId);
    if (!connector) return;
    let access: Promise<boolean>;
    try {
      access = requestCrmAccess(connector.origins(values));
    } catch (error) {
      connect.value = { state: 'failed', problem: settingsProblem(error), connector: connectorId };
      return;
    }
    connect.value = { state: 'asking' };
    void access
      .catch(() => false)
      .then(async (granted) => {
        if (!granted) {
          connect.value = { state: 'denied' };
          return;
        }
        connect.value = { state: 'connecting' };
        const answer = await commands.request({
          type: 'connect-crm',
          connector: connectorId,
          settings: values,
        });
        connect.value = answer.ok
          ? { state: 'done', userName: answer.userName ?? '' }
          : { state: 'failed', problem: answer.problem, connector: connectorId };
      });
  };

  return {
    model: {
      now: watchClock(30_000, abort),
      settings: computed(() => (settings.value.state === 'ready' ? settings.value.value : null)),
      broken: computed(() => settings.value.state === 'broken'),
      connect,
      mirror: computed(() => orElse(mirror.value, { contacts: 0, completeAt: null, readsAgain: false })),
      syncing,
      ledger: computed(() => orElse(ledger.value, [])),
      drift: computed(() => orElse(drift.value, [])),
      written: computed(() => orElse(written.value, null)),
      transfer: computed(() => orElse(transfer.value, null)),
      redirect: redirectOrEmpty(),
      choices: computed(() => orElse(choices.value, [])),
      sources,
      contacts,
      timeline,
      problem,
      unreachable: commands.unreachable,
      said,
      ...backup.model,
      report: computed(() => orElse(report.value, '')),
      mayNotify: notifies,
      firefox: location.protocol === 'moz-extension:',
    },
    actions: {
      change: async (change: SettingsChange) => {
        await tell(commands.request({ type: 'change-settings', change }), t.saved);
      },
      fill: async (fills: FieldFill[]) => {
        await tell(commands.request({ type: 'fill-fields', fills }), t.saved);
      },
      mirrorScope: async (scope: MirrorScope) => {
        await tell(commands.request({ type: 'mirror-scope', scope }), t.saved);
      },
      /** Nothing where the CRM counts none, or does not answer. */
      countScopes: async () => {
        const answer = await commands.request({ type: 'count-scopes' });
        return new Map(answer.ok ? answer.contactCounts?.map(({ scope, count }) => [scope, count]) : []);
      },
      transfer: async (how: 'start' | 'leave') => {
        await tell(commands.request({ type: 'transfer-notebook', how }), t.saved);
      },
      firstLogSeen: async () => {
        await tell(commands.request({ type: 'first-log-seen' }), t.saved);
      },
      morningNote: (on: boolean) => {
        const allowed = on ? requestNotifications() : Promise.resolve(true);
        void allowed
          .catch(() => false)
          .then(async (granted) => {
            if (!granted) said.value = pageWords.options.day.morningDenied;
            else
              await tell(commands.request({ type: 'change-settings', change: { morningNote: on } }), t.saved);
          });
      },
      forgetChoice: async (id: string) => {
        await tell(commands.request({ type: 'forget-correction', book: 'real', id }), t.pick.said.again);
      },
      connect: connectCrm,
      disconnect: async () => {
        const answer = await tell(commands.request({ type: 'disconnect-crm' }), t.saved);
        if (answer.ok) connect.value = { state: 'idle' };
      },
      syncNow: async () => {
        syncing.value = true;
        await tell(commands.request({ type: 'sync-now', book: 'real' }), '');
        syncing.value = false;
      },
      exportSheets: async () => {
        const answer = await tell(commands.request({ type: 'export-notebook', book: 'real' }), t.saved);
        if (answer.ok) for (const file of answer.files ?? []) saveFile(file);
      },
      ...backup.actions,
      keys: { enabled: keysEnabled, enable: enableKeys },
      findContacts,
      showTimeline,
      readEntry,
      copy: async (text: string) => {
        await navigator.clipboard.writeText(text);
        said.value = t.copied;
      },
      exportSample: async () => {
        const answer = await tell(commands.request({ type: 'export-sample' }), t.saved);
        if (answer.ok && answer.file) saveFile(answer.file);
      },
      forgetEverything: async () => {
        const answer = await tell(
          commands.request({ type: 'forget-everything' }),
          pageWords.options.forget.done,
        );
        if (answer.ok) localStorage.clear();
        return answer.ok;
      },
    },
  };
}
