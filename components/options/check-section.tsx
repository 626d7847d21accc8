import type { JSX } from 'preact';
import { Button } from '@/components/design/button';
import type { OptionsActions, OptionsModel } from '@/components/options/options-props';
import { Section } from '@/components/options/section';
import { pageWords } from '@/utils/i18n/page-words';
import { form, t } from '@/utils/i18n/t';
import { PageSite } from '@/utils/model/captured';
import { SourceKind } from '@/utils/model/self-check';

/** On which ways each site's content came, and the sample that a user may hand over. */
export function CheckSection(props: { model: OptionsModel; actions: OptionsActions }): JSX.Element {
  const words = pageWords.options.check;
  const sources = props.model.sources.value;
  const seen = PageSite.options.filter((site) => sources[site] !== undefined);
  return (
    <Section id="check" title={pageWords.options.sections.check} hint={words.hint}>
      <p class="note">{words.unconfirmed}</p>
      {seen.length === 0 ? (
        <p class="note">{words.empty}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section class="scroll" tabIndex={0} aria-label={words.table}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.site}</th>
                {SourceKind.options.map((kind) => (
                  <th scope="col" key={kind}>
                    {words.kind[kind]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {seen.map((site) => (
                <tr key={site}>
                  <th scope="row">{t.site[site]}</th>
                  {SourceKind.options.map((kind) => (
                    <td class="figure" key={kind}>
                      {form.number(sources[site]?.[kind] ?? 0)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <div class="buttons">
        <Button look="outline" onPress={() => void props.actions.exportSample()}>
          {words.export}
        </Button>
      </div>
      <p class="note">{words.exportHint}</p>
    </Section>
  );
}
