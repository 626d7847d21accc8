import type { JSX, RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { IconButton } from '@/components/design/button';
import { Icon, Mark } from '@/components/design/icons';
import { Kbd } from '@/components/design/kbd';
import { type PageId, pageIds, pages, type SectionId } from '@/components/options/settings-map';
import { pageWords } from '@/utils/i18n/page-words';
import { t } from '@/utils/i18n/t';

export interface OptionsNavProps {
  page: PageId;
  section: SectionId;
  searching: boolean;
  typed: string;
  field: RefObject<HTMLInputElement | null>;
  onType: (typed: string) => void;
  /** Goes to the first of what was found. */
  onEnter: () => void;
  onGo: (section: SectionId) => void;
}

/** Where one goes in the settings: the search, and every section under its page. Folded up where there is no room. */
export function OptionsNav(props: OptionsNavProps): JSX.Element {
  const { page, section, searching, typed, onType } = props;
  const [open, setOpen] = useState(false);
  const words = pageWords.options.find;
  return (
    <header class="side">
      <p class="brand">
        <Mark size={22} />
        {t.productName}
        <span>{pageWords.options.title}</span>
      </p>
      <search class="find">
        <Icon name="search" size={14} />
        <input
          class="input"
          ref={props.field}
          type="text"
          inputMode="search"
          value={typed}
          maxLength={100}
          placeholder={words.label}
          aria-label={words.label}
          aria-keyshortcuts="/"
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => onType(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') props.onEnter();
            if (event.key === 'Escape' && typed !== '') {
              event.preventDefault();
              onType('');
            }
          }}
        />
        {typed === '' ? (
          <Kbd>/</Kbd>
        ) : (
          <IconButton
            icon="cross"
            label={words.clear}
            onPress={() => {
              onType('');
              props.field.current?.focus();
            }}
          />
        )}
      </search>
      <button
        type="button"
        class="side__fold"
        aria-expanded={open}
        aria-controls="parts"
        onClick={() => setOpen(!open)}
      >
        <span>{searching ? pageWords.options.title : pageWords.options.pages[page]}</span>
        <Icon name="chevron" size={12} />
      </button>
      <nav id="parts" class={open ? 'parts parts--open' : 'parts'} aria-label={pageWords.options.pagesLabel}>
        {pageIds.map((id) => (
          <div class="part" key={id}>
            <p class="part__name" id={`part-${id}`}>
              {pageWords.options.pages[id]}
            </p>
            <ul aria-labelledby={`part-${id}`}>
              {pages[id].map((each) => (
                <li key={each}>
                  <a
                    href={`#${each}`}
                    class={!searching && id === page ? 'part__on' : undefined}
                    aria-current={!searching && each === section ? 'true' : undefined}
                    onClick={() => {
                      setOpen(false);
                      props.onGo(each);
                    }}
                  >
                    {pageWords.options.sections[each]}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
    </header>
  );
}
