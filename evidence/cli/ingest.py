"""evidence ingest."""

from pathlib import Path

import click

from evidence.cli.plumbing import database, on_database


@click.command(epilog="Example: evidence ingest papers/ coding/sheet.csv")
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Read this many documents at once.")
@click.option(
    "--scheduler", metavar="ADDRESS", help="Read on the workers of this Dask cluster, such as tcp://host:8786."
)
@click.option("--replace", is_flag=True, help="A work already stored from another file gives way to the new one.")
@on_database
@click.pass_context
def command(ctx: click.Context, paths: tuple[Path, ...], jobs: int, scheduler: str | None, replace: bool) -> None:
    """Store what documents and coded records say.

    Folders are read recursively. A file that cannot be read is named and the rest goes on; ingesting a folder again
    stores only what is new. The database is created when it does not exist yet.
    """
    from evidence.errors import InputError, UsageError
    from evidence.verbs import documents, ingest, make_ready

    if scheduler and jobs > 1:
        raise UsageError("--jobs and --scheduler exclude each other", todo="the cluster has workers of its own")
    files = list(documents(paths))
    if not files:
        raise InputError("no files in here", where=", ".join(map(str, paths)), todo="hidden files are not read")
    engine = database(create=True)
    make_ready(engine)
    with _bar(len(files)) as advance:
        result = ingest(engine, files, jobs=jobs, scheduler=scheduler, replace=replace, progress=advance)
    for message in result.failures.values():
        click.echo(f"Error: {message}", err=True)
    told = [f"{n} {_WORDS[outcome]}" for outcome, n in sorted(result.outcomes.items())]
    failed = f"; {len(result.failures)} of {len(files)} files failed" if result.failures else ""
    click.echo((", ".join(told) or "nothing stored") + failed)
    ctx.exit(1 if result.failures else 0)


_WORDS = {
    "stored": "stored",
    "unchanged": "unchanged",
    "replaced": "replaced",
    "kept": "left alone (a person's coding of the same file stands)",
    "duplicate": "refused as duplicates",
    "refused": "refused",
}


class _bar:  # noqa: N801  used as a function
    """A progress bar on a terminal, silence elsewhere."""

    def __init__(self, files: int) -> None:
        self.files = files

    def __enter__(self):  # type: ignore[no-untyped-def]
        import sys

        if not sys.stderr.isatty():
            return lambda _file: None
        from rich.console import Console
        from rich.progress import Progress

        self.progress = Progress(console=Console(stderr=True), transient=True)
        task = self.progress.add_task("reading", total=self.files)
        self.progress.start()
        return lambda file: self.progress.update(task, advance=1, description=Path(file).name[:40])

    def __exit__(self, *_error: object) -> None:
        if hasattr(self, "progress"):
            self.progress.stop()
