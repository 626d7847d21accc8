import { pageWords } from '@/utils/i18n/page-words';

interface CrmWords {
  summary: string;
  duplicates: string;
  fields: Record<string, { label: string; hint: string }>;
}

const crms: Readonly<Record<string, CrmWords>> = pageWords.crm;

/** What the settings say about a connector; nothing where there is nothing. */
export function crmWords(connector: string): CrmWords {
  return crms[connector] ?? { summary: '', duplicates: '', fields: {} };
}
