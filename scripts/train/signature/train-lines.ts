/*
 * Trains the lines of mails: `npx tsx scripts/train/signature/train-lines.ts [--cv=DIR]`. With --cv the models of five
 * folds (by group) are written to DIR and nothing else is; without, utils/understand/signature/line-weights.ts.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { lineLabels } from '@/utils/understand/signature/mark-lines';
import { fold, learn, pack, weightFile } from './learn-chain';
import { lineExamples } from './line-examples';

const options = {
  labels: [...lineLabels],
  rounds: Number(process.env.ROUNDS ?? 80),
  penalty: Number(process.env.PENALTY ?? 3),
  minGroups: Number(process.env.MIN ?? 4),
};
const examples = lineExamples();
const cv = process.argv.find((argument) => argument.startsWith('--cv='))?.slice(5);
if (cv !== undefined) {
  for (let part = 0; part < 5; part++) {
    const model = pack(
      learn(
        examples.filter(({ group }) => fold(group, 5) !== part),
        options,
      ),
    );
    writeFileSync(path.join(cv, `line-${part}.json`), JSON.stringify(model));
  }
} else {
  writeFileSync(
    path.resolve('utils/understand/signature/line-weights.ts'),
    weightFile(
      'lineWeights',
      pack(learn(examples, options)),
      `Made by scripts/train/signature/train-lines.ts; do not edit. Weights of a linear chain over the lines of a mail
(kinds of lines and places: no word, name or address of the training data is in here). Learned from:
- mailgun/forge, dataset of signatures (CC BY 3.0)
- the Enron mails that Quagga annotates (HPI-Information-Systems/Quagga, public FERC release)
- Webis' annotated Gmane and Enron mails (webis-de/acl20-crawling-mailing-lists)
- the invented mails of tests/understand/mails, without the 40 set apart`,
    ),
  );
}
