import { writeYaml } from '../yaml/write-yaml.ts';
import type { QuestionDraft } from './draft-questions.ts';

/** The text of a question file, from a draft of it. */
export function writeQuestions({ file, remarks, passedOver }: QuestionDraft): string {
  return writeYaml(file, {
    head: [
      'What was asked, and how answers are read. Drafted from the answers: look through types, options and their',
      'order, turn polarity to "reversed" where agreeing speaks against the matter, and add "asked-if" and "scales".',
      ...(passedOver.length > 0 ? [`No items, being about the response: ${passedOver.join(', ')}.`] : []),
    ].join('\n'),
    remarks,
    parted: ['items'],
  });
}
