import type { Checked } from '../selection/check-flow.ts';
import type { Flow } from '../selection/flow.ts';
import { differenceWords, jumpOf, sharedWords } from '../selection/flow-words.ts';
import type { Term } from '../selection/law.ts';

/** What does not add up, a sentence each; then in one what cannot be checked, and where the steps are from. */
export function flowNotes({ shared }: Flow, checked: readonly Checked[]): string[] {
  const differing = checked.filter(({ verdict }) => verdict === 'differs');
  const unchecked = checked.filter(({ verdict }) => verdict === 'not checked');
  return [
    ...differing.map(
      (one) =>
        `Does not add up. ${differenceWords(one)}.${one.known === undefined ? '' : ` Known: ${one.known}`}`,
    ),
    ...(unchecked.length > 0 ? [`Not explained by any recorded box: ${gathered(unchecked)}.`] : []),
    ...(shared.length > 0 ? [`${sharedWords(shared)}.`] : []),
    'Steps after PRISMA 2020 (Page et al. 2021). A number that is not reported is not 0.',
  ];
}

/** `Academic literature, 1542 from 5519 to 3977 and the parts of 5519; Grey literature, 30 from 453 to 423`. */
function gathered(unchecked: readonly Checked[]): string {
  const abouts = [...new Set(unchecked.map(({ law }) => law.about))];
  return abouts
    .map((about) => {
      const own = unchecked.filter(({ law }) => law.about === about).map(shortly);
      const last = own.pop();
      return `${about}, ${own.length > 0 ? `${own.join(', ')} and ` : ''}${last}`;
    })
    .join('; ');
}

function shortly(checked: Checked): string {
  const { law } = checked;
  const jump = jumpOf(checked);
  const [first] = law.left;
  if (jump) return `${jump.open} from ${jump.from.count} to ${jump.to.count}`;
  if (law.kind === 'total') return 'its sum';
  if (law.kind === 'parts') return `the parts of ${named(first)}`;
  if (law.kind === 'reported') return named(first);
  return `from ${named(first)} to ${named(law.right.at(-1))}`;
}

const named = (term: Term | undefined): string =>
  term?.count === null ? `${term.words} (not reported)` : `${term?.count} ${term?.words}`;
