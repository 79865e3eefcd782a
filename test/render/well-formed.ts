/**
 * Checks a text as XML without a document type: tags balanced, attributes quoted and not doubled,
 * only XML's own entities, none of the characters XML forbids, no id twice. Returns what is wrong first.
 */
export function xmlProblem(xml: string): string | undefined {
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(xml)) return 'a character XML forbids';
  const open: string[] = [];
  const ids = new Set<string>();
  let rest = xml.trim();
  while (rest !== '') {
    const token = /^(?:<\/([\w:-]+)>|<([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|[^<]+)/u.exec(rest);
    if (!token) return `no markup: ${rest.slice(0, 60)}`;
    const [whole, closing, opening, attributes = '', empty] = token;
    rest = rest.slice(whole.length);
    if (closing !== undefined) {
      if (open.pop() !== closing) return `</${closing}> closes nothing`;
    } else if (opening !== undefined) {
      const names = [...attributes.matchAll(/\s([\w:-]+)="([^"]*)"/gu)];
      if (new Set(names.map(([, name]) => name)).size < names.length) return `an attribute twice: ${whole}`;
      for (const [, name, value = ''] of names) {
        if (name === 'id' && ids.has(value)) return `the id ${value} twice`;
        if (name === 'id') ids.add(value);
      }
      if (empty !== '/') open.push(opening);
    } else if (open.length === 0 || whole.includes(']]>')) return `misplaced text: ${whole}`;
    if (/&(?!(?:#\d+|#x[\da-fA-F]+|amp|lt|gt|quot|apos);)/u.test(whole)) return `a bare ampersand: ${whole}`;
    if (open.length === 0 && rest !== '') return 'more than one root';
  }
  return open.length > 0 ? `<${open.at(-1)}> is not closed` : undefined;
}
