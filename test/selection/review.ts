import { workspaceWith } from '../helpers/workspace.ts';

/** An invented review: eight records of two sources, screened by two raters, then read by one. */
export const study = `emic: 1
title: Choirs and sleep
kind: literature-review
fictional: true
literature:
  records: references.csv
  flow: flow.yaml
  study: study
  stages:
    - id: title
      label: Title and abstract
      raters: [ana, ben]
      reasons: [not about choirs, no data]
    - id: full-text
      label: Full text
      phase: eligibility
      raters: [ana]
      reasons: [no data, too short]
results:
  flow: { from: flow }
  selection: { from: selection }
`;

export const references = `id,title,via,study
r1,One,search,s1
r2,Two,search,s1
r3,Three,search,
r4,Four,search,
r5,Five,search,
r6,Six,search,
r7,Seven,list,
r8,Eight,list,
`;

export const ana = `record,decision,reason,note
r1,include,,
r2,include,,
r3,exclude,no data,
r4,exclude,not about choirs,
r5,include,,good
r6,exclude,no data,
r7,include,,
r8,unsure,,
`;

export const ben = `record,decision,reason,note
r1,include,,
r2,include,,
r3,exclude,no data,
r4,include,,
r5,include,,
r6,exclude,not about choirs,
r7,include,,
`;

export const consensus = `record,decision,reason,note
r4,exclude,not about choirs,talked over
`;

export const read = `record,decision,reason,note
r1,include,,
r2,include,,
r5,exclude,too short,
r7,include,,
`;

export const flow = `emic: 1
sources:
  search:
    label: Databases
    kind: databases
    where: { via: search }
    identified: 9
    removed: { by: { duplicates: 3 } }
    screened: { count: selection, reported: 6 }
    excluded-records: selection
    assessed: selection
    excluded-reports: selection
    included-reports: selection
    included-studies: { count: selection, reported: 1 }
  list:
    label: A list of choirs
    kind: other
    where: { via: list }
    identified: 2
    removed: 0
    screened: selection
    excluded-records: selection
    assessed: selection
    included-studies: selection
totals:
  all: { of: [search, list], count: 2 }
`;

/** The files of the review; others are added, or take the place of these. */
export const review = (others: Readonly<Record<string, string>> = {}): string => {
  const files = {
    'study.yaml': study,
    'references.csv': references,
    'flow.yaml': flow,
    'selection/title/ana.csv': ana,
    'selection/title/ben.csv': ben,
    'selection/title/consensus.csv': consensus,
    'selection/full-text/ana.csv': read,
    ...others,
  };
  return workspaceWith(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`corpus/choirs/${name}`, text])),
  );
};
