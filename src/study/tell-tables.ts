import { join } from 'node:path';
import type { VFile } from 'vfile';
import { hasErrors } from '../problem/problem.ts';
import { evidenceResults } from './evidence-results.ts';
import type { Study } from './open-study.ts';
import type { ResultConfig } from './schema.ts';
import { shownPath } from './workspace.ts';

/**
 * Tells what is wrong in tables of citations, comparisons and links while other files have errors, so that all is told at
 * once. A table is left alone where what it refers to has errors itself: half of it would make good references look wrong.
 */
export function tellTables(study: Study, files: readonly VFile[]): void {
  const { workspace, name, config } = study;
  const wrong = new Set(files.filter((file) => hasErrors([file])).map(({ path }) => path));
  const isWrong = (file: string): boolean =>
    wrong.has(shownPath(workspace, join(workspace.root, 'corpus', name, file)));
  const data = (key: string): boolean => isWrong(config.data[key]?.file ?? '');
  const codebook = shownPath(workspace, join(workspace.root, 'codebooks', name));
  const isCodebookWrong = [...wrong].some((path) => path.startsWith(`${codebook}/`));
  const canBeRead = (result: ResultConfig): boolean => {
    switch (result.from) {
      case 'cited':
        return study.literature?.records !== null && !isWrong(config.literature?.records ?? '');
      case 'compared':
        return true;
      case 'mapping':
        return !isCodebookWrong && !result.layers.some((layer) => 'data' in layer && data(layer.data));
      default:
        return false;
    }
  };
  evidenceResults(study, null, canBeRead);
}
