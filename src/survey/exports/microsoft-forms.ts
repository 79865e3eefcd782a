import { identityOf } from '../identity-heading.ts';
import { timesIn } from './dates.ts';
import { answersIn, type FirstRows, type Headings, oneLine, plainHead, type Tool } from './export.ts';
import { uniqueNames } from './unique-names.ts';

/**
 * Microsoft Forms: ID, Start time, Completion time, Email, Name, in the language of whoever exports, then one column
 * a question; several choices have a `;` after each, also after the last. (support.microsoft.com, "Check and share
 * your form results")
 */
export const microsoftForms: Tool = {
  evidence(rows) {
    const [first = '', start = '', end = '', email = ''] = rows[0] ?? [];
    if (!/^id$/i.test(first)) return undefined;
    if (/^start time$/i.test(start) && /^completion time$/i.test(end)) {
      return 'the first columns are ID, Start time and Completion time';
    }
    // In other languages the first columns are told by what they hold.
    const holdTimes = [1, 2].every((column) => {
      const cells = answersIn(rows, 1, column);
      return cells.length > 0 && timesIn(cells) === cells.length;
    });
    if (!holdTimes || identityOf(email) !== 'e-mail') return undefined;
    return `the first columns are ID, two times ("${start}", "${end}") and "${email}"`;
  },
  read(rows: FirstRows): Headings {
    const heads = (rows[0] ?? []).map((name, column) => {
      const text = oneLine(name);
      if (column === 0) return plainHead(text, 'respondent');
      if (column < 3 || ABOUT.test(text)) return plainHead(text, 'about');
      if (column < 5 && identityOf(text)) return plainHead(text, 'identity');
      return { ...plainHead(text), separator: ';' } as const;
    });
    return { headerRows: 1, heads: uniqueNames(heads), notAsked: [], unanswered: [] };
  },
};

/** The last change, and what a quiz adds. */
const ABOUT =
  /^(?:Last modified time|Language|Total points|Quiz feedback|Grade posted time|Points - .*|Feedback - .*)$/i;
