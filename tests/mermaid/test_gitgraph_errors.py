"""What is said of a history that is none: where, what was found, what was expected."""

from __future__ import annotations

import pytest
from refused import refusal

from diagramkit.mermaid.kinds.gitgraph.history import MAX_BRANCHES, MAX_COMMITS


@pytest.mark.parametrize(
    ("lines", "place", "message"),
    [
        ("comit", "2:1", "expected commit, branch, checkout, switch, merge or cherry-pick, found "
         '"comit"'),
        ("commit id: a", "2:12", 'expected words in quotes after "id:", found "a"'),
        ("commit a", "2:8", 'expected id:, tag:, type:, msg: or the end of the line, found "a"'),
        ('commit id "a"', "2:8", "expected id:, tag:, type:, msg: or the end of the line, found "
         '"id"'),
        ("commit type: BIG", "2:14", 'expected NORMAL, REVERSE or HIGHLIGHT, found "BIG"'),
        ('commit id: "a', "2:12", 'expected words in quotes after "id:", found """; this quote is '
         "never closed"),
        ("commit commit", "2:8", "expected id:, tag:, type:, msg: or the end of the line, found "
         '"commit"; a name that is a word or a number of Mermaid stands in quotes'),
        ("branch", "2:7", "expected the name of a branch, found the end of the line"),
        ("branch LR", "2:8", 'expected the name of a branch, found "LR"; a name that is a word or '
         "a number of Mermaid stands in quotes"),
        ("branch b order: x", "2:17", 'expected a whole number, found "x"'),
        ("branch a b", "2:10", 'expected "order:" or the end of the line, found "b"'),
        ("checkout b", "2:1", 'no branch is called "b"; expected "branch b" before'),
        ("commit\nmerge b", "3:1", 'no branch is called "b"; expected "branch b" before'),
    ],
)  # fmt: skip
def test_a_mistake_is_shown_at_its_place_with_what_was_expected(
    lines: str, place: str, message: str
) -> None:
    error = refusal(f"gitGraph\n{lines}\n").diagnostics[0]
    assert error.headline == f"a.mmd:{place}: {message}"


@pytest.mark.parametrize(
    ("lines", "place", "message"),
    [
        (("branch main",), "2:1", 'a branch "main" is there already; expected a new name or '
         '"checkout"'),
        (("commit", "branch dev", "checkout dve"), "4:1", 'no branch is called "dve", did you mean '
         '"dev"?'),
        (("commit", "merge main"), "3:1", '"main" would be merged into itself'),
        (("commit", "branch b", "merge main"), "4:1", '"main" would be merged into itself'),
        (("commit", "branch b", "checkout main", "merge b"), "5:1", '"b" and the branch "main" end '
         "in the same commit; expected a commit on one of them before the merge"),
        (("branch b", "commit", "checkout main", "merge b"), "5:1", 'the branch "main" has no '
         "commit to merge into; expected a commit first"),
        (("branch b", "checkout main", "commit", "merge b"), "5:1", 'the branch "b" has no commit '
         "to merge; expected a commit first"),
        (('commit id: "a"', "branch b", "commit", "checkout main", 'merge b id: "a"'), "6:1",
         'a commit "a" is there already; expected another id'),
        (("commit", "cherry-pick"), "3:1", "a cherry-pick of nothing; expected id: and a commit's "
         "id"),
        (("commit", 'cherry-pick id: "x"'), "3:1", 'no commit has the id "x"; expected the id of a '
         "commit above"),
        (('commit id: "a"', 'cherry-pick id: "a"'), "3:1", '"a" is on the branch "main" already'),
        (("branch b", 'commit id: "a"', "checkout main", 'cherry-pick id: "a"'), "5:1",
         'the branch "main" has no commit to pick onto; expected a commit first'),
        (("commit", "branch b", "commit", "branch c", "commit", "checkout b", "commit",
          'merge c id: "m"', "checkout main", 'cherry-pick id: "m"'), "11:1", '"m" is a merge; '
         "expected parent: and the id of one of its two parents"),
        (("commit", "branch b", 'commit id: "a"', "checkout main",
          'cherry-pick id: "a" parent: "z"'), "6:1", '"z" is no parent of "a"; it has no parent '
         "with an id"),
    ],
)  # fmt: skip
def test_what_git_would_not_do_is_refused_at_its_statement(
    lines: tuple[str, ...], place: str, message: str
) -> None:
    text = "gitGraph\n" + "\n".join(lines) + "\n"
    error = refusal(text).diagnostics[0]
    assert (error.code, error.headline) == ("mermaid-history", f"a.mmd:{place}: {message}")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("gitGraphs\ncommit", 'expected "gitGraph" and a space or a colon'),
        (
            "gitGraph TB\ncommit",
            'expected a colon, as in "gitGraph TB:", found the end of the line',
        ),
        ("gitGraph RL:\ncommit", "expected commit, branch, checkout"),
    ],
)
def test_the_header_is_a_word_and_perhaps_a_direction(text: str, message: str) -> None:
    assert message in str(refusal(text))


@pytest.mark.parametrize(
    ("lines", "limit"),
    [("commit\n", MAX_COMMITS), ("", MAX_BRANCHES)],
)
def test_more_than_the_limits_is_refused_at_the_first_beyond(lines: str, limit: int) -> None:
    text = lines * (limit + 1) if lines else "".join(f"branch b{n}\n" for n in range(limit))
    error = refusal("gitGraph\n" + text).diagnostics[0]
    assert error.code == "mermaid-limit"
    assert error.location is not None
    assert error.location.line in (limit + 1, limit + 2)
