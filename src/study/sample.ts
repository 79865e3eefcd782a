import { join } from 'node:path';
import { drawSample } from '../coding/sample.ts';
import { writeFiles } from '../file/write-files.ts';
import { setYamlValue } from '../yaml/edit-yaml.ts';
import type { Corpus } from './corpus.ts';
import type { Study } from './open-study.ts';

/** The documents that several raters code, as `protocol.sample` of study.yaml has them. */
export interface ProtocolSample {
  seed: number;
  size: number;
  from: number;
  documents: string[];
}

/** Draws documents of a study; the same documents, size and seed draw the same. */
export function drawDocuments(corpus: Corpus, size: number, seed: number): ProtocolSample {
  const { drawn, of } = drawSample(corpus.documents.keys(), size, seed);
  return { seed, size, from: of, documents: drawn };
}

/** study.yaml with a sample in its protocol, everything else as it was typed. */
export function withSample(study: Study, sample: ProtocolSample): string | undefined {
  return setYamlValue(String(study.declared.file.value), ['protocol', 'sample'], sample);
}

export const writeStudyFile = ({ workspace, declared }: Study, content: string): Promise<void> =>
  writeFiles([{ path: join(workspace.root, declared.file.path), content }]);
