import { keyName, keyTable, otherKeys } from '../../src/session/keys.ts';

/** The keys and verbs as the manual has them: a table in Markdown for each group. */
export function keysInMarkdown(): string {
  const groups = [...new Set([...keyTable, ...otherKeys].map(({ group }) => group))];
  return groups.map((group) => `${tableOf(group)}\n`).join('\n');
}

function tableOf(group: string): string {
  const acts = keyTable.filter((row) => row.group === group);
  const others = otherKeys.filter((row) => row.group === group);
  const rows =
    acts.length > 0
      ? [
          `| ${group} | | in \`--plain\` |`,
          '|---|---|---|',
          ...acts.map(
            ({ keys, words, verb, argument }) =>
              `| ${keysOf(keys)} | ${words} | ${code(argument === undefined ? verb : `${verb} ${argument}`)} |`,
          ),
        ]
      : [`| ${group} | |`, '|---|---|', ...others.map(({ keys, words }) => `| ${keysOf(keys)} | ${words} |`)];
  return rows.join('\n');
}

const keysOf = (keys: readonly string[]): string => keys.map((key) => code(keyName(key))).join(' ');

const code = (text: string): string => `\`${text}\``;
