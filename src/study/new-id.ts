import { randomInt } from 'node:crypto';

const signs = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Twelve letters and digits, by chance: two machines never make the same, though neither knows of the other. */
export const newId = (): string => Array.from({ length: 12 }, () => signs[randomInt(signs.length)]).join('');
