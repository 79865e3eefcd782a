import type { NewFile } from '../file/write-files.ts';
import { transcriptsAndCodings } from './sample-codings.ts';

/** The files of a tiny fictional interview study, coded by two raters; paths from the workspace's root. */
export const interviewFiles = (study: string): NewFile[] => [
  {
    path: `corpus/${study}/study.yaml`,
    content: `# A fictional study to try emic on: Ilse, Marek and all that they say are invented. For a study of your own, see
# "Begin an interview study" in emic's docs/tutorial.md.
emic: 1
title: What people get from an allotment
kind: interviews
fictional: true

participants:
  file: participants.csv
  id: name
  columns:
    name: Name
    years: { label: Years with a plot, type: number }

# Who codes, and in which rounds; how agreement is to be counted was decided before any number was seen.
coding:
  raters: [ana, ben]
  rounds: [1]
protocol:
  tradition: codebook thematic analysis
  unit: turn
  # No measure is named: Cohen's kappa of every two raters, and Fleiss' kappa of all where there are more.
  reliability: [1]

# Results have names; report.md refers to them.
results:
  participants: { from: participants }
  years: { from: participants, number: years }
  codes: { from: codes, round: 1, by: [code, rater] }
  agreement: { from: agreement, round: 1 }
  rules: { from: quotes, round: 1, codes: [rules], raters: [ana] }
  gives: { from: matrix, themes: [What it gives] }
  matrix: { from: matrix }
`,
  },
  {
    path: `corpus/${study}/participants.csv`,
    content: `name,years
Ilse,9
Marek,2
`,
  },
  ...transcriptsAndCodings(study),
  {
    path: `corpus/${study}/framework.csv`,
    content: `case,theme,summary,evidence
Ilse,What it gives,An hour in which nobody wants anything of her; talk at the gate on top of it.,q7d2hk4m t3w8pz5a
Marek,What it gives,"Food for four, and people who teach without telling him off.",x5r9vb2e c8n4yj7s
Ilse,What is unfair,"Plots lie idle while others wait, and nobody says so where it would count.",f6g1ls9u h2m7ok3d
Marek,What is unfair,"Was warned by letter, though he comes at five when nobody sees him.",w4z8tq6i
`,
  },
  {
    path: `codebooks/${study}/1.0.0.md`,
    content: `---
name: Allotments (fictional)
version: 1.0.0
date: 2026-03-06
changes: []
---

# Allotments: codebook 1.0.0 (fictional)

Headings without a code, such as the next, only group. The quotations are words of invented people.

## What the plot gives

### Quiet \`quiet\`

**Definition.** Being left in peace, by people or by noise.

**Include.** What it is a rest from.

> The quiet before the road wakes up.

### Company \`company\`

**Definition.** Others on the plots: talking with them, learning from them, giving and getting.

**Exclude.** What the others decide together: \`rules\`.

> Somebody always has too many courgettes

### Growing \`growing\`

**Definition.** Soil, plants and food, and the pleasure in them.

> in August I hardly buy a vegetable

## What makes it hard

### Rules \`rules\`

**Definition.** What is allowed, expected or decided on the site, and whether that is fair.

**Include.** The waiting list, the committee, plots that lie idle.

> some plots have had nothing on them but bindweed for two years

### Time \`time\`

**Definition.** Having too little time for the plot, or having it when others do not.

> I work shifts
`,
  },
  {
    path: `reports/${study}/report.md`,
    content: `---
title: What people get from an allotment
---

# What people get from an allotment

\`= participants.count | Words\` people were interviewed. They have had a plot for \`= years.min | words\` to
\`= years.max | words\` years.

\`\`\`table
result: participants
caption: Who was interviewed
\`\`\`

## What was coded

\`= agreement.raters | Words\` raters read the interviews with codebook 1.0.0, each alone, and used
\`= codes.used | words\` codes.

\`\`\`table
result: codes
caption: Turns that carry a code, by rater
\`\`\`

Over all codes their pooled kappa is \`= agreement.all.pooled.value | decimals-2\`.

\`\`\`figure
result: agreement
\`\`\`

## What they said of rules

\`\`\`quotes
result: rules
\`\`\`

## What it gives them

\`\`\`themes
result: gives
\`\`\`

## All cases

\`\`\`table
result: matrix
\`\`\`
`,
  },
];
