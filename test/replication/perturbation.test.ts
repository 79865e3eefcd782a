import { describe, expect, test } from 'vitest';
import { hasErrors } from '../../src/problem/problem.ts';
import { loadStudy } from '../../src/study/load-study.ts';
import type { Replication } from '../../src/study/result.ts';
import { listStudies } from '../../src/study/workspace.ts';
import { change, copyOfStudy, repository } from '../helpers/workspace.ts';
import { focusGroup } from './perturbations/focus-group.ts';
import { interviews } from './perturbations/interviews.ts';
import { literatureReview } from './perturbations/literature-review.ts';
import type { Perturbations } from './perturbations/perturbations.ts';
import { survey } from './perturbations/survey.ts';

/**
 * A value that is checked has to depend on the data. For each target that is computed from other data one datum behind it
 * is changed, and exactly that target has to differ.
 */
const perturbations: Record<string, Perturbations> = {
  'focus-group': focusGroup,
  interviews,
  'literature-review': literatureReview,
  survey,
};

const computed = ['derived', 'reconstructed'];

async function replication(root: string, study: string): Promise<Replication> {
  const { files, replication: compared } = await loadStudy({ root }, study);
  expect(hasErrors(files)).toBe(false);
  if (!compared) throw new Error('nothing was compared');
  return compared;
}

/** Computed targets whose values are not as the paper prints them, or as documented. */
const differing = ({ outcomes }: Replication): string[] =>
  outcomes.flatMap(({ target, cells }) =>
    computed.includes(target.basis) && cells.some(({ verdict }) => verdict === 'differs') ? [target.id] : [],
  );

test('every study that has a paper to compare with is perturbed', async () => {
  const studies = await listStudies({ root: repository });
  const compared = [];
  for (const study of studies) {
    if ((await loadStudy({ root: repository }, study)).replication) compared.push(study);
  }
  expect(Object.keys(perturbations).sort()).toEqual(compared.sort());
});

describe.each(Object.entries(perturbations))('%s', (study, changes) => {
  test('every computed target has a perturbation, and no other has', async () => {
    const { outcomes } = await replication(repository, study);
    const ids = outcomes.flatMap(({ target }) => (computed.includes(target.basis) ? [target.id] : []));
    expect(Object.keys(changes).sort()).toEqual(ids.sort());
  });

  test.each(Object.entries(changes))(
    'changing one datum behind %s makes exactly that target differ',
    async (target, { file, from, to }) => {
      const root = copyOfStudy(study);
      expect(differing(await replication(root, study))).toEqual([]);
      change(root, `corpus/${study}/${file}`, from, to);
      expect(differing(await replication(root, study))).toEqual([target]);
    },
  );
});

test('changing a typed cell of Table 1 makes that one cell differ', async () => {
  const root = copyOfStudy('focus-group');
  change(root, 'corpus/focus-group/participants.csv', 'P2,1,Masters Degree,4', 'P2,1,Masters Degree,5');
  const { outcomes, summary } = await replication(root, 'focus-group');
  const wrong = outcomes.flatMap(({ cells }) => cells.filter(({ verdict }) => verdict === 'differs'));
  expect(wrong).toEqual([{ name: 'P2, years', published: '4', ours: '5', verdict: 'differs' }]);
  expect(summary.transcribed.differs).toBe(1);
});
