"""evidence masem."""

from pathlib import Path

import click

from evidence.cli.plumbing import database, formatted, on_database, printed


@click.command(epilog='Example: evidence masem "use ~ trust; trust ~ value" --data matrices.csv')
@click.argument("model")
@click.option(
    "--stage1", "pooling", type=click.Choice(("REM", "FEM")), default="REM", show_default=True,
    help="Each correlation varies between studies, or one matrix for all.",
)  # fmt: skip
@click.option(
    "--data", type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A CSV with study, n, x, y, r, one row per correlation; needs no database.",
)  # fmt: skip
@click.option(
    "--moderator", "moderators", multiple=True, metavar="NAME",
    help="Does it move the paths? year, or a column of numbers of --data; several are taken together.",
)  # fmt: skip
@click.option("--kind", type=click.Choice(("observed", "latent", "composite")), help="Which printed correlations.")
@click.option("--implied", is_flag=True, help="Add matrices that printed path models imply (labelled as such).")
@click.option("--held-out", is_flag=True, help="Use retracted and impossible correlations too.")
@click.option("--map", "map_", default="default", show_default=True, help="Which map of names.")
@click.option("--export", "folder", type=click.Path(file_okay=False, path_type=Path), help="Write R scripts here.")
@formatted
@on_database
@click.pass_context
def command(
    ctx: click.Context, model: str, pooling: str, data: Path | None, moderators: tuple[str, ...], kind: str | None,
    implied: bool, held_out: bool, map_: str, folder: Path | None, form: str,
) -> None:  # fmt: skip
    """Fit a path model to pooled correlations.

    First it shows which correlations were measured by whom, and which by nobody. MODEL is a file or text in lavaan
    syntax. Variables are constructs by id, label or reported name, with underscores for blanks. Matrices are those
    that papers print.
    """
    from evidence.errors import InputError
    from evidence.verbs import masem, masem_file

    path = Path(model)
    is_file = "~" not in model
    if is_file and not path.is_file():
        raise InputError("there is no such model file", where=path, todo="give a file, or text such as 'y ~ x'")
    text = path.read_text(encoding="utf-8") if is_file else model.replace(";", "\n")
    how = {"kind": kind, "implied": implied, "held_out": held_out, "map": map_}
    if data is not None:
        if any(how[name] not in (None, False, "default") for name in how):
            raise click.UsageError("--kind, --implied, --held-out and --map choose from the database, not from --data")
        sections, scripts, done = masem_file(data, text, pooling=pooling, moderators=moderators)
    else:
        sections, scripts, done = masem(database(), text, pooling=pooling, moderators=moderators, **how)
    printed(sections, form)
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in scripts.items():
            (folder / name).write_text(content, encoding="utf-8")
        click.echo(f"wrote {', '.join(sorted(scripts))} to {folder}", err=True)
    ctx.exit(0 if done else 1)
