import type { ColumnHead, ColumnRole } from '../column-head.ts';
import { type FirstRows, type Headings, oneLine, plainHead, type Tool } from './export.ts';
import { uniqueNames } from './unique-names.ts';

/**
 * KoboToolbox: one row of headings, labels or XML names, groups before a `/`, and perhaps HXL tags in a second row. A
 * select_multiple question is one column of answers with spaces between them, columns of 0 and 1 called
 * `question/option`, or both. (support.kobotoolbox.org, "Exporting and downloading your data")
 */
export const koboToolbox: Tool = {
  evidence(rows) {
    const names = new Set(rows[0] ?? []);
    const found = ['_id', '_uuid', '_submission_time'].filter((name) => names.has(name));
    return found.length >= 2 ? `there are columns ${found.join(', ')}` : undefined;
  },
  read(rows: FirstRows): Headings {
    const names = (rows[0] ?? []).map(oneLine);
    const tags = (rows[1] ?? []).filter((cell) => cell !== '');
    const isTagged = tags.length > 0 && tags.every((tag) => tag.startsWith('#'));
    const known = new Set(names);
    const heads = names.map((name): ColumnHead => {
      const role = roleOf(name, known);
      const head = plainHead(name, role);
      if (role !== 'answer') return head;
      const of = parentOf(name, known);
      if (of !== undefined) return { ...head, option: { of, label: name.slice(of.length + 1) } };
      const hasOptions = names.some((other) => other !== name && other.startsWith(`${name}/`));
      return hasOptions ? { ...head, separator: ' ' } : head;
    });
    return { headerRows: isTagged ? 2 : 1, heads: uniqueNames(heads), notAsked: [], unanswered: [] };
  },
};

/** The question whose option a column is: the longest heading that it goes on from after a `/`. */
function parentOf(name: string, known: ReadonlySet<string>): string | undefined {
  for (let at = name.lastIndexOf('/'); at > 0; at = name.lastIndexOf('/', at - 1)) {
    if (known.has(name.slice(0, at))) return name.slice(0, at);
  }
  return undefined;
}

function roleOf(name: string, known: ReadonlySet<string>): ColumnRole {
  if (name === '_uuid' || name === '_id' || name === '_index') return 'respondent';
  const last = name.slice(name.lastIndexOf('/') + 1);
  if (IDENTITY.has(last)) return 'identity';
  if (/^_.+_(?:latitude|longitude)$/.test(last)) return 'identity';
  // A place is one column, and each of its parts another.
  if (known.has(name.replace(/[^/]*$/, (part) => `_${part}_latitude`))) return 'identity';
  if (ABOUT.has(last) || /^_/.test(last) || name.startsWith('meta/')) return 'about';
  return 'answer';
}

const IDENTITY = new Set(
  '_submitted_by _geolocation deviceid phonenumber username email subscriberid simserial simid imei instanceID instanceName _attachments rootUuid deprecatedID'.split(
    ' ',
  ),
);

const ABOUT = new Set(['start', 'end', 'today', '__version__', 'audit', 'formhub/uuid', 'uuid']);
