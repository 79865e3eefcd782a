/** For each derived target of a study, one datum behind it and what to change it to. */
export type Perturbations = Record<string, { file: string; from: string; to: string }>;
