import type { ColumnHead, ColumnRole } from '../column-head.ts';
import { answersIn, type FirstRows, oneLine, plainHead, type Tool } from './export.ts';
import { uniqueNames } from './unique-names.ts';

/** One row of names, perhaps with a column of row names before it, as R writes it. */
export const plain: Tool = {
  evidence: () => 'nothing shows which tool wrote it',
  read(rows) {
    const names = (rows[0] ?? []).map(oneLine);
    let hasRespondent = false;
    const heads = names.map((name, column): ColumnHead => {
      const role = roleOf(rows, name, column);
      if (role === 'respondent' && hasRespondent) return plainHead(name);
      hasRespondent ||= role === 'respondent';
      return plainHead(name === '' && role === 'respondent' ? 'row-name' : name, role);
    });
    const writesNa = names.some((_, column) => answersIn(rows, 1, column).includes('NA'));
    return { headerRows: 1, heads: uniqueNames(heads), notAsked: [], unanswered: writesNa ? ['NA'] : [] };
  },
};

function roleOf(rows: FirstRows, name: string, column: number): ColumnRole {
  const isId = ID.test(name) || (name === '' && column === 0);
  if (!isId) return 'answer';
  const ids = answersIn(rows, 1, column);
  return new Set(ids).size * 2 > ids.length || (ids.length === 0 && name !== '') ? 'respondent' : 'answer';
}

const ID =
  /^(?:respondents?|response|participant|case|subject|record|person)?[ _.-]?(?:id|nr|no|number)$|^(?:respondent|participant|subject|case|rownames?|row[ _.-]name)$/i;
