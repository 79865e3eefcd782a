import type { Element } from 'hast';
import { s } from 'hastscript';
import type { BoardMark, StatementBoard } from '../../exhibit/figure.ts';
import { safe } from '../safe-text.ts';
import { textAt, widthAt } from './draw.ts';
import { faintInk, ink, inkOn, participantColors, unattributed } from './palette.ts';

/** How a participant's notes look: a colour, and from the ninth participant on another shape. */
export interface NoteLook {
  fill: string;
  /** 0: square; 1: round; 2: square with a strong border; 3: round with a strong border; and again. */
  shape: number;
}

export interface NoteLooks {
  /** Undefined for a mark that is nobody's. */
  of: (participant: string | null) => NoteLook | undefined;
  /** The participants who have a mark, in declared order. */
  shown: [string, NoteLook][];
}

/** Colours by place in `participants`; somebody who is not declared comes after those who are. */
export function noteLooks({ participants, marks }: StatementBoard): NoteLooks {
  const present = new Set(marks.flatMap(({ participant }) => participant ?? []));
  const everyone = [...new Set([...participants, ...present])];
  const looks = new Map(everyone.map((participant, index) => [participant, lookAt(index)]));
  return {
    of: (participant) => (participant === null ? undefined : looks.get(participant)),
    shown: [...looks].filter(([participant]) => present.has(participant)),
  };
}

function lookAt(index: number): NoteLook {
  const colors = participantColors.length;
  return { fill: participantColors[index % colors] ?? unattributed, shape: Math.floor(index / colors) % 4 };
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** One note with its label; its comment is shown when it is pointed at. Without a look: grey and dashed. */
export function stickyNote(
  { label, comment }: Pick<BoardMark, 'label' | 'comment'>,
  look: NoteLook | undefined,
  box: Box,
): Element {
  const { x, y, width, height } = box;
  const written = fitLabel(safe(label), roomFor(look, box), height * 0.36);
  const style = {
    size: written.size,
    fill: look ? inkOn(look.fill) : ink,
    anchor: 'middle',
    weight: 'bold',
  } as const;
  const hint = [written.cut ? label : '', comment ?? ''].filter((part) => part !== '').join(': ');
  return s('g', [
    ...(hint === '' ? [] : [s('title', safe(hint))]),
    s('rect', { ...box, ...outline(look, height) }),
    ...(label === '' ? [] : [textAt(written.text, x + width / 2, y + height / 2, style)]),
  ]);
}

function outline(look: NoteLook | undefined, height: number) {
  if (!look) return { fill: unattributed, stroke: faintInk, strokeDasharray: '3 2', rx: 2 };
  const strong = look.shape >= 2;
  return { fill: look.fill, stroke: ink, strokeWidth: strong ? 3 : 0.75, rx: isRound(look) ? height / 2 : 2 };
}

/** What a label may take of a note's width; less where the ends are round. */
function roomFor(look: NoteLook | undefined, { width, height }: Box): number {
  return width - (isRound(look) ? Math.max(6, height * 0.2) : 4);
}

function isRound(look: NoteLook | undefined): boolean {
  return look !== undefined && look.shape % 2 === 1;
}

/** The label as large as it fits; below a readable size it is cut, and the whole of it is in the hint. */
function fitLabel(label: string, room: number, size: number): { text: string; size: number; cut: boolean } {
  const fitting = Math.min(size, (size * room) / Math.max(1, widthAt(size, 'bold')(label)));
  const smallest = 8;
  if (fitting >= smallest) return { text: label, size: fitting, cut: false };
  const letters = Math.max(1, Math.floor(room / widthAt(smallest, 'bold')('x')) - 1);
  return { text: `${[...label].slice(0, letters).join('')}…`, size: smallest, cut: true };
}
