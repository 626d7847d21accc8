import type { PageLanguage } from '@/utils/i18n/messages/assemble';
import { signIn, transfer } from '@/utils/i18n/messages/pt/connecting';
import { crm } from '@/utils/i18n/messages/pt/crm';
import { mirrorScope } from '@/utils/i18n/messages/pt/mirror-scope';
import { options } from '@/utils/i18n/messages/pt/options';
import { practice } from '@/utils/i18n/messages/pt/practice';
import { welcome } from '@/utils/i18n/messages/pt/welcome';
import { written } from '@/utils/i18n/messages/pt/written';

export const ptPages: PageLanguage = {
  crm,
  mirrorScope,
  options,
  practice,
  signIn,
  transfer,
  welcome,
  written,
};
