"""One run in a process of its own, for whoever watches: it is given pytest's arguments, and ends with that one."""

import sys

from fixtures.environment.launch import follow_launcher
from steps.runner.command import by_pytest, guarded

if __name__ == "__main__":
    follow_launcher()
    sys.exit(guarded(lambda: by_pytest(sys.argv[1:])))
