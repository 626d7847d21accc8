import type { JSX } from 'preact';
import { Disclosure, EmptyState } from '@/components/design/blocks';
import { Button } from '@/components/design/button';
import type { PanelActions } from '@/components/panel/panel-props';
import { t } from '@/utils/i18n/t';
import type { PageSite } from '@/utils/model/captured';
import { allSites, unconfirmedSites } from '@/utils/model/site-hosts';

interface OtherPageProps {
  here: PageSite | null;
  off: readonly PageSite[];
  actions: Pick<PanelActions, 'readSite' | 'openPage'>;
}

/** A tab that is not read: one of the sites that the rep can turn on, where the browser says so, or any other page. */
export function OtherPage({ here, off, actions }: OtherPageProps): JSX.Element {
  const words = t.sites;
  if (here)
    return (
      <EmptyState
        icon="eye"
        title={words.hereTitle(t.site[here])}
        actions={
          <Button look="primary" onPress={() => void actions.readSite(here)}>
            {words.read(t.site[here])}
          </Button>
        }
      >
        {words.here} {unconfirmedSites.has(here) && <span class="empty__more">{words.unconfirmed}.</span>}
      </EmptyState>
    );
  const first = allSites.find((site) => !off.includes(site));
  return (
    <EmptyState
      icon="mail"
      title={t.panel.empty.otherPageTitle}
      actions={
        <>
          {first && (
            <Button look="outline" onPress={() => actions.openPage(first)}>
              {t.sites.open(t.site[first])}
            </Button>
          )}
          {off.length > 0 && (
            <div class="empty__sites">
              <Disclosure summary={words.others}>
                {off.map((site) => (
                  <Button key={site} look="link" onPress={() => void actions.readSite(site)}>
                    {words.read(t.site[site])}
                  </Button>
                ))}
              </Disclosure>
            </div>
          )}
        </>
      }
    >
      {t.panel.empty.otherPage}
    </EmptyState>
  );
}
