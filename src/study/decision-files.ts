import { listFiles } from '../file/list-files.ts';

/** The files of decisions in a stage's folder, by whom they are called after, in NFC; more than one where only accents are stored otherwise. */
export async function decisionFiles(folder: string): Promise<Map<string, string[]>> {
  const files = new Map<string, string[]>();
  for (const path of await listFiles(folder, '.csv')) {
    const rater = path.slice(folder.length + 1, -'.csv'.length).normalize('NFC');
    files.set(rater, [...(files.get(rater) ?? []), path]);
  }
  return files;
}
