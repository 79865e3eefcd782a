import { VFile } from 'vfile';

export const csv = (value: string): VFile => new VFile({ path: 'corpus/x/data.csv', value });

/** The problems of a file in one line each, as far as tests hold on to them. */
export function told(file: VFile): string[] {
  return file.messages.map(
    (message) =>
      `${message.line ?? '-'}:${message.column ?? '-'} ${message.ruleId}${message.fatal ? '' : ' (warning)'}`,
  );
}
