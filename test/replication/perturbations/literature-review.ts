import type { Perturbations } from './perturbations.ts';

/** A heading counts as something else. */
const regrouped = (from: string) => ({
  file: 'headings.csv',
  from,
  to: from.replace(/,[^,]+,/, ',something else,'),
});

export const literatureReview: Perturbations = {
  'included-academic': {
    file: 'flow.yaml',
    from: 'included-studies: { count: 18, place',
    to: 'included-studies: { count: 17, place',
  },
  'included-grey': {
    file: 'flow.yaml',
    from: 'included-studies: { count: 41, place',
    to: 'included-studies: { count: 29, place',
  },
  // The totals begin with printed parts, so that a step that changes is not seen in them too.
  total: {
    file: 'flow.yaml',
    from: 'grey, count: 48, place: Section 3.4',
    to: 'grey, count: 60, place: Section 3.4',
  },
  'total-by-table-1': {
    file: 'flow.yaml',
    from: 'grey, count: 60, place: Table 1',
    to: 'grey, count: 70, place: Table 1',
  },
  entries: { file: 'records.csv', from: 'PS198,2022', to: 'PS199,,,,,,,,,,,PS1\nPS198,2022' },
  studies: { file: 'records.csv', from: 'academic,PS25\nPS54', to: 'academic,PS53\nPS54' },
  'years-from': { file: 'records.csv', from: 'PS63,2013', to: 'PS63,2014' },
  'years-to': { file: 'records.csv', from: 'PS193,2023', to: 'PS193,2024' },
  'quality-criteria': { file: 'table-4.csv', from: '9,Outlet type', to: '10,Another,,\n9,Outlet type' },
  'analysis-phases': { file: 'steps.csv', from: 'final,', to: 'fifth,,\nfinal,' },

  'related-multivocal': {
    file: 'table-1.csv',
    from: 'Steidl et al.,[32],Yes',
    to: 'Steidl et al.,[32],No',
  },
  'related-until': { file: 'table-1.csv', from: '2015 - 2022,2022', to: '2015 - 2022,2023' },
  'main-questions': { file: 'table-2.csv', from: 'RQ3,main', to: 'RQ3,sub' },
  'sub-questions': { file: 'table-2.csv', from: 'RQ1.3,sub,RQ1', to: 'RQ1.3,sub,RQ2' },

  definitions: regrouped('unification,definition,4.1.8'),
  activities: regrouped('monitoring,activity,4.2.7'),
  roles: { file: 'headings.csv', from: 'joint-work,work between roles', to: 'joint-work,role' },
  categories: regrouped('transparency,practice category,5.2'),
  'socio-technical': regrouped('fragmentation,socio-technical challenge,6.1.2'),
  pipeline: regrouped('complexity,pipeline challenge,6.2.1'),
  platform: regrouped('scalability,platform challenge,6.3.2'),

  'table-5-socio-technical': {
    file: 'table-5.csv',
    from: 'fragmentation-solution-1,socio-technical,fragmentation',
    to: 'fragmentation-solution-1,socio-technical,standards',
  },
  'table-5-pipeline': {
    file: 'table-5.csv',
    from: 'complexity-solution-1,pipeline,complexity',
    to: 'complexity-solution-1,pipeline,simplicity',
  },
  'table-5-platform': {
    file: 'table-5.csv',
    from: 'scalability-solution-1,platform,scalability',
    to: 'scalability-solution-1,platform,modules',
  },
  'table-5-references': {
    file: 'table-5.csv',
    from: 'make training hard,PS126',
    to: 'make training hard,PS199',
  },
};
