/** Names of studies, statements, data, results and targets: they stand in paths and in names of files. */
export const namePattern = /^[a-z0-9][a-z0-9-]*$/;

/** The same in words. */
export const nameRule = 'lower case letters, digits and hyphens';

export const isName = (text: string): boolean => namePattern.test(text);
