"""Revisions from Git, read from real little repositories."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from generator.feeds.history import EPOCH, Answer, History, HistoryProblem, read_history, run_git, sequence
from tests.repositories import START, Repository

pytestmark = pytest.mark.usefixtures("quiet_git")

ACTIVITY, VENUE = "data/activities/tea.yml", "data/venues/hall.yml"


@dataclass
class Tea(Repository):
    """A repository with an activity and its venue, which remembers what git was asked."""

    commands: list[Sequence[str]] = field(default_factory=list)

    def commit(self, **files: str) -> datetime:
        """Commits what is there, an hour after the last commit, and gives the time."""
        for name, text in files.items():
            self.write({"activity": ACTIVITY, "venue": VENUE, "other": "README.md"}[name], text)
        return self.save()

    def read(self, cache: Path | None = None) -> History:
        history = read_history(self.folder, ["data", "mkdocs.yml"], cache=cache, run=self.run)
        assert isinstance(history, History)
        return history

    def run(self, arguments: Sequence[str], folder: Path) -> Answer:
        self.commands.append(arguments)
        return run_git(arguments, folder)

    def revision(self, *paths: str) -> datetime:
        return self.read().revision(paths or [ACTIVITY, VENUE])


@pytest.fixture
def repository(tmp_path: Path) -> Tea:
    made = Tea(tmp_path / "repository")
    made.begin()
    made.commit(activity="tea", venue="hall", other="read me")
    return made


def test_the_newest_of_all_files_counts(repository: Tea) -> None:
    activity = repository.commit(activity="tea and cake")
    venue = repository.commit(venue="hall with ramp")
    assert repository.revision(ACTIVITY) == activity
    assert repository.revision(VENUE) == venue
    assert repository.revision(ACTIVITY, VENUE) == venue


def test_an_edit_elsewhere_changes_nothing(repository: Tea) -> None:
    before = repository.revision()
    repository.commit(other="read me first")
    assert repository.revision() == before


def test_only_the_paths_asked_for_are_known(repository: Tea) -> None:
    repository.write("database/tea.yml", "not data")
    repository.write("mkdocs.yml", "settings")
    settings = repository.commit(other="read me first")
    assert set(repository.read().times) == {ACTIVITY, VENUE, "mkdocs.yml"}
    assert repository.revision("mkdocs.yml") == settings


def test_a_rename_counts_for_the_new_name_and_the_old(repository: Tea) -> None:
    repository.git("mv", ACTIVITY, "data/activities/coffee.yml")
    renamed = repository.commit()
    assert repository.revision("data/activities/coffee.yml") == renamed
    assert repository.revision(ACTIVITY) == renamed


def test_a_squash_rises(repository: Tea) -> None:
    repository.git("switch", "--quiet", "--create", "side")
    repository.commit(activity="tea and milk")
    on_side = repository.commit(activity="tea and cake")
    repository.git("switch", "--quiet", "main")
    repository.git("merge", "--quiet", "--squash", "side")
    assert repository.commit() > on_side
    assert repository.revision() == repository.clock


def test_a_merge_counts_though_the_edit_on_the_side_is_older(repository: Tea) -> None:
    repository.git("switch", "--quiet", "--create", "side")
    repository.commit(venue="hall of the side")
    repository.git("switch", "--quiet", "main")
    on_main = repository.commit(activity="tea of main")
    repository.clock += timedelta(hours=1)
    repository.git("merge", "--quiet", "--no-ff", "--no-edit", "side")
    assert repository.revision(VENUE) == repository.clock
    assert repository.revision(ACTIVITY) == on_main


def test_a_merge_that_keeps_one_side_does_not_fall(repository: Tea) -> None:
    repository.git("switch", "--quiet", "--create", "side")
    repository.commit(activity="tea of the side")
    repository.git("switch", "--quiet", "main")
    on_main = repository.commit(activity="tea of main")
    repository.clock += timedelta(hours=1)
    repository.git("merge", "--quiet", "--no-ff", "--no-edit", "--strategy=ours", "side")
    assert repository.revision() == on_main
    assert (repository.folder / ACTIVITY).read_text(encoding="utf-8") == "tea of main"


def test_a_revert_rises(repository: Tea) -> None:
    edited = repository.commit(activity="tea, wrongly")
    repository.clock += timedelta(hours=1)
    repository.git("revert", "--no-edit", "HEAD")
    assert repository.revision() == repository.clock > edited


def test_a_clock_that_went_back_does_not_lower_the_revision(repository: Tea) -> None:
    newest = repository.commit(activity="tea at ten")
    repository.clock -= timedelta(days=3)
    repository.commit(activity="tea at eleven")
    assert repository.revision() == newest


@pytest.mark.parametrize("step", ["modified", "staged", "untracked", "ignored", "deleted"])
def test_an_uncommitted_edit_is_a_minute_after_head(repository: Tea, step: str) -> None:
    repository.commit(other="read me")
    path = ACTIVITY if step in {"modified", "staged", "deleted"} else "data/activities/new.yml"
    repository.write(path, "not yet committed")
    if step == "staged":
        repository.git("add", path)
    if step == "ignored":
        repository.write(".gitignore", "new.yml\n")
    if step == "deleted":
        (repository.folder / path).unlink()
    assert repository.revision(path) == repository.clock + timedelta(minutes=1)
    assert repository.revision(VENUE) == START + timedelta(hours=1)


def test_an_uncommitted_edit_is_never_older_than_what_it_edits(repository: Tea) -> None:
    newest = repository.commit(activity="tea at ten")
    repository.clock -= timedelta(days=3)
    repository.commit(other="by a machine whose clock is wrong")
    repository.write(ACTIVITY, "tea at eleven")
    assert repository.revision(ACTIVITY) == newest + timedelta(minutes=1)


def test_a_path_that_never_was_counts_for_nothing(repository: Tea) -> None:
    assert repository.revision("data/activities/old-name.yml") == EPOCH
    assert repository.revision("data/activities/old-name.yml", VENUE) == START + timedelta(hours=1)


@pytest.mark.parametrize(
    "name", ['say "tea".yml', "two words.yml", "café.yml", "line\nend.yml", "*.yml", ":(top).yml", "-x.yml"]
)
def test_names_of_files_are_read_as_they_are(repository: Tea, name: str) -> None:
    repository.write(f"data/activities/{name}", "tea")
    assert repository.revision(f"data/activities/{name}") == repository.clock + timedelta(minutes=1)
    committed = repository.commit()
    repository.commit(venue="hall")
    assert repository.revision(f"data/activities/{name}") == committed


def test_a_site_in_a_folder_of_its_repository(repository: Tea) -> None:
    repository.write(f"town/{ACTIVITY}", "tea in town")
    committed = repository.commit()
    repository.commit(activity="tea elsewhere")
    repository.write(f"town/{VENUE}", "new hall")
    history = read_history(repository.folder / "town", ["data", "../README.md"])
    assert isinstance(history, History)
    assert history.revision([ACTIVITY]) == committed
    assert history.revision(["../README.md"]) == START + timedelta(hours=1)
    assert history.revision([VENUE]) == repository.clock + timedelta(minutes=1)


def test_data_in_a_submodule_change_with_its_commit(repository: Tea, tmp_path: Path) -> None:
    outer = Tea(tmp_path / "outer")
    outer.folder.mkdir()
    outer.git("init", "--quiet")
    outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(repository.folder), "data")
    committed = outer.commit()
    outer.commit(other="read me")
    assert outer.revision(f"data/{ACTIVITY}") == committed


def test_the_repository_of_a_calling_git_is_not_ours(
    repository: Tea, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    monkeypatch.setenv("GIT_ICASE_PATHSPECS", "1")
    history = read_history(repository.folder, ["data"])
    assert isinstance(history, History)
    assert history.revision([ACTIVITY]) == START + timedelta(hours=1)


def test_settings_of_the_person_change_nothing(
    repository: Tea, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tmp_path / "gitconfig"
    settings.write_text(
        "[color]\nui = always\n[log]\nshowSignature = true\ndecorate = full\nfollow = true\nshowRoot = false\n"
        "[diff]\nrenames = copies\nrelative = true\n"
        "[status]\nshowUntrackedFiles = no\nshort = true\nbranch = true\n",
        encoding="utf-8",
    )
    plain = repository.read()
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    assert repository.read() == plain


def test_a_shallow_clone_is_refused_with_the_remedy(repository: Tea, tmp_path: Path) -> None:
    repository.commit(activity="tea")
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", "--depth=1", repository.folder.as_uri(), str(clone))
    problem = read_history(clone, ["data"])
    assert isinstance(problem, HistoryProblem)
    assert "shallow" in problem.message
    assert "fetch-depth: 0" in problem.hint
    assert "git fetch --unshallow" in problem.hint


def test_a_full_clone_says_the_same(repository: Tea, tmp_path: Path) -> None:
    repository.commit(activity="tea and cake")
    clone = Tea(tmp_path / "clone")
    repository.git("clone", "--quiet", repository.folder.as_uri(), str(clone.folder))
    assert clone.read() == repository.read()


def put_on_path(folder: Path, script: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.mkdir()
    if script is not None:
        git = folder / "git"
        git.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        git.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


@pytest.mark.parametrize(
    ("script", "message", "hint"),
    [
        ("exit 1", "git ended with code 1", "git log"),
        ("echo 'fatal: bad object HEAD' >&2; exit 128", "bad object HEAD.", "git log"),
        ("echo 'fatal: detected dubious ownership in x' >&2; exit 128", "dubious", "safe.directory"),
        ("echo 'fatal: unrecognized argument: --diff-merges=x' >&2; exit 1", "unrecognized", "Git 2.31"),
    ],
)
def test_a_failing_git_is_a_problem(
    repository: Tea,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    script: str,
    message: str,
    hint: str,
) -> None:
    put_on_path(tmp_path / "bin", script, monkeypatch)
    problem = read_history(repository.folder, ["data"])
    assert isinstance(problem, HistoryProblem)
    assert problem.message.startswith("Git cannot read the history: ")
    assert message in problem.message
    assert hint in problem.hint


def test_a_repository_without_an_installed_git_is_a_problem(
    repository: Tea, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_on_path(tmp_path / "bin", None, monkeypatch)
    problem = read_history(repository.folder, ["data"])
    assert isinstance(problem, HistoryProblem)
    assert "Install Git" in problem.hint


def test_a_damaged_repository_is_a_problem(repository: Tea) -> None:
    (repository.folder / ".git" / "HEAD").unlink()
    assert isinstance(read_history(repository.folder, ["data"]), HistoryProblem)


@pytest.mark.parametrize("installed", [True, False])
def test_no_repository_gives_revision_0_and_a_warning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, installed: bool
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    if not installed:
        put_on_path(tmp_path / "bin", None, monkeypatch)
    history = read_history(tmp_path, ["data"])
    assert isinstance(history, History)
    assert history.revision([ACTIVITY]) == EPOCH
    assert history.warning.startswith("This is no Git repository")


def test_a_repository_without_a_commit_gives_revision_0_and_a_warning(tmp_path: Path) -> None:
    empty = Tea(tmp_path)
    empty.git("init", "--quiet")
    assert empty.revision() == EPOCH
    assert empty.read().warning.startswith("This Git repository has no commit yet")


def logs(repository: Tea) -> list[str]:
    """The commits that were asked for with all their paths."""
    return [command[command.index("--") - 1] for command in repository.commands if "--name-only" in command]


def test_a_cache_of_the_same_commit_saves_the_log(repository: Tea, tmp_path: Path) -> None:
    cache = tmp_path / "cache" / "history.json"
    first = repository.read(cache)
    assert repository.read(cache) == first
    assert len(logs(repository)) == 1


def test_with_a_cache_only_new_commits_are_read(repository: Tea, tmp_path: Path) -> None:
    cache = tmp_path / "history.json"
    repository.read(cache)
    old = repository.git("rev-parse", "HEAD").strip()
    edited = repository.commit(activity="tea and cake")
    history = repository.read(cache)
    assert logs(repository)[1] == f"{old}..{repository.git('rev-parse', 'HEAD').strip()}"
    assert history == repository.read()
    assert history.revision([ACTIVITY]) == edited


def test_a_cache_of_rewritten_history_is_not_believed(repository: Tea, tmp_path: Path) -> None:
    cache = tmp_path / "history.json"
    repository.commit(activity="tea and cake")
    repository.read(cache)
    repository.git("reset", "--quiet", "--hard", "HEAD~1")
    assert repository.read(cache) == repository.read()


def test_a_cache_of_other_paths_is_not_believed(repository: Tea, tmp_path: Path) -> None:
    cache = tmp_path / "history.json"
    read_history(repository.folder, ["README.md"], cache=cache)
    assert repository.read(cache) == repository.read()


@pytest.mark.parametrize(
    "damage", ["", "{", "[]", "null", '{"format": 1}', "\x00", '{"format": 1, "head": 3, "times": 4}']
)
def test_a_damaged_cache_is_ignored(repository: Tea, tmp_path: Path, damage: str) -> None:
    cache = tmp_path / "history.json"
    cache.write_text(damage, encoding="utf-8")
    assert repository.read(cache) == repository.read()


def test_a_cache_that_cannot_be_written_costs_only_time(repository: Tea, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    assert repository.read(tmp_path / "file" / "history.json") == repository.read()


@pytest.mark.parametrize("seed", range(3))
def test_the_revision_never_falls_and_cache_and_folder_say_the_same(repository: Tea, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a fixed recipe, no secret
    cache = tmp_path / "history.json"
    newest = repository.read(cache).times
    for step in range(10):
        strategy = chance.choice(["edit", "edit", "ort", "ours"])
        changed = chance.choice(["activity", "venue"])
        if strategy == "edit":
            repository.commit(**{changed: f"edit {step}"})
        else:
            repository.git("switch", "--quiet", "--create", f"side{step}")
            repository.commit(**{changed: f"side {step}"})
            repository.git("switch", "--quiet", "main")
            repository.commit(other=f"main {step}")
            repository.clock += timedelta(hours=1)
            repository.git("merge", "--quiet", "--no-ff", "--no-edit", f"--strategy={strategy}", f"side{step}")
        history = repository.read(cache)
        assert history == repository.read()
        assert all(history.times[path] >= time for path, time in newest.items())
        within = read_history(repository.folder / "data", ["activities", "venues"])
        assert isinstance(within, History)
        assert {f"data/{path}": time for path, time in within.times.items()} == history.times
        newest = history.times


@pytest.mark.parametrize(
    ("revision", "number"),
    [
        (EPOCH, 0),
        (datetime(2020, 1, 1, 0, 0, 59, tzinfo=UTC), 0),
        (datetime(2020, 1, 1, 0, 1, tzinfo=UTC), 1),
        (datetime(2021, 1, 1, tzinfo=UTC), 366 * 24 * 60),
    ],
)
def test_sequence_counts_whole_minutes(revision: datetime, number: int) -> None:
    assert sequence(revision) == number


def test_commits_before_2020_are_revision_0() -> None:
    assert History(times={VENUE: 1_000_000_000}).revision([VENUE]) == EPOCH
