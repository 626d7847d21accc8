import type { PageLanguage } from '@/utils/i18n/messages/assemble';
import { signIn, transfer } from '@/utils/i18n/messages/fr/connecting';
import { crm } from '@/utils/i18n/messages/fr/crm';
import { mirrorScope } from '@/utils/i18n/messages/fr/mirror-scope';
import { options } from '@/utils/i18n/messages/fr/options';
import { practice } from '@/utils/i18n/messages/fr/practice';
import { welcome } from '@/utils/i18n/messages/fr/welcome';
import { written } from '@/utils/i18n/messages/fr/written';

export const frPages: PageLanguage = {
  crm,
  mirrorScope,
  options,
  practice,
  signIn,
  transfer,
  welcome,
  written,
};
