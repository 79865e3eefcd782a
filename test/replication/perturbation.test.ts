import { describe, expect, test } from 'vitest';
import { loadStudy } from '../../src/study/load-study.ts';
import type { Replication } from '../../src/study/result.ts';
import { change, copyOfStudy, repository } from '../helpers/workspace.ts';

/**
 * A value that is checked has to depend on the data. For each derived target one datum behind it is
 * changed, and exactly that target has to differ.
 */
const perturbations: Record<string, { file: string; from: string; to: string }> = {
  participants: {
    file: 'participants.csv',
    from: 'P6,2,Bachelor degree',
    to: 'P7,,Masters degree,4,Medium,Medium,ML Engineer,Oil & gas,"40,000+"\nP6,2,Bachelor degree',
  },
  sessions: { file: 'participants.csv', from: 'P3,1,', to: 'P3,2,' },
  organisations: {
    file: 'participants.csv',
    from: 'P5,2,Masters degree,4,High,Medium,ML Engineer,Oil & gas',
    to: 'P5,2,Masters degree,4,High,Medium,ML Engineer,Finance',
  },
  'years-at-least': {
    file: 'participants.csv',
    from: 'P1,1,Bachelor degree,3',
    to: 'P1,1,Bachelor degree,2',
  },
  'high-in-ml': {
    file: 'participants.csv',
    from: 'P1,1,Bachelor degree,3,High',
    to: 'P1,1,Bachelor degree,3,Medium',
  },
  'high-in-mlops': { file: 'participants.csv', from: 'Very High,High,DS', to: 'Very High,Medium,DS' },
  'kinds-of-statement': { file: 'study.yaml', from: 'kind: general', to: 'kind: further principle' },

  'statement-1-columns': position('statement-1,,?1,strongly agree', 'statement-1,,?1,no opinion'),
  'statement-2-columns': position('statement-2,,?1,strongly agree', 'statement-2,,?1,no opinion'),
  'statement-3-columns': position('statement-3,,?1,partially disagree', 'statement-3,,?1,strongly agree'),
  'statement-4-columns': position('statement-4,,?2,partially disagree', 'statement-4,,?2,strongly disagree'),
  'statement-5-columns': position('statement-5,,?1,partially disagree', 'statement-5,,?1,partially agree'),
  'statement-6-columns': position('statement-6,,?1,strongly agree', 'statement-6,,?1,partially agree'),

  'statement-1-total': position('statement-1,,?6,partially agree', 'statement-1,,?1,partially agree'),
  'statement-2-total': position('statement-2,,?6,partially agree', 'statement-2,,?1,partially agree'),
  'statement-3-total': position('statement-3,,?6,strongly disagree', 'statement-3,,?1,strongly disagree'),
  'statement-4-total': position('statement-4,,?4,strongly disagree', 'statement-4,,?1,strongly disagree'),
  'statement-5-total': position('statement-5,,?6,strongly disagree', 'statement-5,,?1,strongly disagree'),
  'statement-6-total': position('statement-6,,?5,strongly agree', 'statement-6,,P4,strongly agree'),

  'statement-1-keyed': polarity('Deployment frequency', 'positive'),
  'statement-2-keyed': polarity('Lead time for changes', 'positive'),
  'statement-3-keyed': polarity('Mean time to restore', 'reversed'),
  'statement-5-keyed': polarity('Versioning', 'reversed'),
  'statement-6-keyed': polarity('MLOps principles in general', 'positive'),
};

function position(from: string, to: string) {
  return { file: 'positions.csv', from, to };
}

function polarity(title: string, was: 'positive' | 'reversed') {
  const line = (value: string) => `title: ${title}, polarity: ${value}`;
  return { file: 'study.yaml', from: line(was), to: line(was === 'positive' ? 'reversed' : 'positive') };
}

async function replication(root: string): Promise<Replication> {
  const loaded = await loadStudy({ root }, 'focus-group');
  expect(loaded.files.flatMap(({ messages }) => messages.map(String))).toEqual([]);
  if (!loaded.replication) throw new Error('nothing was compared');
  return loaded.replication;
}

/** Targets of a basis whose values are not as the paper prints them, or as documented. */
const differing = ({ outcomes }: Replication, basis: string): string[] =>
  outcomes.flatMap(({ target, cells }) =>
    target.basis === basis && cells.some(({ verdict }) => verdict === 'differs') ? [target.id] : [],
  );

describe('focus-group', () => {
  test('every derived target has a perturbation, and no other has', async () => {
    const { outcomes } = await replication(repository);
    const derived = outcomes.flatMap(({ target }) => (target.basis === 'derived' ? [target.id] : []));
    expect(Object.keys(perturbations).sort()).toEqual(derived.sort());
  });

  test.each(Object.entries(perturbations))(
    'changing one datum behind %s makes exactly that target differ',
    async (target, { file, from, to }) => {
      const root = copyOfStudy('focus-group');
      expect(differing(await replication(root), 'derived')).toEqual([]);
      change(root, `corpus/focus-group/${file}`, from, to);
      expect(differing(await replication(root), 'derived')).toEqual([target]);
    },
  );

  test('changing a typed cell of Table 1 makes that one cell differ', async () => {
    const root = copyOfStudy('focus-group');
    change(root, 'corpus/focus-group/participants.csv', 'P2,1,Masters Degree,4', 'P2,1,Masters Degree,5');
    const { outcomes, summary } = await replication(root);
    const wrong = outcomes.flatMap(({ cells }) => cells.filter(({ verdict }) => verdict === 'differs'));
    expect(wrong).toEqual([{ name: 'P2, years', published: '4', ours: '5', verdict: 'differs' }]);
    expect(summary.transcribed.differs).toBe(1);
  });
});
