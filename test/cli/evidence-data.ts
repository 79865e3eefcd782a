import { workspaceWith } from '../helpers/workspace.ts';

const codebook = `---
name: Review
version: 1.0.0
date: 2024-01-01
changes: []
---

# Review

## Practices \`practices\`

**Definition.** What is done.

### Automation \`automation\`

**Definition.** What runs by itself.

### Monitoring \`monitoring\`

**Definition.** What is watched.

## Skills \`skill\`

**Definition.** What people can do.
`;

const later = codebook
  .replace(
    'version: 1.0.0\ndate: 2024-01-01\nchanges: []',
    'version: 2.0.0\ndate: 2024-02-01\nprevious: 1.0.0\nchanges:\n  - { kind: rename, from: skill, to: skills, reason: There are several. }',
  )
  .replace('`skill`', '`skills`');

const study = `emic: 1
title: A review
kind: literature-review
fictional: true
literature:
  records: records.csv
  evidence: evidence.csv
  symbols:
    coverage:
      scale: [{ symbol: ●, means: covered }, { symbol: ○, means: not covered }]
      not-reported: ["–"]
      not-recoverable: ["?"]
data:
  records: { file: records.csv, id: id, columns: { year: { type: number, label: Year } } }
  table: { file: table.csv }
  text: { file: text.csv }
  reviews: { file: reviews.csv }
  directions: { file: directions.csv }
  links: { file: links.csv }
results:
  tree: { from: evidence, roll-up: true, by: year }
  first: { from: evidence, version: 1.0.0 }
  grey: { from: evidence, where: { kind: grey } }
  table: { from: cited, data: table, row: challenge, columns: [aspect, solution], against: { data: text, row: heading, columns: [record] } }
  reviews: { from: compared, data: reviews, row: review, symbols: coverage }
  map: { from: mapping, links: links, unit: studies, layers: [{ title: Practices, below: practices }, { title: Themes, level: 0 }, { title: Directions, data: directions }] }
`;

/** The files of an invented review, by their paths; \`more\` puts others in their place. */
export const reviewFiles = {
  'corpus/review/study.yaml': study.replace('{ title: Themes, level: 0 }, ', ''),
  'corpus/review/records.csv':
    'id,year,kind,title\nPS1,2020,grey,Watching models\nPS2,2021,academic,Skills\nPS3,2021,academic,Pipelines\nPS4,,grey,Nothing\n',
  'corpus/review/evidence.csv':
    'record,code,field,quote,place,rater\nPS1,monitoring,title,Watching models,,ana\nPS1,automation,,,p. 3,ana\nPS3,automation,,,p. 1,ana\nPS3,automation,,,p. 2,ben\nPS2,skill,,,,ben\n',
  'corpus/review/table.csv': 'challenge,aspect,solution\nculture,"[PS1], [PS2]",Teach [PS3]\nskills,PS2,\n',
  'corpus/review/text.csv': 'record,heading\nPS1,culture\nPS4,culture\nPS2,skills\n',
  'corpus/review/reviews.csv': 'review,practices,challenges\nKim,●,○\nLee,–,?\n',
  'corpus/review/directions.csv': 'id,label\nd1,Care\n',
  'corpus/review/links.csv': 'from,to,evidence\nautomation,d1,2\n',
  'codebooks/review/1.0.0.md': codebook,
  'codebooks/review/2.0.0.md': later,
};

export const review = (more: Readonly<Record<string, string>> = {}): string =>
  workspaceWith({ ...reviewFiles, ...more });
