import { VFile } from 'vfile';
import type { CheckedFlow } from '../../src/exhibit/flow-table.ts';
import { buildFlow } from '../../src/selection/build-flow.ts';
import { checkFlow } from '../../src/selection/check-flow.ts';
import { tellIdle, withKnown } from '../../src/selection/known-differences.ts';
import { readFlow } from '../../src/selection/read-flow.ts';
import { type FlowRemark, tellFlow } from '../../src/selection/tell-flow.ts';

/** The numbers of Eken et al. (2024), a multivocal review of MLOps, sections 3.2 and 3.4, with its two totals. */
export const twoTotals = `emic: 1
sources:
  academic:
    label: Academic literature
    kind: databases
    identified: { count: 5519, place: Section 3.2.2 }
    removed: { by: { duplicates: not reported } }
    screened: { count: 3977, place: Section 3.2.2 }
    excluded-records: not reported
    assessed: { count: 279, place: Section 3.2.2 }
    excluded-reports: not reported
    included-studies: { count: 132, place: Section 3.2.2 }
  academic-snowballing:
    label: From academic studies
    kind: snowballing
    from: academic
    identified: { count: 39, place: Section 3.2.2 }
    included-studies: { count: 18, place: Section 3.2.2 }
  grey:
    label: Grey literature
    kind: grey-literature
    identified: { count: 453, place: Section 3.2.3 }
    removed: { by: { video: not reported, without free access: not reported, duplicates: not reported } }
    screened: { count: 423, place: Section 3.2.3 }
    excluded-records: not reported
    included-studies: { count: 41, place: Section 3.2.3 }
  grey-snowballing:
    label: From grey literature
    kind: snowballing
    from: grey
    identified: { count: 27, place: Section 3.2.3 }
    included-studies: { count: 19, place: Section 3.2.3 }
totals:
  academic-studies:
    label: Academic studies
    of: [academic, academic-snowballing]
    count: 150
    place: Section 3.2.2
  grey-items:
    label: Grey items
    of: [grey, grey-snowballing]
    count: 60
    place: Table 1
  with-48:
    label: All, as the abstract has it
    of: [academic-studies, { label: grey items, count: 48, place: abstract }]
    count: 198
    place: Abstract
  with-60:
    label: All, as the flow has it
    of: [academic-studies, grey-items]
    count: 210
    alternative-to: with-48
`;

/** Invented: every number is there, and all add up. */
export const fourSources = `emic: 1
sources:
  databases:
    label: Databases
    kind: databases
    identified: { count: 1200, by: { Scopus: 700, Web of Science: 400, PubMed: 100 } }
    removed: { count: 310, by: { duplicates: 300, records marked as ineligible by a tool: 10 } }
    screened: 890
    excluded-records: 700
    sought: 190
    not-retrieved: 6
    assessed: 184
    excluded-reports: { count: 120, by: { no empirical data: 60, not about the topic under review: 40, language: 20 } }
    included-reports: 64
    included-studies: 60
  registers:
    label: Registers
    kind: registers
    identified: 80
    removed: 20
    screened: 60
    excluded-records: 50
    sought: 10
    not-retrieved: 0
    assessed: 10
    excluded-reports: 7
    included-reports: 3
    included-studies: 3
  websites:
    label: Websites of organisations and professional associations
    kind: websites
    identified: 45
    removed: 0
    sought: 45
    not-retrieved: 5
    assessed: 40
    excluded-reports: { count: 38, by: { opinion: 30, duplicate of a report in the databases: 8 } }
    included-reports: 2
    included-studies: 2
  backward:
    label: References of the included studies
    kind: backward-snowballing
    from: databases
    identified: 33
    removed: 3
    sought: 30
    not-retrieved: 1
    assessed: 29
    excluded-reports: { count: 22, by: { no empirical data: 22 } }
    included-reports: 7
    included-studies: 6
totals:
  all:
    label: New studies
    of: [databases, registers, websites, backward]
    count: 71
`;

export interface Held extends CheckedFlow {
  told: {
    line: number | undefined;
    column: number | undefined;
    rule: string | undefined;
    reason: string;
    expected: string[] | undefined;
  }[];
  unchecked: Omit<FlowRemark, 'rule'>[];
  known: string[];
}

/** A flow read and held, with all that was told. */
export function held(text: string): Held | { told: Held['told'] } {
  const file = new VFile({ path: 'flow.yaml', value: text });
  const read = readFlow(file);
  const told = () =>
    file.messages.map(({ line, column, ruleId, reason, expected }) => ({
      ...{ line: line ?? undefined, column: column ?? undefined, rule: ruleId, reason, expected },
    }));
  if (!read) return { told: told() };
  const flow = buildFlow(read, undefined);
  const checked = withKnown(read, checkFlow(flow));
  tellIdle(read, checked);
  const remarks = tellFlow(read, flow, checked);
  const unchecked = remarks.flatMap(({ rule, ...one }) => (rule === 'cannot-be-checked' ? one : []));
  const known = remarks.flatMap(({ rule, reason }) => (rule === 'known-difference' ? reason : []));
  return { flow, checked, unchecked, known, told: told() };
}

/** The same of a flow that can be used. */
export function used(text: string): Held {
  const found = held(text);
  if (!('flow' in found)) throw new Error(JSON.stringify(found.told));
  return found;
}
