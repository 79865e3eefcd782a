import type { NewFile } from '../file/write-files.ts';
import { literatureTables } from './sample-literature-tables.ts';

/** The files of a tiny fictional literature review; paths from the workspace's root. */
export const literatureFiles = (study: string): NewFile[] => [
  ...literatureTables(study),
  {
    path: `corpus/${study}/study.yaml`,
    content: `# A fictional literature review to try emic on: the records, their authors and the raters are invented.
emic: 1
title: Why people give up an instrument
kind: literature-review
fictional: true

literature:
  records: references.csv
  flow: flow.yaml
  evidence: evidence.csv
  stages:
    - id: title
      label: Title and abstract
      raters: [ana, ben]
      reasons: [not about giving up, no data]
    - id: full-text
      label: Full text
      phase: eligibility
      raters: [ana, ben]
      reasons: [no data]
  symbols:
    coverage:
      scale:
        - { symbol: ●, means: covered }
        - { symbol: ◐, means: in part }
        - { symbol: ○, means: not covered }
      not-reported: ["–"]
      not-recoverable: ["?"]

# The same records, for results that ask about their columns.
data:
  references:
    file: references.csv
    id: id
    columns: { id: Record, type: Type, title: Title, year: { label: Year, type: number } }
  # Cells cite records, in brackets or as a list.
  answers:
    file: answers.csv
    columns: { reason: Reason, told-by: Told by, helped-by: Helped by }
  # Earlier reviews, a symbol in each cell.
  reviews:
    file: reviews.csv
    columns: { review: Review, reasons: Reasons, help: What helped, since: Since when }
  links:
    file: links.csv
    columns: { from: From, to: To, evidence: { label: Studies, type: number } }

# Results have names; report.md refers to them.
results:
  by-year: { from: records, data: references, count-by: year }
  flow: { from: flow }
  selection: { from: selection }
  answers: { from: cited, data: answers, row: reason, columns: [told-by, helped-by] }
  earlier: { from: compared, data: reviews, row: review, symbols: coverage }
  themes: { from: evidence, roll-up: true }
  landscape:
    from: mapping
    links: links
    unit: studies
    layers:
      - { title: Reasons, below: reasons }
      - { title: What helped, below: help }
`,
  },
  {
    path: `corpus/${study}/references.csv`,
    content: `id,type,title,authors,year,venue,volume,issue,pages,doi,url,abstract,keywords,language,source,key
abel2018,article,Why beginners stop in the second year,"Abel, Ida",2018,Invented Journal of Playing,4,1,1-19,,,Letters of forty beginners who stopped.,,en,first.bib; second.bib,abel18; abel19
berg2019,conference paper,Neighbours and the violin,"Berg, Olaf; Chen, Mei",2019,Invented Conference on Practice,,,,,,Interviews about noise at home.,,en,first.bib,berg19
chen2020,article,The cost of lessons,"Chen, Mei",2020,Invented Journal of Playing,6,2,33-50,,,A survey of families.,,en,first.bib,chen20
diaz2021,report,Lending instruments in five towns,"Diaz, Ana",2021,Invented Institute,,,,,,What happened after a year of lending.,,en,second.bib,diaz21
eker2021,article,A history of the recorder,"Eker, Can",2021,Invented Review,,,,,,How the recorder was built.,,en,second.bib,eker21
frey2022,article,Playing together keeps people playing,"Frey, Jo",2022,Invented Journal of Playing,8,1,5-22,,,Groups and single pupils compared.,,en,first.bib; second.bib,frey22; frey21
`,
  },
  {
    path: `corpus/${study}/selection/title/ana.csv`,
    content: `record,decision,reason,note
abel2018,include,,
berg2019,include,,
chen2020,include,,
diaz2021,include,,
eker2021,exclude,not about giving up,
frey2022,include,,
`,
  },
  {
    path: `corpus/${study}/selection/title/ben.csv`,
    content: `record,decision,reason,note
abel2018,include,,
berg2019,exclude,not about giving up,noise at home is not giving up
chen2020,include,,
diaz2021,include,,
eker2021,exclude,not about giving up,
frey2022,include,,
`,
  },
  {
    path: `corpus/${study}/selection/title/consensus.csv`,
    content: `record,decision,reason,note
berg2019,include,,half of the families stopped because of it
`,
  },
  {
    path: `corpus/${study}/selection/full-text/ana.csv`,
    content: `record,decision,reason,note
abel2018,include,,
berg2019,include,,
chen2020,include,,
diaz2021,exclude,no data,
frey2022,include,,
`,
  },
  {
    path: `corpus/${study}/selection/full-text/ben.csv`,
    content: `record,decision,reason,note
abel2018,include,,
berg2019,include,,
chen2020,include,,
diaz2021,exclude,no data,
frey2022,include,,
`,
  },
  {
    path: `corpus/${study}/flow.yaml`,
    content: `# From what was found to what is included. "selection" counts a step in the decisions; "not reported" is not 0.
emic: 1
sources:
  search:
    label: Two databases
    kind: databases
    # Entries of both files; two works were found in both, see duplicates.csv.
    identified: { by: { First database: 4, Second database: 4 } }
    removed: { by: { duplicates: 2 } }
    screened: selection
    excluded-records: selection
    sought: selection
    not-retrieved: 0
    assessed: selection
    excluded-reports: selection
    included-reports: selection
`,
  },
  {
    path: `corpus/${study}/evidence.csv`,
    content: `record,code,field,quote,place,rater
abel2018,no-time,full-text,,section 3,ana
abel2018,alone,full-text,,section 4,ana
abel2018,alone,full-text,,section 5,ben
berg2019,noise,title,Neighbours,,ana
chen2020,money,title,The cost of lessons,,ana
chen2020,no-time,full-text,,section 2,ben
frey2022,playing-together,title,Playing together,,ana
frey2022,alone,full-text,,section 1,ben
`,
  },
  {
    path: `corpus/${study}/links.csv`,
    content: `from,to,evidence
alone,playing-together,2
money,lending,1
noise,playing-together,1
`,
  },
  {
    path: `codebooks/${study}/1.0.0.md`,
    content: `---
name: Giving up
version: 1.0.0
date: 2026-01-15
---

# Giving up

## Reasons \`reasons\`

**Definition.** Why somebody stops playing.

### No time \`no-time\`

**Definition.** Other things take the hours.

### Alone \`alone\`

**Definition.** There is nobody to play with.

### Noise \`noise\`

**Definition.** Others hear it, and mind.

### Money \`money\`

**Definition.** Lessons or the instrument cost too much.

## What helped \`help\`

**Definition.** What kept people playing.

### Playing together \`playing-together\`

**Definition.** A group, an orchestra, a friend.

### Lending \`lending\`

**Definition.** An instrument for a year.
`,
  },
  {
    path: `reports/${study}/report.md`,
    content: `---
title: Why people give up an instrument
---

# Why people give up an instrument

## What was found and selected

Two databases gave \`= flow.search.identified\` entries. \`= flow.search.removed | Words\` were duplicates, which leaves
\`= by-year.count\` records; \`= flow.search.included-reports | words\` are included.

\`\`\`figure
result: flow
caption: From what was found to what is included
\`\`\`

\`\`\`table
result: by-year
caption: Records by year
\`\`\`

\`\`\`table
result: selection
\`\`\`

\`\`\`table
result: selection
show: agreement
\`\`\`

## What they say

\`\`\`table
result: themes
\`\`\`

\`\`\`figure
result: themes
\`\`\`

\`\`\`figure
result: landscape
caption: What helped against which reason
\`\`\`

Which studies a table cites, and which included ones it does not:

\`\`\`table
result: answers
caption: Studies that tell of each reason, and of what helped against it
\`\`\`

\`\`\`table
result: answers
show: uncited
\`\`\`

## What earlier reviews cover

\`\`\`table
result: earlier
caption: Earlier reviews, all of them invented
\`\`\`

\`\`\`table
result: earlier
show: counts
\`\`\`
`,
  },
];
