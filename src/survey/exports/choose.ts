import type { FirstRows, Headings, Tool, ToolName } from './export.ts';
import { googleForms } from './google-forms.ts';
import { koboToolbox } from './kobo-toolbox.ts';
import { limeSurvey } from './lime-survey.ts';
import { microsoftForms } from './microsoft-forms.ts';
import { plain } from './plain.ts';
import { qualtrics } from './qualtrics.ts';
import { surveyMonkey } from './survey-monkey.ts';

/** Which tool wrote a file, what shows it, and what its header rows say. */
export interface Recognised extends Headings {
  tool: ToolName;
  because: string;
}

/** From what is told most surely to what is left. */
const tools: Record<ToolName, Tool> = {
  qualtrics,
  'kobo-toolbox': koboToolbox,
  'lime-survey': limeSurvey,
  'survey-monkey': surveyMonkey,
  'microsoft-forms': microsoftForms,
  'google-forms': googleForms,
  plain,
};

/** @param format the tool, where that was said. */
export function chooseTool(rows: FirstRows, format?: ToolName): Recognised {
  if (format !== undefined) return { tool: format, because: 'that was said', ...tools[format].read(rows) };
  for (const [tool, { evidence, read }] of Object.entries(tools) as [ToolName, Tool][]) {
    const because = evidence(rows);
    if (because !== undefined) return { tool, because, ...read(rows) };
  }
  throw new Error('every file is at least plain');
}
