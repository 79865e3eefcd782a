import type { Perturbations } from './perturbations.ts';

export const focusGroup: Perturbations = {
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
