"""evidence constructs."""

from pathlib import Path

import click

from evidence.cli.plumbing import database, formatted, on_database, printed

CODER = click.option("--coder", required=True, metavar="NAME", help="Who decides; stands beside the decision.")
MAP = click.option("--map", "map_", default="default", show_default=True, help="Which map of names.")
POLARITY = click.option(
    "--polarity", type=click.Choice(("1", "-1")), default="1", show_default=True, help="-1: the opposite pole."
)


@click.group(epilog="Example: evidence constructs unmapped")
def command() -> None:
    """Place reported names in one vocabulary, by whom and when.

    Every placement is a row that is kept. A program proposes, a person decides: what a coder accepts is never
    overruled by assess.
    """


@command.command("list", epilog="Example: evidence constructs list --used")
@click.argument("construct", required=False)
@click.option("--used", "only_used", is_flag=True, help="Only constructs that studies report, and those above them.")
@formatted
@on_database
def list_(construct: str | None, only_used: bool, form: str) -> None:
    """The vocabulary as a tree (or what is below CONSTRUCT), with how many studies report each."""
    from evidence.reports.constructs import tree
    from evidence.store.mappings import used
    from evidence.store.vocabulary import vocabulary

    engine = database()
    words = vocabulary(engine)
    printed(tree(words, used(engine), words.find(construct) if construct else None, only_used), form)


@command.command(epilog="Example: evidence constructs unmapped --format csv")
@click.option(
    "--similarity", metavar="NAME", help="Also go by a static embedding on this machine: a folder, or a package."
)
@formatted
@on_database
def unmapped(similarity: str | None, form: str) -> None:
    """Names no one has placed, with ranked proposals, their score and why; then jingle and jangle."""
    from evidence.constructs.embeddings import embedding
    from evidence.reports.constructs import unplaced
    from evidence.reports.constructs import warnings as section
    from evidence.store.mappings import confused, proposals
    from evidence.store.vocabulary import vocabulary

    engine = database()
    measure = embedding(similarity) if similarity is not None else None
    printed([*unplaced(proposals(engine, measure), vocabulary(engine)), *section(confused(engine))], form)


@command.command(epilog="Example: evidence constructs warnings")
@formatted
@on_database
def warnings(form: str) -> None:
    """One name for different things (jingle), two names for one thing (jangle)."""
    from evidence.reports.constructs import warnings as section
    from evidence.store.mappings import confused

    printed(section(confused(database())), form)


@command.command("map", epilog="Example: evidence constructs map --history")
@click.option("--history", "with_history", is_flag=True, help="Also what stood before and was superseded.")
@click.option("--map", "map_", help="Only this map of names.")
@formatted
@on_database
def map_of(with_history: bool, map_: str | None, form: str) -> None:
    """What each reported name is mapped to, by whom and when."""
    from evidence.reports.constructs import mapping
    from evidence.store.mappings import history

    printed(mapping(history(database(), map_), with_history), form)


@command.command(epilog='Example: evidence constructs accept "trust value" trust --coder ann')
@click.argument("name", required=False)
@click.argument("construct", required=False)
@click.option("--study", help="Only in this study; else in every study that reports the name.")
@click.option("--at-least", type=float, metavar="SCORE", help="Accept every proposal from this score up.")
@POLARITY
@MAP
@CODER
@on_database
def accept(
    name: str | None, construct: str | None, study: str | None, at_least: float | None, polarity: str, map_: str,
    coder: str,
) -> None:  # fmt: skip
    """Place a reported NAME as a CONSTRUCT, or accept proposals from a score a person has set."""
    from evidence import verbs

    engine = database(write=True)
    if at_least is not None:
        if name is not None:
            raise click.UsageError("give NAME CONSTRUCT, or --at-least SCORE, not both")
        new, same, left = verbs.accept_proposals(engine, at_least, coder=coder, map=map_)
        click.echo(f"placed {new} names; {left} are left to a person ('evidence constructs unmapped')")
        return
    if name is None or construct is None:
        raise click.UsageError("give NAME CONSTRUCT, or --at-least SCORE")
    new, same = verbs.accept_name(engine, name, construct, study, int(polarity), coder=coder, map=map_)
    click.echo(f"placed '{name}' in {new} studies" + (f"; {same} had it so already" if same else ""))


@command.command(epilog="Example: evidence constructs split trust trust_in_seller --study wang-6043 --coder ann")
@click.argument("name")
@click.argument("construct")
@click.option("--study", required=True, help="The one study in which the name means something else.")
@POLARITY
@MAP
@CODER
@on_database
def split(name: str, construct: str, study: str, polarity: str, map_: str, coder: str) -> None:
    """Give a reported NAME another CONSTRUCT in one study only."""
    from evidence import verbs

    engine = database(write=True)
    new, _ = verbs.accept_name(engine, name, construct, study, int(polarity), coder=coder, map=map_)
    click.echo(f"'{name}' is {construct} in {study}" if new else "it stood so already")


@command.command(epilog="Example: evidence constructs broaden perceived_value trust --coder ann --map broad")
@click.argument("stops", nargs=-1, required=True)
@click.option("--map", "map_", default="broad", show_default=True, help="The name of the broader map.")
@CODER
@on_database
def broaden(stops: tuple[str, ...], map_: str, coder: str) -> None:
    """Make a broader map: what lies below one of STOPS counts as it; the default map stays."""
    from evidence import verbs

    new, same = verbs.broaden_map(database(write=True), stops, coder=coder, map=map_)
    click.echo(f"map '{map_}': {new} names lifted" + (f", {same} were already" if same else ""))


@command.command(epilog="Example: evidence constructs load constructs.csv --aliases aliases.csv")
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@click.option("--aliases", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A CSV of other names.")
@click.option("--instead", is_flag=True, help="Instead of the vocabulary of the program, not beside it.")
@on_database
def load(file: Path, aliases: Path | None, instead: bool) -> None:
    """Load your own vocabulary: a CSV (id, label, ...), or the DCT YAML of psyverse (a file or folder)."""
    from evidence.constructs.loading import load_aliases, load_constructs, load_dct
    from evidence.store.vocabulary import store_vocabulary

    dct = file.is_dir() or file.suffix in (".yaml", ".yml", ".dct")
    own = load_dct(file) if dct else load_constructs(file)
    other = load_aliases(aliases) if aliases else ()
    number = store_vocabulary(database(write=True), own, other, file.name, instead=instead)
    click.echo(f"loaded {number} constructs and {len(other)} aliases from {file}; see 'evidence constructs list'")


@command.command(epilog="Example: evidence constructs export mapping.csv")
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--map", "map_", help="Only this map of names.")
@on_database
def export(file: Path | None, map_: str | None) -> None:
    """Write the mapping with its history as CSV, to FILE or to standard output."""
    from evidence.store.mappings import history, write_map

    frame = history(database(), map_)
    if file is None:
        click.echo(write_map(frame), nl=False)
        return
    file.write_text(write_map(frame), encoding="utf-8")
    click.echo(f"wrote {file}: {len(frame)} rows")
