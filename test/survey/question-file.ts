import { VFile } from 'vfile';
import { questionFileSchema, questionnaireOf } from '../../src/survey/question-file.ts';
import type { Questionnaire } from '../../src/survey/questionnaire.ts';
import { readYaml } from '../../src/yaml/read-yaml.ts';
import { validate } from '../../src/yaml/validate.ts';

/** A questionnaire from the text of a question file; what is wrong with it stands on the file. */
export function readQuestions(text: string): { file: VFile; questionnaire: Questionnaire | undefined } {
  const file = new VFile({ path: 'questions.yaml', value: `emic: 1\n${text}` });
  const document = readYaml(file);
  const config = document && validate(file, document, questionFileSchema);
  return { file, questionnaire: config && questionnaireOf(config) };
}

export function questions(text: string): Questionnaire {
  const { file, questionnaire } = readQuestions(text);
  if (!questionnaire) throw new Error(file.messages.map(String).join('\n'));
  return questionnaire;
}
