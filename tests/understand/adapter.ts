/** What the product itself calls, under the names that the scorers in ../shared/text/score expect. Nothing else. */
export { classifyMail } from '@/utils/understand/classify-mail';
export { classifySentence } from '@/utils/understand/classify-sentence';
export { companyFromDomain } from '@/utils/understand/company-from-domain';
export { findSignature } from '@/utils/understand/find-signature';
export { isFreemail } from '@/utils/understand/is-freemail';
export { parseDates } from '@/utils/understand/parse-dates';
export { parseSignature } from '@/utils/understand/parse-signature';
export { splitReply } from '@/utils/understand/split-reply';
export { splitReplyHtml } from '@/utils/understand/split-reply-html';
