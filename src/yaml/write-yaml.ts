import { Document, isMap, isScalar, type Pair } from 'yaml';

/** A comment above a key; its path leads there. */
export interface YamlRemark {
  path: readonly string[];
  text: string;
}

/**
 * Plain data as YAML, with remarks above keys and an empty line before each key of the groups at `parted`. Texts that would
 * be read as something else are quoted.
 */
export function writeYaml(
  value: unknown,
  {
    head = '',
    remarks = [],
    parted = [],
  }: { head?: string; remarks?: readonly YamlRemark[]; parted?: readonly string[] } = {},
): string {
  const document = new Document(value);
  if (head !== '') document.commentBefore = comment(head);
  for (const key of parted) {
    const group = document.get(key, true);
    if (!isMap(group)) continue;
    for (const [index, { key }] of group.items.entries())
      if (index > 0 && isScalar(key)) key.spaceBefore = true;
  }
  for (const { path, text } of remarks) {
    const group = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
    const pair = isMap(group)
      ? group.items.find((one: Pair) => isScalar(one.key) && one.key.value === path.at(-1))
      : undefined;
    if (pair && isScalar(pair.key)) pair.key.commentBefore = comment(text);
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

const comment = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? '' : ` ${line}`))
    .join('\n');
