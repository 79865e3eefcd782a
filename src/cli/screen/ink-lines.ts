import { Box, render, Text } from 'ink';
import { createElement } from 'react';
import { lineToAnsi, type StyledLine } from './styled-line.ts';
import { CLEAR, type Terminal } from './terminal.ts';

/** Lines at the top of a terminal, shown by ink. */
export interface InkLines {
  show(lines: readonly StyledLine[]): void;
  /** Begins with an empty screen again, after its size has changed. */
  restart(): void;
  end(): void;
}

export function inkLines({ stdin, stdout, color }: Terminal): InkLines {
  const view = (lines: readonly StyledLine[]) =>
    createElement(
      Box,
      { flexDirection: 'column' },
      lines.map((line, key) =>
        // An empty line would take no row.
        createElement(Text, { key, wrap: 'truncate' }, lineToAnsi(line, color) || ' '),
      ),
    );
  const start = (lines: readonly StyledLine[]) =>
    render(view(lines), {
      ...{ stdin, stdout, stderr: process.stderr },
      // At ink's own 30 frames a second a key would wait for its frame. Its incremental rendering is left off: in 6.8
      // it begins one row too low.
      ...{ exitOnCtrlC: false, patchConsole: false, maxFps: 1000 },
    });
  let instance: ReturnType<typeof start> | undefined;
  return {
    show: (lines) => {
      if (instance) instance.rerender(view(lines));
      else instance = start(lines);
    },
    restart: () => {
      instance?.unmount();
      instance = undefined;
      stdout.write(CLEAR);
    },
    end: () => instance?.unmount(),
  };
}
