import type { Language } from '@/utils/i18n/messages/assemble';
import { asked, firstLog } from '@/utils/i18n/messages/ja/asked';
import { byHand, listed } from '@/utils/i18n/messages/ja/by-hand';
import { common } from '@/utils/i18n/messages/ja/common';
import { meeting } from '@/utils/i18n/messages/ja/meeting';
import { panel } from '@/utils/i18n/messages/ja/panel';
import { around, pick } from '@/utils/i18n/messages/ja/pick';
import { popup } from '@/utils/i18n/messages/ja/popup';
import { proposal } from '@/utils/i18n/messages/ja/proposal';
import { reasons } from '@/utils/i18n/messages/ja/reasons';
import { sites } from '@/utils/i18n/messages/ja/sites';
import { troubles } from '@/utils/i18n/messages/ja/troubles';

export const ja: Language = {
  common,
  around,
  byHand,
  listed,
  meeting,
  panel,
  pick,
  popup,
  proposal,
  reasons,
  sites,
  troubles,
  asked,
  firstLog,
};
