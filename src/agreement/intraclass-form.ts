/**
 * Shrout and Fleiss's six. First number: 1, each unit has raters of its own, a random sample; 2, the same
 * raters rated all units and are a random sample; 3, these raters are all there are. Second: 1, the
 * reliability of one rater; k, of the mean of the k raters.
 */
export type IntraclassForm = '1-1' | '2-1' | '3-1' | '1-k' | '2-k' | '3-k';
