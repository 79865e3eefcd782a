import type { Resolution } from './resolve.ts';

/** Codings whose code could not be read in the version asked for, and why. */
export interface Unread {
  code: string;
  version: string;
  codings: number;
  why: Exclude<Resolution, { kind: 'code' }>;
}
