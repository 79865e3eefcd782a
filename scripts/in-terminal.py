"""Runs a command in a pseudo-terminal of 80 by 24, types keys and says when each frame was finished.

    python3 scripts/in-terminal.py PLAN.json COMMAND…

PLAN is a list of {"keys": "j", "times": 200, "every": 0} in milliseconds: 0 waits for each frame before the next
key. A frame is finished when the end of a synchronised update has come and nothing more follows for a moment. Prints
JSON: {"first": ms until the first frame, "plans": [[ms of each key, …], …], "status": exit status}.
"""

import fcntl
import json
import os
import pty
import select
import struct
import sys
import termios
import time

END = b"\x1b[?2026l"
QUIET = 0.012


def main():
    plans = json.load(open(sys.argv[1]))
    begun = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ["TERM"] = "xterm-256color"
        os.execvp(sys.argv[2], sys.argv[2:])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    screen = Screen(terminal)
    first = screen.frame_after(begun, 10)
    time.sleep(0.3)
    screen.drain()
    found = [typed(screen, plan) for plan in plans]
    os.write(terminal, b"q")
    screen.drain(until_closed=True)
    _, status = os.waitpid(pid, 0)
    print(json.dumps({"first": first, "plans": found, "status": os.waitstatus_to_exitcode(status)}))


def typed(screen, plan):
    """Milliseconds from each key to the end of the frame that came after it."""
    keys, every = plan["keys"].encode(), plan["every"] / 1000
    times = []
    for _ in range(plan["times"]):
        began = time.perf_counter()
        os.write(screen.terminal, keys)
        took = screen.frame_after(began, 2)
        if took is not None:
            times.append(took)
        rest = began + every - time.perf_counter()
        if rest > 0:
            time.sleep(rest)
    return times


class Screen:
    def __init__(self, terminal):
        self.terminal = terminal

    def read(self, wait):
        ready, _, _ = select.select([self.terminal], [], [], wait)
        if not ready:
            return b""
        try:
            return os.read(self.terminal, 65536)
        except OSError:
            return None

    def frame_after(self, began, patience):
        """Until the last end of an update before a pause."""
        tail, ended = b"", None
        while True:
            part = self.read(QUIET if ended is not None else patience)
            if not part:
                return None if ended is None else (ended - began) * 1000
            seen = tail + part
            if END in seen:
                ended = time.perf_counter()
            tail = seen[-len(END) :] if not seen.endswith(END) else b""

    def drain(self, until_closed=False):
        while True:
            part = self.read(5 if until_closed else 0.05)
            if part is None or (part == b"" and not until_closed):
                return
            if part == b"":
                return


main()
