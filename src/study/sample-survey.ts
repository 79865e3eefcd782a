import type { NewFile } from '../file/write-files.ts';

/** The files of a tiny fictional survey; paths from the workspace's root. */
export const surveyFiles = (study: string): NewFile[] => [
  {
    path: `corpus/${study}/study.yaml`,
    content: `# A fictional survey to try emic on: the choir and its singers are invented. For a survey of your own, see
# "Begin a survey" in emic's docs/tutorial.md.
emic: 1
title: Why people sing in a choir
kind: survey
fictional: true

# How respondents came to answer: self-selected, convenience, probability or everybody.
survey:
  responses: responses.csv
  questions: questions.yaml
  sample: everybody

# Results have names; report.md refers to them.
results:
  part: { from: survey, items: [part] }
  years: { from: survey, items: [years] }
  reasons: { from: survey, items: [reasons] }
  views: { from: survey, items: [together, alone, heard] }
  views-by-part: { from: survey, items: [together, alone, heard], by: part }
  belonging: { from: scales }
`,
  },
  {
    path: `corpus/${study}/questions.yaml`,
    content: `# What was asked, and how the cells of responses.csv are read.
emic: 1

response-scales:
  agreement:
    levels: [strongly disagree, disagree, neither, agree, strongly agree]
    apart: [don't know]

items:
  part:
    type: single
    question: Where do you sing?
    options: [high, low]
  years:
    type: number
    question: For how many years?
    min: 0
  reasons:
    type: multi
    question: Why do you come?
    separator: ;
    options: [the music, the people, a night out]
  together: { type: likert, scale: agreement, question: We are a group }
  # Agreeing speaks against the scale: turned round where items are added up.
  alone: { type: likert, scale: agreement, polarity: reversed, question: I go home alone }
  heard: { type: likert, scale: agreement, question: I am heard }
  remark: { type: open, question: Anything else? }

scales:
  belonging: { title: Belonging, items: [together, alone, heard] }
`,
  },
  {
    path: `corpus/${study}/responses.csv`,
    content: `respondent,part,years,reasons,together,alone,heard,remark
1,high,4,the music;the people,strongly agree,strongly disagree,agree,
2,high,11,the music,agree,disagree,agree,More Byrd please
3,low,1,a night out,disagree,agree,disagree,
4,low,7,the people;a night out,agree,disagree,neither,"The bus goes at nine, we end at nine"
5,high,2,the music,neither,agree,disagree,
6,high,3,the music;the people;a night out,strongly agree,disagree,strongly agree,
7,low,20,the people,agree,strongly disagree,agree,
8,low,5,,agree,neither,don't know,
9,high,9,the music;the people,strongly agree,strongly disagree,strongly agree,Thank you
10,low,,the music,neither,neither,disagree,
11,high,6,the people,agree,disagree,agree,
12,low,1,a night out,strongly disagree,strongly agree,disagree,I may not come back
`,
  },
  {
    path: `reports/${study}/report.md`,
    content: `---
title: Why people sing in a choir
---

# Why people sing in a choir

\`= part.respondents | integer\` singers answered, \`= part.counts.high | words\` of whom sing high. They have been in the choir for
\`= years.min | integer\` to \`= years.max | integer\` years (median \`= years.median | decimals-1\`).

## Why they come

\`\`\`figure
result: reasons
\`\`\`

## How it is to be there

\`\`\`figure
result: views
\`\`\`

\`\`\`table
result: views
show: in-sum
\`\`\`

Those who sing high and those who sing low, each p with the size of the difference:

\`\`\`table
result: views-by-part
show: tests
\`\`\`

## As one scale

\`\`\`table
result: belonging
\`\`\`
`,
  },
];
