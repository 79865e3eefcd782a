/**
 * Tells on a terminal how far something long is; quiet in a pipe, and where it takes less than a second. It goes to
 * standard error and takes itself away, so that no result has it.
 */
export function showProgress(): { tell(say: () => string): void; end(): void } {
  const { stderr } = process;
  if (!stderr.isTTY) return { tell: () => {}, end: () => {} };
  const since = Date.now();
  let shown = '';
  return {
    tell: (say) => {
      if (Date.now() - since < 1000) return;
      const text = say();
      if (text === shown) return;
      shown = text;
      stderr.write(`\r\u001b[K${text}`);
    },
    end: () => {
      if (shown !== '') stderr.write('\r\u001b[K');
    },
  };
}

/** The same for a file that is read: how much of it, in MB. */
export function showReading(): { tell(read: number, all: number, what?: string): void; end(): void } {
  const { tell, end } = showProgress();
  return {
    tell: (read, all, what) =>
      tell(
        () => `${what === undefined ? '' : `${what}: `}reading ${megabytes(read)} of ${megabytes(all)} MB`,
      ),
    end,
  };
}

const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(0);
