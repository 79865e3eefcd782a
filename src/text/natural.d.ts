// natural ships types for its main entry only; its parts are imported one by one because the main
// entry loads database drivers.
declare module 'natural/lib/natural/distance/index.js' {
  const distance: {
    /** Edits, with transposition of neighbours as one edit when `restricted`. */
    DamerauLevenshteinDistance(a: string, b: string, options?: { restricted?: boolean }): number;
  };
  export default distance;
}
