/**
 * Tells on a terminal how far a long import is; quiet in a pipe, and where it takes less than a second. It goes to
 * standard error and takes itself away, so that no result has it.
 */
export function showProgress(total: number): { done(count: number): void; end(): void } {
  const { stderr } = process;
  const since = Date.now();
  let shown = false;
  if (!stderr.isTTY || total < 2) return { done: () => {}, end: () => {} };
  return {
    done: (count) => {
      if (Date.now() - since < 1000) return;
      shown = true;
      stderr.write(`\r\u001b[Kreading ${count} of ${total} files`);
    },
    end: () => {
      if (shown) stderr.write('\r\u001b[K');
    },
  };
}
