import { processIo } from './io.ts';
import { run } from './run.ts';

// A reader of the output may close early, as `head` does; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  // The terminal is gone: who had it hears of its end, and has things to put in order first.
  if (error.code === 'EIO') return;
  throw error;
});

process.exitCode = await run(process.argv.slice(2), processIo());
