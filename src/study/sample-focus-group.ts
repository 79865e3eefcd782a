import type { NewFile } from '../file/write-files.ts';

/** The files of a tiny fictional focus group with statements; paths from the workspace's root. */
export const focusGroupFiles = (study: string): NewFile[] => [
  {
    path: `corpus/${study}/study.yaml`,
    content: `# A fictional study to try emic on: change it, or replace it by your own.
emic: 1
title: Should the library open on Sundays?
kind: focus-group
fictional: true

sessions: [morning, evening]

participants:
  file: participants.csv
  id: id
  session: session
  columns:
    id: ID
    session: Session
    visits: { label: Visits a month, type: number }

# Each row of positions.csv is a sticky note: who put it, in which column, and what it says.
statements:
  file: positions.csv
  rows: comment
  scale:
    agree: [strongly agree, partially agree]
    disagree: [partially disagree, strongly disagree]
    apart: [no opinion]
  list:
    more-visits: { title: I would come more often, polarity: positive }
    too-dear: { title: The town cannot afford it, polarity: reversed }

# Results have names; report.md refers to them.
results:
  participants: { from: participants }
  visits: { from: participants, number: visits }
  statements: { from: statements }
  more-visits: { from: statements, statement: more-visits }
  too-dear: { from: statements, statement: too-dear }
`,
  },
  {
    path: `corpus/${study}/participants.csv`,
    content: `id,session,visits
Ana,morning,4
Ben,morning,1
Chloe,evening,8
Dev,evening,2
`,
  },
  {
    path: `corpus/${study}/positions.csv`,
    content: `statement,session,participant,column,comment
more-visits,morning,Ana,strongly agree,"Sunday is when I have time to read"
more-visits,morning,Ana,partially agree,"if the heating is on"
more-visits,morning,Ben,no opinion,"I borrow online"
more-visits,evening,Chloe,strongly agree,"with the children"
more-visits,evening,Dev,partially disagree,"Sundays are for football"
too-dear,morning,Ana,strongly disagree,"three hours of one person"
too-dear,morning,Ben,partially agree,"what else would be cut?"
too-dear,evening,Chloe,partially disagree,"volunteers would help"
too-dear,evening,Dev,absent,
`,
  },
  {
    path: `reports/${study}/report.md`,
    content: `---
title: Should the library open on Sundays?
---

# Should the library open on Sundays?

\`= participants.count | Words\` people took part. They visit the library
\`= visits.median | decimals-1\` times a month (median).

\`\`\`table
result: participants
caption: Who took part
\`\`\`

## I would come more often

\`= more-visits.sentence\`

\`\`\`figure
result: more-visits
\`\`\`

## The town cannot afford it

\`= too-dear.sentence\`

\`\`\`figure
result: too-dear
\`\`\`

## All statements

\`\`\`figure
result: statements
\`\`\`

\`\`\`table
result: statements
show: measures
\`\`\`
`,
  },
];
