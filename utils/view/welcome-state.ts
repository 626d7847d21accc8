import { computed, signal } from '@preact/signals';
import { commandKeys } from '@/utils/platform/command-keys';
import { requestOrigins } from '@/utils/platform/permissions';
import { openDatabase } from '@/utils/store/database';
import { getSettings } from '@/utils/store/settings';
import type { Commands, Problem } from '@/utils/view/commands';
import { watch } from '@/utils/view/live';
import { openPage, type PageName } from '@/utils/view/pages';
import { GMAIL_ORIGINS, watchGmailHost } from '@/utils/view/surroundings';

/**
 * The one decision: may Sidelog read Gmail's pages. Used by the welcome page and by the settings.
 * `ready` needs both the consent, which we store, and the host, which the browser grants.
 */
export function createConsent(commands: Commands, abort: AbortSignal) {
  const settings = watch(() => getSettings(openDatabase('real'), 'real'), abort);
  const host = watchGmailHost(abort);
  const asking = signal(false);
  const refused = signal(false);
  const withdrawn = signal(location.hash === '#withdrawn');
  const problem = signal<Problem | null>(null);
  const panelKeys = signal('');
  void commandKeys('open-panel').then((keys) => {
    panelKeys.value = keys;
  });
  const consent = computed(() => (settings.value.state === 'ready' ? settings.value.value.consent : null));
  const phase = computed(() => {
    if (settings.value.state === 'loading' || host.value === null) return 'loading' as const;
    if (asking.value) return 'asking' as const;
    if (consent.value && host.value) return 'ready' as const;
    if (refused.value) return 'refused' as const;
    if (withdrawn.value) return 'withdrawn' as const;
    return consent.value ? ('host-missing' as const) : ('ask' as const);
  });
  return {
    phase,
    problem,
    panelKeys,
    consentAt: computed(() => consent.value?.at ?? null),
    unreachable: commands.unreachable,
    /** To be called in the press itself: the browser asks for the host only there. */
    agree: () => {
      const answer = requestOrigins(GMAIL_ORIGINS);
      asking.value = true;
      refused.value = false;
      problem.value = null;
      void answer
        .catch(() => false)
        .then(async (granted) => {
          refused.value = !granted;
          if (granted) {
            const stored = await commands.request({ type: 'consent', sites: ['gmail'] });
            if (!stored.ok) problem.value = stored.problem;
          }
          asking.value = false;
        });
    },
    withdraw: () => {
      withdrawn.value = true;
      void commands.request({ type: 'withdraw-consent' }).then((stored) => {
        if (!stored.ok) problem.value = stored.problem;
      });
    },
    openPage: (page: PageName) => void openPage(page, commands.request),
  };
}
