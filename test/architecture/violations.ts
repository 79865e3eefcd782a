/**
 * For each rule of .dependency-cruiser.cjs: imports that it must report, and their nearest neighbours
 * that no rule may. `a -> b` is a file of `src` that imports another, a package, or a module of node.
 */
export const violations: Record<string, { reported: string[]; fine: string[] }> = {
  'no-cycles': {
    // A cycle is reported once, at one of its files.
    reported: ['records/a.ts -> records/b.ts', 'study/long-1.ts -> study/long-2.ts'],
    fine: [
      'records/b.ts -> records/a.ts',
      'study/long-2.ts -> study/long-3.ts',
      'study/long-3.ts -> study/long-1.ts',
      'records/c.ts -> records/d.ts',
    ],
  },
  'statistics-is-a-leaf': {
    reported: [
      'statistics/a.ts -> yaml/a.ts',
      'statistics/b.ts -> statements/a.ts',
      'statistics/c.ts -> problem/a.ts',
    ],
    fine: ['statistics/d.ts -> statistics/e.ts', 'statistics/d.ts -> d3'],
  },
  'pure-folders': {
    reported: [
      'statements/a.ts -> records/c.ts',
      'statements/b.ts -> exhibit/c.ts',
      'statements/b.ts -> render/c.ts',
      'statements/b.ts -> yaml/c.ts',
      'statements/b.ts -> file/c.ts',
      'records/a.ts -> statements/c.ts',
      'records/b.ts -> text/c.ts',
    ],
    fine: [
      'statements/ok.ts -> statements/c.ts',
      'statements/ok.ts -> statistics/c.ts',
      'records/ok.ts -> records/c.ts',
      'records/ok.ts -> csv/c.ts',
      'records/ok.ts -> problem/c.ts',
      'survey/ok.ts -> csv/c.ts',
    ],
  },
  'evidence-is-about-records': {
    reported: [
      'evidence/a.ts -> codebook/c.ts',
      'evidence/a.ts -> coding/d.ts',
      'evidence/b.ts -> exhibit/c.ts',
    ],
    fine: ['evidence/ok.ts -> records/c.ts', 'evidence/ok.ts -> text/c.ts', 'evidence/ok.ts -> csv/c.ts'],
  },
  'survey-reads-questions': {
    reported: [
      'survey/a.ts -> file/c.ts',
      'survey/a.ts -> records/c.ts',
      'survey/b.ts -> exhibit/c.ts',
      'survey/b.ts -> text/c.ts',
    ],
    fine: [
      'survey/ok.ts -> survey/c.ts',
      'survey/ok.ts -> statistics/c.ts',
      'survey/ok.ts -> yaml/c.ts',
      'survey/ok.ts -> csv/c.ts',
    ],
  },
  'references-are-tables-and-titles': {
    reported: [
      'references/a.ts -> file/c.ts',
      'references/a.ts -> records/c.ts',
      'references/b.ts -> yaml/c.ts',
    ],
    fine: [
      'references/ok.ts -> references/c.ts',
      'references/ok.ts -> csv/c.ts',
      'references/ok.ts -> text/c.ts',
      'references/ok.ts -> problem/c.ts',
    ],
  },
  'selection-takes-decisions': {
    reported: [
      'selection/a.ts -> file/c.ts',
      'selection/a.ts -> records/c.ts',
      'selection/b.ts -> exhibit/c.ts',
    ],
    fine: [
      'selection/ok.ts -> selection/c.ts',
      'selection/ok.ts -> agreement/c.ts',
      'selection/ok.ts -> yaml/c.ts',
      'selection/ok.ts -> csv/c.ts',
      'selection/ok.ts -> problem/c.ts',
    ],
  },
  'screening-takes-decisions': {
    reported: [
      'screening/a.ts -> file/c.ts',
      'screening/a.ts -> records/c.ts',
      'screening/b.ts -> session/c.ts',
      'screening/b.ts -> csv/c.ts',
    ],
    fine: [
      'screening/ok.ts -> screening/c.ts',
      'screening/ok.ts -> selection/c.ts',
      'screening/ok.ts -> text/c.ts',
    ],
  },
  'texts-and-codes': {
    reported: [
      'coding/a.ts -> codebook/c.ts',
      'codebook/b.ts -> file/c.ts',
      'transcript/b.ts -> agreement/c.ts',
    ],
    fine: [
      'coding/ok.ts -> coding/c.ts',
      'coding/ok.ts -> statistics/c.ts',
      'transcript/ok.ts -> text/c.ts',
      'codebook/ok.ts -> yaml/c.ts',
      'codebook/ok.ts -> problem/c.ts',
    ],
  },
  'reconciliation-takes-codings': {
    reported: [
      'reconciliation/a.ts -> file/c.ts',
      'reconciliation/a.ts -> agreement/c.ts',
      'reconciliation/b.ts -> transcript/c.ts',
      'reconciliation/b.ts -> render/c.ts',
    ],
    fine: [
      'reconciliation/ok.ts -> coding/c.ts',
      'reconciliation/ok.ts -> codebook/c.ts',
      'reconciliation/ok.ts -> problem/c.ts',
    ],
  },
  'session-knows-texts-and-codes': {
    reported: [
      'session/a.ts -> file/c.ts',
      'session/a.ts -> yaml/c.ts',
      'session/b.ts -> render/c.ts',
      'session/b.ts -> agreement/c.ts',
    ],
    fine: [
      'session/ok.ts -> session/c.ts',
      'session/ok.ts -> coding/c.ts',
      'session/ok.ts -> codebook/c.ts',
      'session/ok.ts -> transcript/c.ts',
      'session/ok.ts -> text/c.ts',
    ],
  },
  'readers-are-low': {
    reported: [
      'csv/a.ts -> records/c.ts',
      'yaml/a.ts -> statements/c.ts',
      'text/a.ts -> statistics/c.ts',
      'file/a.ts -> exhibit/c.ts',
      'problem/a.ts -> render/c.ts',
    ],
    fine: ['csv/ok.ts -> text/c.ts', 'yaml/ok.ts -> problem/c.ts', 'text/ok.ts -> file/c.ts'],
  },
  'exhibit-takes-plain-results': {
    reported: [
      'exhibit/a.ts -> render/c.ts',
      'exhibit/a.ts -> report/c.ts',
      'exhibit/b.ts -> replication/c.ts',
    ],
    fine: [
      'exhibit/ok.ts -> exhibit/c.ts',
      'exhibit/ok.ts -> statements/c.ts',
      'exhibit/ok.ts -> records/c.ts',
      'exhibit/ok.ts -> selection/c.ts',
    ],
  },
  'render-sees-exhibits-and-reports': {
    reported: [
      'render/a.ts -> statements/c.ts',
      'render/figures/a.ts -> records/c.ts',
      'render/a.ts -> report/fill.ts',
      'render/a.ts -> replication/c.ts',
    ],
    fine: [
      'render/ok.ts -> render/figures/c.ts',
      'render/ok.ts -> exhibit/c.ts',
      'render/ok.ts -> report/tree.ts',
      'render/ok.ts -> csv/c.ts',
      'render/figures/ok.ts -> d3',
    ],
  },
  'report-and-replication-are-given-resolve': {
    reported: [
      'report/a.ts -> statements/c.ts',
      'report/a.ts -> replication/c.ts',
      'report/a.ts -> render/c.ts',
      'replication/a.ts -> report/c.ts',
      'replication/a.ts -> records/c.ts',
    ],
    fine: [
      'report/ok.ts -> report/c.ts',
      'report/ok.ts -> exhibit/c.ts',
      'replication/ok.ts -> replication/c.ts',
      'replication/ok.ts -> yaml/c.ts',
      'replication/ok.ts -> problem/c.ts',
      'replication/ok.ts -> text/c.ts',
    ],
  },
  'only-the-faces-import-study': {
    reported: ['elsewhere/a.ts -> study/c.ts', 'a.ts -> study/c.ts'],
    fine: ['index.ts -> study/c.ts', 'cli/ok.ts -> study/c.ts', 'study/ok.ts -> study/c.ts'],
  },
  'nothing-imports-cli': {
    reported: ['study/a.ts -> cli/c.ts', 'elsewhere/a.ts -> cli/c.ts', 'index.ts -> cli/c.ts'],
    fine: ['cli/ok.ts -> cli/c.ts'],
  },
  'file-system-at-the-edge': {
    reported: [
      'statements/a.ts -> node:fs',
      'records/a.ts -> node:fs/promises',
      'csv/a.ts -> fs',
      'report/a.ts -> node:path',
      'render/a.ts -> node:os',
      'statistics/a.ts -> node:crypto',
      'index.ts -> node:process',
    ],
    fine: ['file/ok.ts -> node:fs/promises', 'study/ok.ts -> node:path', 'cli/ok.ts -> node:path'],
  },
  'one-importer-natural': {
    reported: ['statements/a.ts -> natural', 'study/a.ts -> natural'],
    fine: ['text/ok.ts -> natural', 'text/ok.ts -> natural/lib/natural/distance/index.js'],
  },
  'one-importer-citation-js': {
    reported: ['study/a.ts -> @citation-js/core', 'cli/a.ts -> @citation-js/plugin-bibtex'],
    fine: ['references/ok.ts -> @citation-js/plugin-bibtex'],
  },
  'one-importer-highs': {
    reported: ['agreement/spans/a.ts -> highs', 'study/a.ts -> highs'],
    fine: ['agreement/spans/alignment-program.ts -> highs'],
  },
  'one-importer-papaparse': {
    reported: ['records/a.ts -> papaparse', 'render/a.ts -> papaparse'],
    fine: ['csv/ok.ts -> papaparse'],
  },
  'one-importer-d3': {
    reported: ['statements/a.ts -> d3', 'render/a.ts -> d3', 'exhibit/a.ts -> d3-array'],
    fine: ['statistics/ok.ts -> d3', 'render/figures/ok.ts -> d3'],
  },
  'one-importer-yaml': {
    reported: ['study/a.ts -> yaml', 'report/a.ts -> yaml'],
    fine: ['yaml/ok.ts -> yaml', 'study/ok.ts -> yaml/c.ts'],
  },
  'one-importer-ink': {
    reported: ['study/a.ts -> ink', 'cli/coding-screen/a.ts -> ink', 'cli/a.ts -> react'],
    fine: ['cli/screen/ok.ts -> ink', 'cli/screen/ok.ts -> react'],
  },
  'no-unresolved': {
    reported: ['records/a.ts -> ./nowhere.ts', 'study/a.ts -> no-such-package'],
    fine: [],
  },
};
