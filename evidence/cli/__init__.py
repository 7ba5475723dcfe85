"""The command line: `evidence VERB`. One file per command; nothing heavy is imported before a command runs."""

import os
import sys

import click

from evidence.cli.plumbing import DATABASE
from evidence.errors import EvidenceError
from evidence.registry import modules

__all__ = ["cli", "main"]


class _Commands(click.Group):
    """The commands are the modules of this package that define `command`; `plumbing` is what they share."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """Every command, in alphabetical order."""
        names = (module.rpartition(".")[2] for module in modules("evidence.cli"))
        return [name for name in names if not name.startswith("_") and name != "plumbing"]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name; a module of a package with the same word is found under its own name."""
        from importlib import import_module

        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = import_module(f"evidence.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with the nearest command named when there is none of that name."""
        if args and not args[0].startswith("-") and args[0] not in self.list_commands(ctx):
            from evidence.errors import UsageError, nearest

            raise UsageError(f"there is no command '{args[0]}'", todo=nearest(args[0], self.list_commands(ctx)))
        return super().resolve_command(ctx, args)


def _version(ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from evidence import __version__

        click.echo(f"evidence {__version__}")
        ctx.exit()


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: evidence --db team.db studies",
)
@click.option("--db", envvar="EVIDENCE_DB", metavar="PATH|URL", help=DATABASE)
@click.option(
    "--version", is_flag=True, expose_value=False, is_eager=True, callback=_version, help="Print the version."
)
@click.pass_context
def cli(ctx: click.Context, db: str | None) -> None:
    """A meta-analytic evidence database for survey research.

    Reads papers and coded sheets, keeps every number with the place it was printed, flags what is retracted or
    cannot be true, and answers reviewers by SQL and reports.

    \b
    Start with:
      evidence demo             a database of four coded papers, and a report on them
      evidence ingest FOLDER    your own papers and coding sheets
    """
    ctx.obj = {"db": db}


def main() -> None:
    """Run the command line; a refusal is one line on stderr and the exit code of its kind."""
    try:
        code = cli.main(prog_name="evidence", standalone_mode=False) or 0  # click gives what ctx.exit() was told
        sys.stdout.flush()  # a reader that has gone is noticed here, not while Python shuts down
    except click.exceptions.Abort:
        code = _say("stopped", "what was stored stays; the same command continues", 130)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        code = error.exit_code
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "evidence"
        code = _say(error.format_message().rstrip("."), f"see '{command} --help'", 2)
    except click.ClickException as error:
        code = _say(error.format_message(), "", error.exit_code)
    except EvidenceError as error:
        code = _say(str(error), "", error.exit_code)
    except (BrokenPipeError, SystemExit):  # the reader of our output has gone, as `head` does; click exits then
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except Exception as error:
        if os.environ.get("EVIDENCE_DEBUG"):
            raise
        cause = f"{type(error).__name__}: {error}".partition("\n")[0]
        code = _say(f"a mistake of the program: {cause}", "set EVIDENCE_DEBUG=1 and report what it prints", 1)
    sys.exit(code)


def _say(message: str, todo: str, code: int) -> int:
    click.echo(" ".join(f"Error: {message}{f'; {todo}' if todo else ''}".split()), err=True)
    return code
