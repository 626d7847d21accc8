import type { JSX } from 'preact';
import { Button } from '@/components/design/button';
import { Icon, type IconName } from '@/components/design/icons';
import type { ConsentModel, SiteView } from '@/components/welcome/consent-props';
import { t } from '@/utils/i18n/t';
import type { PageSite } from '@/utils/model/captured';

const pictures: Record<PageSite, IconName> = {
  gmail: 'mail',
  'google-calendar': 'calendar',
  outlook: 'mail',
  'outlook-calendar': 'calendar',
};

/** The sites that can be read, each with its own yes and its own way back. */
export function SiteList({ consent }: { consent: ConsentModel }): JSX.Element {
  return (
    <ul class="sites">
      {consent.sites.value.map((view) => (
        <SiteRow key={view.site} view={view} consent={consent} />
      ))}
    </ul>
  );
}

function SiteRow({ view, consent }: { view: SiteView; consent: ConsentModel }): JSX.Element {
  const { site, state } = view;
  const words = t.sites;
  const name = t.site[site];
  return (
    <li class={state === 'on' ? 'site site--on' : 'site'}>
      <Icon name={pictures[site]} size={18} />
      <div class="site__what">
        <strong>{name}</strong>
        <span>{words.what[site]}</span>
        <small>{words.where[site]}</small>
        {!view.confirmedLive && <small>{words.unconfirmed}</small>}
        {state === 'host-missing' && <small class="site__lost">{words.hostMissing}</small>}
      </div>
      <div class="site__act">
        {state === 'on' ? (
          <>
            <span class="site__on">
              <Icon name="check" size={14} />
              {words.on}
            </span>
            <Button label={words.stopNamed(name)} onPress={() => consent.stop(site)}>
              {words.stop}
            </Button>
          </>
        ) : (
          <Button look="outline" busy={state === 'asking'} onPress={() => consent.read(site)}>
            {state === 'asking'
              ? words.asking
              : state === 'host-missing'
                ? words.allow(name)
                : words.read(name)}
          </Button>
        )}
      </div>
    </li>
  );
}
