import { describe, expect, test } from 'vitest';
import { text } from '../../src/exhibit/table.ts';
import { reportToHtml } from '../../src/render/html.ts';
import { tableToHtml } from '../../src/render/html-table.ts';
import { bars, board, exampleReport, notes, positions } from './fixtures.ts';

const html = reportToHtml(exampleReport());
const from = (source: string) => reportToHtml(exampleReport(source));

test('words moved in by no-break spaces stay moved in where they go on in a further line', () => {
  const cell = (words: string) =>
    tableToHtml({
      ...{ id: 't', caption: 'Tree', notes: [] },
      columns: [{ key: 'a', label: 'A', align: 'left' }],
      rows: [[text(words)]],
    });
  expect(cell('\u00a0\u00a0\u00a0Child')).toContain('style="padding-left:0.84em;text-indent:-0.84em"');
  expect(cell('Parent')).not.toContain('style=');
});

describe('a page', () => {
  test('says its language and title and may load nothing', () => {
    expect(html).toMatch(/^<!doctype html><html lang="en">/u);
    expect(html).toContain('<title>Opening hours</title>');
    expect(html.replaceAll('&#x27;', "'")).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`,
    );
    expect(html).toContain('name="viewport"');
    expect(html).not.toMatch(/<(?:script|link|iframe)\b/u);
    const addresses = new Set(html.match(/https?:\/\/[^"]*/gu));
    expect([...addresses].sort()).toEqual(['http://www.w3.org/2000/svg', 'https://example.org/a']);
  });

  test('begins with one heading, its own or the title', () => {
    expect(html.match(/<h1/gu)).toHaveLength(1);
    expect(from('no heading')).toContain('<h1>Opening hours</h1><p>no heading</p>');
  });

  test('lists its sections with links that lead to them', () => {
    expect(html).toContain('<li><a href="#what-they-said">What they said</a></li>');
    expect(html).toContain('<h2 id="what-they-said">');
    expect(from('## Only one')).not.toContain('<nav');
  });

  test('has every id once, whatever the headings are called', () => {
    const page = from(
      '## Figure 1\n\n## Figure 1\n\n## Figure 1 title\n\n## Contents\n\nSlot 2\n\n## ???\n\n## !!!',
    );
    const ids = [...page.matchAll(/ id="([^"]*)"/gu)].map(([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
    expect(ids).toContain('figure-1');
    for (const [, target = ''] of page.matchAll(/href="#([^"]*)"/gu)) expect(ids).toContain(target);
  });

  test('shows raw HTML as text and leaves comments out', () => {
    expect(html).toContain('&#x3C;script>');
    expect(html).toContain('&#x3C;div onclick="alert(2)">a block&#x3C;/div>');
    expect(html).not.toContain('remember to ask');
    expect(from('<!-- a --> <b onclick="x()">')).toContain('&#x3C;b onclick');
  });

  test('keeps links to the web and into the page only', () => {
    expect(html).toContain('<a href="https://example.org/a">good</a>');
    expect(html).toContain('<a>bad</a>');
    expect(
      from('[a](data:text/html,x) [b](JavaScript:x) [c](//evil.example) [d](mailto:a@example.org)'),
    ).toContain('<a>a</a> <a>b</a> <a>c</a> <a href="mailto:a@example.org">d</a>');
  });

  test('names images it cannot hold', () => {
    expect(html).toContain('[image: a plan, plan.png]');
    expect(html).not.toContain('<img');
  });

  test('renders Markdown tables, which scroll, and footnotes', () => {
    expect(html).toContain('aria-label="Table" tabindex="0"><table>\n<thead>');
    expect(html).toContain('<th align="right"><em>hours</em></th>');
    expect(html).toContain('<li id="user-content-fn-1">');
  });

  test('makes control characters visible', () => {
    expect(from('a\u001bb')).toContain('a�b');
    const caption = 'left\u0003\u202eright';
    const table = tableToHtml({ ...positions, caption, rows: [[text(caption)]] });
    expect(table.match(/left��right/gu)).toHaveLength(3);
    expect(table).toContain('aria-label="left��right"');
    expect(table).not.toMatch(/[\u0003\u202e]/u);
  });
});

describe('exhibits in a page', () => {
  test('number their captions', () => {
    expect(html).toContain(
      '<caption><b>Table 1.</b> Positions on six statements about opening hours</caption>',
    );
    expect(html).toContain('<figcaption><b>Figure 2.</b> Agreement with six statements');
  });

  test('hold figures as pictures with their data behind them', () => {
    expect(html).toContain('<svg xmlns="http://www.w3.org/2000/svg"');
    expect(html).toContain('aria-labelledby="figure-1--title figure-1--description"');
    expect(html).toContain('<details><summary>Data behind figure 1</summary><div class="table">');
    expect(html).toContain(board.description);
    expect(html).toContain(bars.notes[0]);
  });

  test('tell notes in our words, never as quotations', () => {
    expect(html).toContain('Told in our words, not quoted');
    expect(html).toContain(
      `<li><span class="who">M3</span>: ${notes[0]?.text} <span class="place">(session 2, p. 4)</span></li>`,
    );
    expect(html).toContain(
      '<li><span class="who nobody">not attributed</span>: somebody asked who would pay</li>',
    );
    expect(html).not.toMatch(/<(?:blockquote|q)\b/u);
  });
});

describe('a table', () => {
  const fragment = tableToHtml(positions);

  test('has headings for columns and rows, a caption, and scrolls by keyboard', () => {
    expect(fragment).toContain('<div class="scroll" role="region" aria-label="Positions on six');
    expect(fragment).toContain('tabindex="0"><table><caption>Positions on six statements');
    expect(fragment).toContain('<th scope="col" class="right">Answers</th>');
    expect(fragment).toContain('<th scope="row">I would come at night</th>');
    expect(fragment).toContain('<td class="right missing">not reported</td>');
    expect(fragment).toContain('<p>Base: twelve members.');
  });

  test('escapes what its cells say', () => {
    const said = '<script>alert("x")</script> & <img src=x onerror=y>';
    const nasty = tableToHtml({ ...positions, caption: `"><i>${said}`, rows: [[text(said)]], notes: [said] });
    expect(nasty.replace(/="[^"]*"/gu, '')).not.toMatch(/<(?:script|img|i)\b/u);
    expect(nasty).toContain('&#x3C;script>alert("x")&#x3C;/script> &#x26; &#x3C;img src=x');
    expect(nasty).toContain('aria-label="&#x22;><i>');
  });
});
