"""Runs a command in a pseudo-terminal of 80 by 24, types lines of keys and kills it at a random moment.

    python3 scripts/kill-in-terminal.py SHOWN EVERY LATEST COMMAND… < KEYS

Types a line of KEYS (JSON strings) EVERY milliseconds after the frame that the line before it led to, so that keys do
not pile up on a slow machine and what is killed is at work. When the regular expression SHOWN
is first on the screen, kills the command with SIGKILL within LATEST milliseconds. Prints what the terminal was sent.
Exit status 1 where the command ended by itself, or showed nothing for 20 seconds.
"""

import fcntl
import json
import os
import pty
import random
import re
import select
import signal
import struct
import sys
import termios
import time

FRAME = b"\x1b[?2026l"
# Seconds after which keys are typed though no frame came.
PATIENCE = 1


def main():
    shown, every, latest = sys.argv[1].encode(), float(sys.argv[2]) / 1000, float(sys.argv[3]) / 1000
    keys = [json.loads(line) for line in sys.stdin]
    typed_at = 0
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ["TERM"] = "xterm-256color"
        os.execvp(sys.argv[4], sys.argv[4:])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    said, at_key, kill_at, give_up = b"", None, None, time.monotonic() + 20
    while True:
        now = time.monotonic()
        if kill_at is not None and now >= kill_at:
            os.kill(pid, signal.SIGKILL)
            break
        if now > give_up:
            os.kill(pid, signal.SIGKILL)
            fail(said, "nothing was shown")
        if at_key is not None and now >= at_key and keys:
            os.write(terminal, keys.pop(0).encode())
            at_key = now + PATIENCE
            typed_at = len(said)
        until = min(one for one in (kill_at, at_key if keys else None, now + 0.05) if one is not None)
        part = read(terminal, max(0, until - time.monotonic()))
        if part is None:
            fail(said, "the command ended by itself")
        said += part
        if typed_at is not None and FRAME in said[typed_at:]:
            at_key, typed_at = time.monotonic() + every, None
        if kill_at is None and re.search(shown, said):
            kill_at = time.monotonic() + random.random() * latest
    while part := read(terminal, 0.05):
        said += part
    os.waitpid(pid, 0)
    sys.stdout.buffer.write(said)


def read(terminal, wait):
    ready, _, _ = select.select([terminal], [], [], wait)
    if not ready:
        return b""
    try:
        return os.read(terminal, 65536) or None
    except OSError:
        return None


def fail(said, why):
    sys.stderr.write(f"{why}: {said[-400:]!r}\n")
    sys.exit(1)


main()
