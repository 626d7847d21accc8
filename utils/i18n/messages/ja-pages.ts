import type { PageLanguage } from '@/utils/i18n/messages/assemble';
import { signIn, transfer } from '@/utils/i18n/messages/ja/connecting';
import { crm } from '@/utils/i18n/messages/ja/crm';
import { mirrorScope } from '@/utils/i18n/messages/ja/mirror-scope';
import { options } from '@/utils/i18n/messages/ja/options';
import { practice } from '@/utils/i18n/messages/ja/practice';
import { welcome } from '@/utils/i18n/messages/ja/welcome';
import { written } from '@/utils/i18n/messages/ja/written';

export const jaPages: PageLanguage = {
  crm,
  mirrorScope,
  options,
  practice,
  signIn,
  transfer,
  welcome,
  written,
};
