import { interpolatePuOr, rgb } from 'd3';

/**
 * Okabe and Ito (2008), told apart with any kind of colour vision: one colour a participant. The
 * order puts the lighter ones first, which look most like sticky notes.
 */
export const participantColors = [
  '#e69f00',
  '#56b4e9',
  '#f0e442',
  '#009e73',
  '#cc79a7',
  '#d55e00',
  '#0072b2',
  '#333333',
] as const;

/** The colour of one layer of a graph, from 0: of the participants' colours those that show as a thin line on paper. */
export const layerColor = (layer: number): string => layerColors[layer % layerColors.length] ?? '#333333';

const layerColors = ['#e69f00', '#0072b2', '#009e73', '#cc79a7', '#d55e00', '#56b4e9'];

export const ink = '#1a1a1a';
export const faintInk = '#595959';
export const paper = '#ffffff';
export const panel = '#f4f4f1';
export const line = '#c8c8c3';
export const unattributed = '#e4e4e0';
export const neutral = '#d9d9d9';
/** Answers outside a scale. */
export const apartColor = '#8c8c8c';
/** For what nobody may overlook. */
export const caution = { fill: '#fff4e0', stroke: '#b35806' };

/**
 * The colour of one of `count` levels on a side, `strength` 0 for the mildest: orange for
 * disagreement, purple for agreement (PuOr of ColorBrewer), darker the stronger.
 */
export function levelColor(side: 'agree' | 'disagree', strength: number, count: number): string {
  const depth = count < 2 ? 0.5 : strength / (count - 1);
  const distance = 0.17 + 0.2 * depth;
  return rgb(interpolatePuOr(side === 'agree' ? 0.5 - distance : 0.5 + distance)).formatHex();
}

/** From nearly white at 0 to dark purple at 1. */
export const shareColor = (part: number): string => rgb(interpolatePuOr(0.5 - 0.42 * part)).formatHex();

/**
 * The classes of Friendly (1994), Mosaic displays for multi-way contingency tables, JASA 89: purple above 2 and darker
 * above 4, orange below −2 and darker below −4, nearly white between. No colour without a residual.
 */
export function residualColor(residual: number | null): string {
  if (residual === null) return paper;
  if (Math.abs(residual) <= 2) return shareColor(0);
  return levelColor(residual > 0 ? 'agree' : 'disagree', Math.abs(residual) > 4 ? 1 : 0, 2);
}

/** Black or white, whichever stands out more on `fill`; one of the two always reaches 4.5:1. */
export function inkOn(fill: string): '#000000' | '#ffffff' {
  return contrast(fill, '#000000') >= contrast(fill, '#ffffff') ? '#000000' : '#ffffff';
}

/** The contrast ratio of WCAG 2, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [lighter = 1, darker = 1] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(color: string): number {
  const { r, g, b } = rgb(color);
  const linear = (channel: number) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}
