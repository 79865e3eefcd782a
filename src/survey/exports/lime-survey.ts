import type { ColumnHead, ColumnRole } from '../column-head.ts';
import { type FirstRows, type Headings, oneLine, plainHead, type Tool } from './export.ts';
import { onlyTicked } from './ticked.ts';
import { uniqueNames } from './unique-names.ts';

/**
 * LimeSurvey: one row of headings, which are codes (`Q1[SQ001]`), texts (`Which? [Option]`) or both, as in
 * `Q1[SQ001]. Which? [Option]`. (LimeSurvey Manual, "Export responses"; names of its own columns as in
 * createFieldMap of its source)
 */
export const limeSurvey: Tool = {
  evidence(rows) {
    const names = (rows[0] ?? []).map((name) => parts(name));
    const codes = names.filter(({ code }) => OWN.has(code.toLowerCase())).length;
    if (codes >= 3 && names.some(({ code }) => code === 'lastpage')) {
      return 'there are columns id, submitdate and lastpage';
    }
    const texts = names.filter(({ code }) => OWN_TEXTS.has(code.toLowerCase())).length;
    return texts >= 3 ? 'there are columns "Response ID", "Date submitted" and "Last page"' : undefined;
  },
  read(rows: FirstRows): Headings {
    const headings = (rows[0] ?? []).map((name) => parts(oneLine(name)));
    const timing = headings.findIndex(({ code }) => /^(?:interviewtime|total time)$/i.test(code));
    const heads = headings.map(({ code, text }, column): ColumnHead => {
      const role = timing !== -1 && column >= timing ? 'about' : roleOf(code);
      const head = { ...plainHead(code, role), question: text || code };
      return role === 'answer' ? withOption(head, code, text) : head;
    });
    return {
      headerRows: 1,
      heads: uniqueNames(onlyTicked(heads, rows, 1)),
      notAsked: ['N/A'],
      unanswered: [],
    };
  },
};

/** A heading as its code and its text; one without both is all code. */
function parts(heading: string): { code: string; text: string } {
  const [, code, text] = /^([A-Za-z]\w*(?:\[[^\]]*\]){0,2})\.\s+(.+)$/s.exec(heading) ?? [];
  return { code: code ?? heading, text: text ?? '' };
}

/** What is in brackets at the end of a code or a text: an option, or a statement of a matrix. */
function withOption(head: ColumnHead, code: string, text: string): ColumnHead {
  const [, of, sub] = /^(.+?)\s*\[([^[\]]*)\]$/s.exec(code) ?? [];
  if (of === undefined || sub === undefined || OPEN.test(sub)) return head;
  const label = /\[([^[\]]*)\]$/.exec(text)?.[1] || sub;
  return { ...head, option: { of, label } };
}

/** Beside the options of a question, what was typed. */
const OPEN = /^(?:other|comment|.*comment)$/i;

function roleOf(code: string): ColumnRole {
  const own = code.toLowerCase();
  return OWN.get(own) ?? OWN_TEXTS.get(own) ?? 'answer';
}

/** LimeSurvey's own columns, and the participant's of a closed survey. */
const OWN = new Map<string, ColumnRole>([
  ['id', 'respondent'],
  ...'submitdate lastpage startlanguage seed startdate datestamp refurl'
    .split(' ')
    .map((name) => [name, 'about'] as const),
  ...'ipaddr token firstname lastname email'.split(' ').map((name) => [name, 'identity'] as const),
]);

const OWN_TEXTS = new Map<string, ColumnRole>([
  ['response id', 'respondent'],
  ...[
    'date submitted',
    'last page',
    'start language',
    'seed',
    'date started',
    'date last action',
    'referrer url',
  ].map((name) => [name, 'about'] as const),
  ...['ip address', 'access code', 'token'].map((name) => [name, 'identity'] as const),
]);
