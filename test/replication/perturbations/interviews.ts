import type { Perturbations } from './perturbations.ts';

export const interviews: Perturbations = {
  participants: { file: 'participants.csv', from: 'I3,3,', to: 'I4,,,,,,,,,,,\nI3,3,' },
  'company-kinds': {
    file: 'participants.csv',
    from: 'SME and Consultancy,SME',
    to: 'SME and Consultancy,large enterprise',
  },
  use: { file: 'participants.csv', from: 'with MLOps,explicit', to: 'with MLOps,indirect' },
  sections: { file: 'questions.csv', from: 'Future trends,RQ4', to: 'Another,RQ4,,\nFuture trends,RQ4' },
  questions: { file: 'questions.csv', from: 'RQ1,8', to: 'RQ1,7' },
  phases: { file: 'phases.csv', from: '4,Monitoring', to: '5,Another,\n4,Monitoring' },
  team: { file: 'team.csv', from: 'software development,5', to: 'software development,6' },
  'team-specific': {
    file: 'team.csv',
    from: 'data analysis,1,specific tasks',
    to: 'data analysis,1,IT operations',
  },
  'table-1-all-phases': { file: 'tools.csv', from: 'Databricks,2', to: 'Databricks,1-4' },
  'table-2-satisfaction': {
    file: 'tools.csv',
    from: 'Amazon EC2,Training,Not Provided',
    to: 'Amazon EC2,Training,3',
  },
  'table-2-potential': {
    file: 'tools.csv',
    from: 'Amazon EC2,Training,Not Provided,Not Provided',
    to: 'Amazon EC2,Training,Not Provided,3',
  },
  'table-3-highest': { file: 'tools.csv', from: 'Jenkins,Deployment,3', to: 'Jenkins,Deployment,5' },
  'agree-rq1': {
    file: 'framework.csv',
    from: 'RQ1,I3,I3,Experienced user - RSs',
    to: 'RQ1,I3,I3,Experienced user',
  },
  'agree-rq2': {
    file: 'framework.csv',
    from: 'RQ2,I2,I2,Cost reduction (tools)',
    to: 'RQ2,I2,I2,Cost reduction',
  },
  'agree-rq3': {
    file: 'framework.csv',
    from: 'RQ3,I3,I3,Daunting learning curve - mindset',
    to: 'RQ3,I3,I3,Daunting learning curve',
  },
  'agree-rq4': { file: 'framework.csv', from: 'RQ4,I3,I3,GenAI for coding support', to: 'RQ4,I3,I3,GenAI' },
  'in-text-rq1': {
    file: 'framework.csv',
    from: 'RQ1,I3,I3,Experienced user - RSs,yes',
    to: 'RQ1,I3,I3,Experienced user - RSs,in part',
  },
  'in-text-rq2': {
    file: 'framework.csv',
    from: 'RQ2,I2,I2,Cost reduction (tools),yes',
    to: 'RQ2,I2,I2,Cost reduction (tools),in part',
  },
  'in-text-rq3': {
    file: 'framework.csv',
    from: 'RQ3,I3,I3,Daunting learning curve - mindset,in part',
    to: 'RQ3,I3,I3,Daunting learning curve - mindset,yes',
  },
  'in-text-rq4': {
    file: 'framework.csv',
    from: 'RQ4,I3,I3,GenAI for coding support,yes',
    to: 'RQ4,I3,I3,GenAI for coding support,no',
  },
  'claim-product-quality': {
    file: 'claims.csv',
    from: 'section 4.2,I2,yes,A better product.',
    to: 'section 4.2,I2,in part,A better product.',
  },
  'claim-client-satisfaction': {
    file: 'claims.csv',
    from: 'section 4.2,I2,yes,More content',
    to: 'section 4.2,I2,no,More content',
  },
  'claim-data-drift': {
    file: 'claims.csv',
    from: 'section 4.2,I2,yes,One of two',
    to: 'section 4.2,I2,no,One of two',
  },
  'claim-learning-curve': {
    file: 'claims.csv',
    from: 'section 4.3,I3,in part,"That of',
    to: 'section 4.3,I3,yes,"That of',
  },
  'claim-mindset': {
    file: 'claims.csv',
    from: 'section 4.3,I1,yes,The mindset',
    to: 'section 4.3,I1,no,The mindset',
  },
};
