import { describe, expect, test } from 'vitest';
import { guarded } from '../../src/cli/guard-io.ts';
import { change, emic, workspaceWith } from '../helpers/workspace.ts';
import { codedStudy, logOf, tinyStudy } from './coding-data.ts';

/** Clears the screen, in the long form and the short one, sets the title, goes back, and turns words round. */
const evil = 'a\u001b[2Jb\u009b2Jc\u001b]0;x\u0007d\be\u202ef\u007fg';
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/;

describe('nothing that a terminal acts upon is printed', () => {
  test.each(['terminal', 'csv', 'markdown', 'html', 'latex', 'json'])(
    'of a ratings file, as %s',
    async (format) => {
      const folder = workspaceWith({
        'r.csv': `unit,ana,"ben${evil}"\n1,"${evil}","${evil}"\n2,b,b\n3,b,"${evil}"\n`,
      });
      const how = format === 'json' ? ['--json'] : ['--format', format];
      const { out, err, status } = await emic(folder, 'agree', 'r.csv', '--per-code', ...how);
      expect(status).toBe(0);
      expect(out + err).not.toMatch(controls);
      if (format === 'json')
        expect(JSON.stringify(JSON.parse(out))).toContain(JSON.stringify(evil).slice(1, -1));
    },
  );

  test.each([
    ['codes'],
    ['codes', '--by', 'speaker'],
    ['quotes'],
    ['disagree'],
    ['status'],
    ['agree'],
    ['check'],
    ['memo'],
    ['cases'],
    ['confirm'],
    ['codebook', 'show'],
    ['codebook', 'check'],
  ])('of a study, by %s %s', async (...command) => {
    const folder = tinyStudy({
      'corpus/tiny/memos/x.md': `---\ncode: cold\ntitle: "${evil.replace(/[\u0000-\u001f\u007f-\u009f]/g, '')}"\n---\n\n${evil}\n`,
      'corpus/tiny/framework.csv': `case,theme,summary,evidence\nPia,"${evil}","${evil}",one:52-70\n`,
    });
    change(folder, 'corpus/tiny/transcripts/one.md', 'Nothing else', `Nothing ${evil} else`);
    change(folder, 'codebooks/tiny/1.0.0.md', 'Rain and sun', `Rain ${evil} and sun`);
    await logOf(folder, 'ana', [['a1', 'cold', `Nothing ${evil} else`]]);
    await logOf(folder, 'ben', [['b1', 'weather', `${evil} else`]]);
    for (const format of ['', 'csv', 'markdown', 'html', 'latex', 'json']) {
      const how = format === '' ? [] : format === 'json' ? ['--json'] : ['--format', format];
      const { out, err } = await emic(folder, ...command, ...how);
      expect(out + err).not.toMatch(controls);
      if (format === 'json') expect(() => JSON.parse(out)).not.toThrow();
    }
  });

  test('of what was typed', async () => {
    const { out, err } = await emic(codedStudy('practice'), 'codes', '--code', evil);
    expect(out + err).not.toMatch(controls);
  });
});

test('our own colours stay, and nothing else that looks like them where there are none', () => {
  let out = '';
  const io = {
    ...{ cwd: '', width: 80, err: () => {} },
    out: (text: string) => {
      out = text;
    },
  };
  guarded({ ...io, color: true }).out('\u001b[1mbold\u001b[22m\u001b[2J');
  expect(out).toBe('\u001b[1mbold\u001b[22m�[2J');
  guarded({ ...io, color: false }).out('\u001b[1mbold');
  expect(out).toBe('�[1mbold');
});
