/*
 * Trains the words of signatures: `npx tsx scripts/train/signature/train-blocks.ts [--cv=DIR]`. With --cv the models of
 * five folds (by group) are written to DIR and nothing else is; without, utils/understand/signature/block-weights.ts.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { blockLabels } from '@/utils/understand/signature/read-block';
import { blockExamples } from './block-examples';
import { fold, learn, pack, weightFile } from './learn-chain';
import { syntheticExamples } from './synthetic';

const options = {
  labels: [...blockLabels],
  rounds: Number(process.env.ROUNDS ?? 50),
  penalty: Number(process.env.PENALTY ?? 0.7),
  minGroups: Number(process.env.MIN ?? 5),
};
const made = syntheticExamples(Number(process.env.MADE ?? 400), Number(process.env.MADE_WEIGHT ?? 0.4));
const examples = [...blockExamples(), ...made];
const cv = process.argv.find((argument) => argument.startsWith('--cv='))?.slice(5);
if (cv !== undefined) {
  for (let part = 0; part < 5; part++) {
    const model = pack(
      learn(
        examples.filter(({ group }) => group.startsWith('synthetic') || fold(group, 5) !== part),
        options,
      ),
    );
    writeFileSync(path.join(cv, `block-${part}.json`), JSON.stringify(model));
  }
} else {
  const model = pack(learn(examples, options));
  writeFileSync(
    path.resolve('utils/understand/signature/block-weights.ts'),
    weightFile(
      'blockWeights',
      model,
      `Made by scripts/train/signature/train-blocks.ts; do not edit. Weights of a linear chain over the words of a signature
(shapes, lists of words, places: no word, name or address of the training data is in here). Learned from:
- the Enron signatures that Quagga annotates (HPI-Information-Systems/Quagga, public FERC release)
- the French signatures of TextMine 2023 (Emvista/Challenge_TextMine_2023, JDA; names and companies are made up there)
- the invented mails of tests/understand/mails and mails-second, without the 40 of each set apart
`.trim(),
    ),
  );
}
