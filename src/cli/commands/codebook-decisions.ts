import { quote } from '../../problem/problem.ts';
import { safe } from '../../render/safe-text.ts';
import type { Corpus } from '../../study/corpus.ts';
import type { Decision, Migration, OpenQuestion } from '../../study/migrate.ts';
import { UsageError } from '../io.ts';
import { suggest } from './codebook-choose.ts';

/** Decisions as they are typed. */
export interface DecisionArgs {
  /** `old-code=new-code`, for every undecided coding of a code. */
  split?: string[] | undefined;
  /** Codes that were redefined, and whose codings all stay. */
  keep?: string[] | undefined;
  /** `ID=code`, for one coding; it goes before the others. `ID=none` takes it back. */
  decide?: string[] | undefined;
}

/** What was decided on which undecided coding; a usage error where a name is wrong. */
export function readDecisions(args: DecisionArgs, plan: Migration, corpus: Corpus): Decision[] {
  const decided = new Map<OpenQuestion, string | null>();
  const rules = [
    ...(args.split ?? []).map((one) => parted(one, '--split', 'old-code=new-code')),
    ...(args.keep ?? []).map((code) => ({ left: code.normalize('NFC'), right: undefined })),
  ];
  for (const { left, right } of rules) {
    for (const question of questionsOfCode(left, plan, corpus)) {
      if (decided.has(question)) {
        throw new UsageError(`The codings of ${quote(left)} are decided twice: name the code once.`);
      }
      if (right === undefined && question.by !== 'redefine') {
        throw new UsageError(
          `${quote(left)} was split, not redefined: --split ${left}=${question.candidates.join('|')}.`,
        );
      }
      const code = right ?? question.candidates[0] ?? left;
      decided.set(question, candidate(question, code));
    }
  }
  const single = new Set<OpenQuestion>();
  for (const one of args.decide ?? []) {
    const { left, right } = parted(one, '--decide', 'ID=code');
    const question = questionOfId(left, plan);
    if (single.has(question)) throw new UsageError(`The coding ${quote(left)} is decided twice.`);
    single.add(question);
    const isNone = right === 'none' && !question.candidates.includes('none');
    decided.set(question, isNone ? null : candidate(question, right));
  }
  return plan.questions.flatMap((question) => {
    const code = decided.get(question);
    return code === undefined ? [] : [{ question, code }];
  });
}

function parted(text: string, option: string, form: string): { left: string; right: string } {
  const at = text.lastIndexOf('=');
  const [left, right] = [text.slice(0, Math.max(at, 0)).trim(), text.slice(at + 1).trim()];
  if (left === '' || right === '') throw new UsageError(`${option} ${quote(text)}: write ${option} ${form}.`);
  return { left: left.normalize('NFC'), right: right.normalize('NFC') };
}

function candidate({ coding, candidates }: OpenQuestion, code: string): string {
  if (candidates.includes(code)) return code;
  throw new UsageError(
    `${quote(code)} is not what ${quote(coding.code)} can become. ${suggest(code, candidates, 'Candidates')}`,
  );
}

/** None where all codings of the code are decided; a usage error where there is no such code at all. */
function questionsOfCode(code: string, { questions }: Migration, { codebooks }: Corpus): OpenQuestion[] {
  const found = questions.filter(({ coding }) => coding.code.normalize('NFC') === code);
  if (found.length > 0) return found;
  const asked = [...new Set(questions.map(({ coding }) => coding.code))];
  const known = codebooks.some(({ book }) => book?.codes.some(({ id }) => id === code));
  if (known) return [];
  throw new UsageError(
    `There is no code ${quote(code)}. ${suggest(code, asked, 'Codes with undecided codings')}`,
  );
}

function questionOfId(id: string, { questions, sorted, to }: Migration): OpenQuestion {
  const found = questions.filter(({ coding }) => coding.id.normalize('NFC') === id);
  const [only, other] = found;
  if (only && !other) return only;
  if (only) {
    const logs = found.map(({ log }) => log.file.path).join(', ');
    throw new UsageError(
      `The id ${quote(id)} stands in several logs: ${logs}. Choose with --raters and --round.`,
    );
  }
  const followed = sorted.followed.find(({ coding }) => coding.id === id);
  if (followed || sorted.same.some((coding) => coding.id === id)) {
    const read = followed ? `: it is read as ${quote(followed.code)} in ${to}` : ` in ${to}`;
    throw new UsageError(`The coding ${quote(id)} is not undecided${read}.`);
  }
  const ids = questions.map(({ coding }) => coding.id);
  const shown = ids.length > 12 ? [...ids.slice(0, 12), '…'] : ids;
  const meant = suggest(id, ids, '').replace(/: .*$/s, '');
  throw new UsageError(
    `There is no undecided coding ${quote(id)}. ${meant.endsWith('? ') ? meant : ''}Undecided: ${safe(shown.join(', ')) || 'none'}.`,
  );
}
