/**
 * The steps of a selection in the shape of the PRISMA 2020 flow diagram (Page et al. 2021, The PRISMA 2020 statement, BMJ
 * 372:n71, figure 1). A record is what a search finds, a report the document behind it, a study what reports tell of.
 */
export const steps = [
  'identified',
  'removed',
  'screened',
  'excluded-records',
  'sought',
  'not-retrieved',
  'assessed',
  'excluded-reports',
  'included-reports',
  'included-studies',
] as const;

export type Step = (typeof steps)[number];

/** What goes on from box to box, and beside each what leaves there. */
export const mainSteps = [
  { main: 'identified', side: 'removed' },
  { main: 'screened', side: 'excluded-records' },
  { main: 'sought', side: 'not-retrieved' },
  { main: 'assessed', side: 'excluded-reports' },
  { main: 'included-reports', side: null },
] as const satisfies readonly { main: Step; side: Step | null }[];

export const stepWords: Record<Step, string> = {
  identified: 'Records identified',
  removed: 'Records removed before screening',
  screened: 'Records screened',
  'excluded-records': 'Records excluded',
  sought: 'Reports sought for retrieval',
  'not-retrieved': 'Reports not retrieved',
  assessed: 'Reports assessed for eligibility',
  'excluded-reports': 'Reports excluded',
  'included-reports': 'Reports of included studies',
  'included-studies': 'Studies included',
};

/** Of records that are counted at a step: those that nothing is settled about yet. */
export const unsettledWords = (step: Step): string =>
  `${step === 'excluded-records' ? 'Records' : 'Reports'} not yet settled`;

export const sourceKinds = [
  'databases',
  'registers',
  'websites',
  'organisations',
  'grey-literature',
  'backward-snowballing',
  'forward-snowballing',
  'snowballing',
  'other',
] as const;

export type SourceKind = (typeof sourceKinds)[number];

/** A whole number from 0, or null where it is not reported, which is never 0. */
export type Count = number | null;

export interface Flow {
  sources: FlowSource[];
  totals: FlowTotal[];
  /** Records that were counted in more than one source. */
  shared: SharedRecord[];
}

export interface SharedRecord {
  record: string;
  /** Labels of the sources that it is of. */
  sources: string[];
}

export interface FlowSource {
  name: string;
  label: string;
  kind: SourceKind;
  /** The source whose included studies snowballing began with. */
  from: string | null;
  /** One report may tell of several studies, so that there may be more of these. */
  severalStudies: boolean;
  /** Those that the file names, in the order of `steps`. */
  steps: FlowStep[];
}

export interface FlowStep {
  step: Step;
  count: Count;
  /** `summed`: made from its parts, as no count of the whole was given. */
  origin: 'reported' | 'counted' | 'summed';
  /** What is reported beside a count of our own; undefined where nothing was said. */
  reported: Count | undefined;
  /** Where the paper says so. */
  place: string | null;
  /** Databases or reasons. */
  parts: FlowPart[];
  /** Of records counted: those that nobody has decided on yet, and that leave the step neither way. */
  pending: number;
}

export interface FlowPart {
  name: string;
  count: Count;
  place: string | null;
}

/** What several sources come to together. */
export interface FlowTotal {
  name: string;
  label: string;
  counts: 'studies' | 'reports';
  parts: TotalPart[];
  /** What several sources had in common, and is counted once. */
  removed: Count | undefined;
  /** What `removed` was counted from: reports or studies that several sources have. Empty where it was typed. */
  common: string[];
  /** Undefined where nothing is said of it: then it is what the parts give. */
  reported: Count | undefined;
  place: string | null;
  /** Another total that a paper gives for the same. */
  alternativeTo: string | null;
}

export type TotalPart =
  | { kind: 'source' | 'total'; name: string }
  | { kind: 'number'; label: string; count: Count; place: string | null };

export const stepOf = (source: FlowSource, step: Step): FlowStep | undefined =>
  source.steps.find((one) => one.step === step);
