"""How long `evidence --help` takes, as a ratio to `python -c "import click"`; the target is 3.0 at most.

Run by hand: PYTHONPATH=. python tests/benchmarks/help_start.py [runs]
"""

import statistics
import subprocess
import sys
import time

TARGET = 3.0
HELP = [sys.executable, "-c", "from evidence.cli import main; main()", "--help"]
CLICK = [sys.executable, "-c", "import click"]


def seconds(command: list[str]) -> float:
    """The wall time of a process."""
    begun = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def main() -> None:
    """Alternate the two, so that whatever else the machine does falls on both."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    seconds(HELP), seconds(CLICK)  # the first of each writes bytecode
    pairs = [(seconds(HELP), seconds(CLICK)) for _ in range(runs)]
    ours, base = zip(*pairs, strict=True)
    for name, of in (("min", min), ("median", statistics.median)):
        print(f"{name}: help {of(ours) * 1000:.0f} ms, click {of(base) * 1000:.0f} ms, ratio {of(ours) / of(base):.2f}")
    print(f"target: at most {TARGET}")


if __name__ == "__main__":
    main()
