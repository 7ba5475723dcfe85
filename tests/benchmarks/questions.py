"""How long every view and worked question takes on a large database.

    python tests/benchmarks/bulk_save.py --keep /tmp/big.db && python tests/benchmarks/questions.py /tmp/big.db

Processor time is taken, which is what a query costs on a machine of its own (SQLite works inside this process).
A view is timed twice: counted whole, and asked for one study (the key an index serves). Targets on a database of
1,000,000 paths: one study under 50 ms, everything under 3 s.
"""

import argparse
import statistics
import time

from sqlalchemy import text

from evidence.store.engine import connect
from evidence.store.query import ask
from evidence.store.questions import answer, questions
from evidence.store.views import view_files


def timed(call, times=3):
    seconds = []
    for _ in range(times):
        start = time.process_time()
        call()
        seconds.append(time.process_time() - start)
        if seconds[-1] > 5:
            break
    return statistics.median(seconds)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("database")
    arguments = parser.parse_args()
    engine = connect(arguments.database, read_only=True)
    with engine.connect() as connection:
        keys = connection.execute(text("SELECT id FROM study ORDER BY id LIMIT 3 OFFSET 20000")).scalars().all()
    slow = []
    print("| view | whole, s | one study, ms |\n| --- | ---: | ---: |")
    for view in sorted(view_files(), key=lambda v: v.name):
        whole = timed(lambda name=view.name: ask(engine, f"SELECT COUNT(*) FROM {name}", seconds=120))
        one = None
        if "study_id" in view.key:
            select = f"SELECT * FROM {view.name} WHERE study_id = :key"
            one = 1000 * max(timed(lambda k=key, s=select: ask(engine, s, {"key": k})) for key in keys)
        print(f"| {view.name} | {whole:.2f} | {'' if one is None else f'{one:.1f}'} |", flush=True)
        slow += [f"{view.name} whole {whole:.1f} s"] if whole > 3 else []
        slow += [f"{view.name} one study {one:.0f} ms"] if one is not None and one > 50 else []
    print("\n| question | s |\n| --- | ---: |")
    for question in questions():
        seconds = timed(lambda name=question.name: answer(engine, name, {}, seconds=120))
        print(f"| {question.name} | {seconds:.2f} |", flush=True)
        slow += [f"{question.name} {seconds:.1f} s"] if seconds > 3 else []
    print("\nbeyond the targets:", "; ".join(slow) or "nothing")


if __name__ == "__main__":
    main()
