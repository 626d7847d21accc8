import { computed, signal } from '@preact/signals';
import type { PageSite } from '@/utils/model/captured';
import { consentedSites } from '@/utils/model/settings';
import { allSites, patternsOf, unconfirmedSites } from '@/utils/model/site-hosts';
import { commandKeys } from '@/utils/platform/command-keys';
import { requestOrigins } from '@/utils/platform/permissions';
import { openDatabase } from '@/utils/store/database';
import { getSettings } from '@/utils/store/settings';
import type { Commands, Problem } from '@/utils/view/commands';
import { watchGrantedSites } from '@/utils/view/granted-sites';
import { watch } from '@/utils/view/live';
import { openPage, type PageName } from '@/utils/view/pages';

/**
 * Which sites may Sidelog read? Used by the welcome page and by the settings.
 * A site is `on` when both are there: the consent, which we store, and the host, which the browser grants.
 */
export function createConsent(commands: Commands, abort: AbortSignal) {
  const settings = watch(() => getSettings(openDatabase('real'), 'real'), abort);
  const granted = watchGrantedSites(abort);
  const asking = signal<PageSite | null>(null);
  const refused = signal(false);
  const withdrawn = signal(location.hash === '#withdrawn');
  const problem = signal<Problem | null>(null);
  const panelKeys = signal('');
  void commandKeys('open-panel').then((keys) => {
    panelKeys.value = keys;
  });
  const consent = computed(() => (settings.value.state === 'ready' ? settings.value.value.consent : null));
  const agreed = computed(() =>
    settings.value.state === 'ready' ? consentedSites(settings.value.value) : [],
  );
  const sites = computed(() =>
    allSites.map((site) => ({
      site,
      confirmedLive: !unconfirmedSites.has(site),
      state: stateOf(site, agreed.value, granted.value ?? new Set(), asking.value),
    })),
  );
  const phase = computed(() => {
    if (settings.value.state === 'loading' || granted.value === null) return 'loading' as const;
    if (refused.value) return 'refused' as const;
    if (sites.value.some(({ state }) => state === 'on')) return 'ready' as const;
    if (withdrawn.value) return 'withdrawn' as const;
    if (agreed.value.length > 0) return 'host-missing' as const;
    return consent.value ? ('agree-anew' as const) : ('ask' as const);
  });
  const tell = async (next: PageSite[]) => {
    const stored = await commands.request({ type: 'consent', sites: next });
    problem.value = stored.ok ? null : stored.problem;
  };
  return {
    phase,
    sites,
    problem,
    panelKeys,
    consentAt: computed(() => consent.value?.at ?? null),
    unreachable: commands.unreachable,
    /** To be called in the press itself: the browser asks for the site's host only there. */
    read: (site: PageSite) => {
      const answer = requestOrigins(patternsOf([site]));
      asking.value = site;
      refused.value = false;
      problem.value = null;
      void answer
        .catch(() => false)
        .then(async (given) => {
          refused.value = !given;
          if (given) await tell([...new Set([...agreed.value, site])]);
          asking.value = null;
        });
    },
    stop: (site: PageSite) => {
      const left = agreed.value.filter((each) => each !== site);
      if (left.length === 0) withdrawn.value = true;
      refused.value = false;
      void tell(left);
    },
    withdraw: () => {
      withdrawn.value = true;
      refused.value = false;
      void commands.request({ type: 'withdraw-consent' }).then((stored) => {
        if (!stored.ok) problem.value = stored.problem;
      });
    },
    openPage: (page: PageName) => void openPage(page, commands.request),
  };
}

function stateOf(
  site: PageSite,
  agreed: readonly PageSite[],
  granted: ReadonlySet<PageSite>,
  asking: PageSite | null,
) {
  if (asking === site) return 'asking' as const;
  if (!agreed.includes(site)) return 'off' as const;
  return granted.has(site) ? ('on' as const) : ('host-missing' as const);
}
