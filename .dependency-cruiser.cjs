/**
 * The directions in ARCHITECTURE.md, kept by machine. test/architecture/ proves that a violation is seen.
 * @type {import('dependency-cruiser').IConfiguration}
 */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle has no top to start reading from.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'statistics-is-a-leaf',
      severity: 'error',
      from: { path: '^src/statistics/' },
      to: { path: '^src/', pathNot: '^src/statistics/' },
    },
    {
      name: 'pure-folders',
      comment: 'Domain folders take data, strings and files already read; they know no other domain folder.',
      severity: 'error',
      from: { path: '^src/(statements|records|agreement)/' },
      to: { path: '^src/', pathNot: '^src/($1|statistics|csv|problem)/' },
    },
    {
      name: 'evidence-is-about-records',
      comment: 'Codings of records and what cites them; which codes there are is told to it.',
      severity: 'error',
      from: { path: '^src/evidence/' },
      to: { path: '^src/', pathNot: '^src/(evidence|records|statistics|csv|text|problem)/' },
    },
    {
      name: 'survey-reads-questions',
      comment: 'Answers, and the question file that says how they are read.',
      severity: 'error',
      from: { path: '^src/survey/' },
      to: { path: '^src/', pathNot: '^src/(survey|statistics|csv|yaml|problem)/' },
    },
    {
      name: 'references-are-tables-and-titles',
      comment: 'Records of literature: cells with their places, and titles, which are compared word by word.',
      severity: 'error',
      from: { path: '^src/references/' },
      to: { path: '^src/', pathNot: '^src/(references|statistics|csv|text|problem)/' },
    },
    {
      name: 'texts-and-codes',
      comment: 'The same for folders about texts, which also read YAML and count code points.',
      severity: 'error',
      from: { path: '^src/(transcript|codebook|coding)/' },
      to: { path: '^src/', pathNot: '^src/($1|statistics|text|yaml|problem)/' },
    },
    {
      name: 'reconciliation-takes-codings',
      comment:
        'What raters decide together is about codings and codes; reading and writing it is for study/.',
      severity: 'error',
      from: { path: '^src/reconciliation/' },
      to: { path: '^src/', pathNot: '^src/(reconciliation|coding|codebook|text|problem)/' },
    },
    {
      name: 'selection-takes-decisions',
      comment:
        'Decisions on records and the flow they make; agreement on them is measured as on any ratings.',
      severity: 'error',
      from: { path: '^src/selection/' },
      to: { path: '^src/', pathNot: '^src/(selection|agreement|csv|yaml|problem)/' },
    },
    {
      name: 'screening-takes-decisions',
      comment:
        'One rater deciding on records is plain state; what it reads and writes is given and taken by study/ and cli/.',
      severity: 'error',
      from: { path: '^src/screening/' },
      to: { path: '^src/', pathNot: '^src/(screening|selection|text)/' },
    },
    {
      name: 'session-knows-texts-and-codes',
      comment:
        'A coding session is plain state; what it reads and writes is given and taken by study/ and cli/.',
      severity: 'error',
      from: { path: '^src/session/' },
      to: {
        path: '^src/',
        pathNot: '^src/(session|coding|codebook|transcript|text|problem|statistics)/',
      },
    },
    {
      name: 'readers-are-low',
      comment: 'Reading formats depends on nothing of the domain.',
      severity: 'error',
      from: { path: '^src/(csv|yaml|text|file|problem)/' },
      to: { path: '^src/', pathNot: '^src/(csv|yaml|text|file|problem)/' },
    },
    {
      name: 'exhibit-takes-plain-results',
      severity: 'error',
      from: { path: '^src/exhibit/' },
      to: {
        path: '^src/',
        pathNot:
          '^src/(exhibit|statements|survey|records|selection|evidence|agreement|coding|codebook|transcript|text|statistics)/',
      },
    },
    {
      name: 'render-sees-exhibits-and-reports',
      severity: 'error',
      from: { path: '^src/render/' },
      to: { path: '^src/', pathNot: '^src/(render/|exhibit/|report/tree\\.ts$|csv/|statistics/)' },
    },
    {
      name: 'report-and-replication-are-given-resolve',
      severity: 'error',
      from: { path: '^src/(report|replication)/' },
      to: { path: '^src/', pathNot: '^src/($1|exhibit|problem|yaml|text|statistics)/' },
    },
    {
      name: 'only-the-faces-import-study',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(study|cli)/|^src/index\\.ts$' },
      to: { path: '^src/study/' },
    },
    {
      name: 'nothing-imports-cli',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'file-system-at-the-edge',
      comment:
        'Paths and bytes on disk are the business of file/ and study/; the command line may ask where it is.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(file|study|cli)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'one-importer-natural',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/text/' },
      to: { path: '^node_modules/natural/' },
    },
    {
      name: 'one-importer-citation-js',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/references/' },
      to: { path: '^node_modules/@citation-js/' },
    },
    {
      name: 'one-importer-highs',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/agreement/spans/alignment-program\\.ts$' },
      to: { path: '^node_modules/highs/' },
    },
    {
      name: 'one-importer-papaparse',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/csv/' },
      to: { path: '^node_modules/papaparse/' },
    },
    {
      name: 'one-importer-d3',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(render/figures|statistics)/' },
      to: { path: '^node_modules/d3' },
    },
    {
      name: 'one-importer-yaml',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/yaml/' },
      to: { path: '^node_modules/yaml/' },
    },
    {
      name: 'one-importer-ink',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/screen/' },
      to: { path: '^node_modules/(@types/react|react|ink)/' },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
