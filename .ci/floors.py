"""Runs the shared scores and holds them against floors that only ever rise.

    python .ci/floors.py SHARED FLOORS [--raise]

Every figure of the scores is "larger is better" here; one below its floor fails the run. `--raise` lifts the floors to
what was measured now; it never lowers one.
"""

import contextlib
import importlib.util
import io
import json
import re
import sys
from pathlib import Path


def scorer(shared, name):
    spec = importlib.util.spec_from_file_location(f"score_{name}", shared / "score" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def share(part, whole):
    return round(part / whole, 5) if whole else 1.0


def extraction(shared, figures):
    for name, documents, gold in (
        ("founding", shared / "seeds", shared / "gold" / "scoring"),
        ("corpus", shared / "corpus" / "documents", shared / "corpus" / "gold"),
    ):
        found = scorer(shared, "extraction").main([str(documents), str(gold)])
        for kind in ("all", "paths", "fit", "reliability", "loadings", "correlations", "hypotheses",
                     "verdicts", "metadata", "n"):  # fmt: skip
            if kind in found:
                figures[f"extraction {name} {kind} F1"] = round(found[kind]["f1"], 5)
        figures[f"extraction {name} path statistics of all coded paths F1"] = statistics_of_all_paths(found, gold)
        figures[f"extraction {name} precision"] = round(found["all"]["precision"], 5)
        figures[f"extraction {name} spans"] = share(*found["spans"])


def statistics_of_all_paths(found, gold):
    """F1 over the statistics of every coded path, found or not.

    The scorer's own figure asks only of paths that were found, so it falls when a further path is found without its
    standard error; a floor must not forbid that.
    """
    coded = sum(
        path.get(what) is not None
        for file in gold.glob("*.json")
        for path in json.loads(file.read_text("utf-8")).get("paths") or []
        for what in ("t", "se", "p", "ci_low", "ci_high")
    )
    right, false = (found["path_statistics"][n] for n in ("tp", "fp"))
    return round(2 * right / (right + false + coded), 5) if coded else 1.0


def integrity(shared, figures):
    found = scorer(shared, "integrity").main([str(shared / "integrity" / "vectors")])
    figures["integrity clean reports without alarm"] = share(found["clean"] - found["false_alarms"], found["clean"])
    for key, whole in (("detected", "variants"), ("full", "variants"), ("top1", "located"), ("top3", "located"),
                       ("evaluated", "expected_evaluated")):  # fmt: skip
        figures[f"integrity {key}"] = share(found[key], found[whole])
    if "status" in found:
        figures["status exact"] = share(*found["status"])
    if "phrases" in found:
        right, false, missed = found["phrases"]
        figures["phrases precision"], figures["phrases recall"] = (
            share(right, right + false),
            share(right, right + missed),
        )


def pooling(shared, figures):
    found = scorer(shared, "pooling").main([str(shared / "reference" / "pooling")])
    for family in found.n:
        figures[f"pooling {family}"] = share(found.ok[family], found.n[family])


def masem(shared, figures):
    said = heard(scorer(shared, "masem").main, [str(shared / "reference" / "masem.json")])
    for case, model, right, of in re.findall(r"^(\S+)\s+(FEM|REM)\s+(\d+)/(\d+)", said, re.MULTILINE):
        figures[f"masem {case} {model}"] = share(int(right), int(of))


def founding(shared, figures):
    for name, folder in (("as read", shared / "seeds"), ("as coded", Path("seeds/studies"))):
        said = heard(scorer(shared, "founding").main, [str(folder)])
        found = re.search(r"required findings (\d+)/(\d+), kinds to judge by hand (\d+)", said)
        figures[f"founding documents {name}, required findings"] = share(int(found[1]), int(found[2]))
        figures[f"founding documents {name}, kinds to judge by hand (negated)"] = -int(found[3])


def heard(call, arguments):
    """What a scorer prints, printed and kept."""
    kept = io.StringIO()
    with contextlib.redirect_stdout(kept):
        call(arguments)
    print(kept.getvalue(), end="")
    return kept.getvalue()


def main():
    shared, path = Path(sys.argv[1]), Path(sys.argv[2])
    figures = {}
    for part in (extraction, integrity, founding, pooling, masem):
        print(f"\n-- {part.__name__}", flush=True)
        try:
            part(shared, figures)
        except ImportError as missing:
            print(f"not built yet: {missing}")
    floors = json.loads(path.read_text()) if path.exists() else {}
    fallen = {name: (floor, figures.get(name)) for name, floor in floors.items() if figures.get(name, -1e9) < floor}
    for name, (floor, now) in fallen.items():
        print(f"FELL: {name} was at least {floor}, is {now}")
    if "--raise" in sys.argv:
        lifted = {name: max(now, floors.get(name, now)) for name, now in sorted(figures.items())} | {
            name: floors[name] for name in floors if name not in figures
        }
        path.write_text(json.dumps(lifted, indent=1) + "\n")
        print(f"{path}: {len(lifted)} floors")
    print(f"{len(floors)} floors held" if not fallen else f"{len(fallen)} of {len(floors)} floors broken")
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
