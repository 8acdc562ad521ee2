"""Theme files that are not well: what is said, where, and that it is said all at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from diagramkit import DiagramError, load_theme
from diagramkit.theme.builtin import builtin_folder

Faults = Callable[[str], list[str]]

A_COLOR = 'allowed is a colour, in quotes: "#rrggbb", "#rgb", "rgb(…)" or a name of CSS'
OF_A_MODE = (
    "canvas, panel, text, muted, accent, line, border, roles, categories, group, edges, label, "
    "label_accent, caption"
)

# What stands below `extends: editorial`, and the one thing that is said of it.
ONE_FAULT = {
    "unknown key": (
        'light: {acent: "#112233"}',
        '2:9: unknown key "acent" in light; did you mean "accent"?',
    ),
    "unknown key, nothing near": (
        "light: {zzz: 1}",
        f'2:9: unknown key "zzz" in light; allowed are {OF_A_MODE}',
    ),
    "unknown key at the top": ("lihgt: {}", '2:1: unknown key "lihgt"; did you mean "light"?'),
    "unknown role": (
        "light: {roles: {notes: {}}}",
        '2:17: unknown key "notes" in light.roles; did you mean "note"?',
    ),
    "two digits": ('light: {accent: "#12"}', f'2:17: light.accent: "#12"; {A_COLOR}'),
    "colour that shows what is below": (
        'light: {accent: "rgb(1 2 3 / 50%)"}',
        f'2:17: light.accent: "rgb(1 2 3 / 50%)"; {A_COLOR}',
    ),
    "colour of one's own that is none": (
        "palette: {navy: reddish}",
        f'2:17: palette.navy: "reddish"; {A_COLOR}',
    ),
    "tint of no colour": (
        "light: {accent: $page.margin/5%}",
        "2:17: light.accent: $page.margin/5% is no tint: write a colour and 0 to 100 percent, "
        "$accent/12%",
    ),
    "tint of too much": (
        "light: {accent: $line/101%}",
        "2:17: light.accent: $line/101% is no tint: write a colour and 0 to 100 percent, "
        "$accent/12%",
    ),
    "mode that is none": ("modes: [dim]", '2:9: modes.0: "dim"; allowed is light or dark'),
    "title higher than its strip": (
        "type: {group: {line: 26}}",
        "2:22: spacing.group_header: 28 has to hold type.group.line 26: write 30 or more",
    ),
    "type larger than its line": (
        "type: {title: {size: 20}}",
        "2:22: type.title.line: 18 has to hold type.title.size 20: write 20 or more",
    ),
    "eight digits": (
        'light: {accent: "#11223344"}',
        f'2:17: light.accent: "#11223344"; {A_COLOR}',
    ),
    "colour by name": ("light: {accent: reddish}", f'2:17: light.accent: "reddish"; {A_COLOR}'),
    "colour that is a number": ("light: {accent: 7}", f"2:17: light.accent: 7; {A_COLOR}"),
    "colour without quotes": (
        "light:\n  accent: #112233",
        f"3:10: light.accent: empty, because # begins a comment: put the colour in quotes; "
        f"{A_COLOR}",
    ),
    "no colour": ("light: {accent: }", f"2:17: light.accent: empty; {A_COLOR}"),
    "colour in a list": (
        'light: {accent: ["#112233"]}',
        f"2:17: light.accent: a list of 1; {A_COLOR}",
    ),
    "bad fill": (
        "light: {group: {fill: nothing}}",
        f'2:23: light.group.fill: "nothing"; {A_COLOR}; or none',
    ),
    "number in quotes": (
        'box: {radius: "6"}',
        '2:15: box.radius: "6"; allowed is a number, at least 0 and below 1000',
    ),
    "below the range": (
        "box: {radius: -1}",
        "2:15: box.radius: -1; allowed is a number, at least 0 and below 1000",
    ),
    "above the range": (
        "page: {max_width: 10001}",
        "2:19: page.max_width: 10001; allowed is a number, at least 100 and at most 10000",
    ),
    "not finite": (
        "page: {max_width: 1e999}",
        "2:19: page.max_width: inf; allowed is a number, at least 100 and at most 10000",
    ),
    "true for a number": (
        "box: {radius: yes}",
        "2:15: box.radius: true; allowed is a number, at least 0 and below 1000",
    ),
    "fraction of a weight": (
        "type: {emphasis: 600.5}",
        "2:18: type.emphasis: 600.5; allowed is a whole number, at least 1 and at most 1000",
    ),
    "list too short": (
        "edge: {dash: [5]}",
        "2:14: edge.dash: too short; allowed is a list of 2, each a number, above 0 and below 1000",
    ),
    "list too long": (
        "edge: {dash: [5, 4, 3]}",
        "2:14: edge.dash: a list of 3; allowed is a list of 2, each a number, above 0 and below "
        "1000",
    ),
    "bad item of a list": (
        "edge: {dash: [5, 0]}",
        "2:18: edge.dash.1: 0; allowed is a number, above 0 and below 1000",
    ),
    "font that ends a string": (
        "fonts: {sans: ['a\"b']}",
        '2:16: fonts.sans.0: "a"b"; allowed is the name of a font family, without quotes and '
        "punctuation, at most 80 characters",
    ),
    "value for a group": (
        "light: {edges: 1}",
        "2:16: light.edges: 1; allowed is a mapping with main, side, dashed, accent",
    ),
    "empty group": ("spine:", "2:7: spine: empty; allowed is a mapping with least, share"),
    "alias to nothing": (
        "light: {accent: $acent}",
        '2:17: alias to nothing: there is no "acent" in light or from the top; '
        'did you mean "$accent"?',
    ),
    "alias to nothing at the top": (
        "box: {radius: $box.radios}",
        '2:15: alias to nothing: there is no "box.radios" from the top; '
        'did you mean "$box.radius"?',
    ),
    "alias to another kind": (
        "light: {accent: $page.margin}",
        f"2:17: light.accent: $page.margin is 24; {A_COLOR}",
    ),
    "alias of itself": (
        "light: {accent: $accent}",
        "2:17: alias loop: light.accent → light.accent",
    ),
    "alias loop": (
        "light: {label: $caption, caption: $label}",
        "2:16: alias loop: light.label → light.caption → light.label",
    ),
    "alias into itself": (
        "light: {roles: $roles.accent}",
        "2:16: alias loop: light.roles → light.roles",
    ),
    "modes that alias each other": (
        "light: $dark\ndark: $light",
        "2:8: alias loop: light → dark → light",
    ),
    "duplicate key": (
        'light: {accent: "#112233", accent: "#445566"}',
        '2:28: "accent" is here a second time; the first is in line 2',
    ),
    "a second extends": (
        "extends: blueprint",
        '2:1: "extends" is here a second time; the first is in line 1',
    ),
    "key that is a list": ("? [a, b]\n: 1", "2:3: a key has to be a word"),
    "tag": (
        "light: !colours {}",
        "2:8: YAML tags are not used in themes: leave out `!colours`",
    ),
    "name with a quote": (
        'name: "it\'s"',
        '2:7: name: "it\'s"; allowed is a name without quotes, slashes and the like, at most '
        "64 characters",
    ),
    "description of two lines": (
        'description: "one\\ntwo"',
        '2:14: description: "one\ntwo"; allowed is one line of at most 500 characters',
    ),
}


@pytest.mark.parametrize(("text", "words"), ONE_FAULT.values(), ids=ONE_FAULT)
def test_a_fault_is_said_once_with_place_and_what_is_allowed(
    faults: Faults, text: str, words: str
) -> None:
    assert faults(f"extends: editorial\n{text}\n") == [words]


UNEXTENDED = {
    "unknown theme": (
        "extends: editoral",
        '1:10: there is no theme "editoral" (did you mean "editorial"?); allowed are the '
        "built-in themes (blueprint, editorial) and the path of a .yaml or .yml file",
    ),
    "no theme": (
        "extends:",
        "1:9: no theme is named; allowed are the built-in themes (blueprint, editorial) and the "
        "path of a .yaml or .yml file",
    ),
    "itself": ("extends: t.yaml", "1:10: extends in a loop: t.yaml → t.yaml"),
    "a list": ("- a", "1:1: a theme is a mapping of keys, such as `extends: editorial`"),
    "a word": ("editorial", "1:1: a theme is a mapping of keys, such as `extends: editorial`"),
    "nothing": ("", "1:1: a theme is a mapping of keys, such as `extends: editorial`"),
}


@pytest.mark.parametrize(("text", "words"), UNEXTENDED.values(), ids=UNEXTENDED)
def test_a_file_that_extends_nothing_is_told_so(faults: Faults, text: str, words: str) -> None:
    assert faults(text) == [words]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("light: }", "1:8"),
        ("light:\n\taccent: 1", "2:1"),
        ("extends: editorial\n---\na: 1", "2:1"),
        ("extends: 'editorial", "1:20"),
        ("extends: \x01", "1:10"),
    ],
)
def test_what_is_no_yaml_is_said_with_its_place(faults: Faults, text: str, place: str) -> None:
    assert [fault.partition(": ")[0] for fault in faults(text)] == [place]
    assert "not YAML: " in faults(text)[0]


def test_every_fault_of_a_file_is_said_in_the_order_of_the_file(faults: Faults) -> None:
    found = faults(
        "extends: editorial\n"
        "light:\n"
        '  acent: "#112233"\n'
        "  text: blackish\n"
        "  label: $nowhere\n"
        "dark: {muted: $caption}\n"
        "box: {radius: -1, radius: 2}\n"
    )
    places = [fault[:6].split(": ")[0] for fault in found]
    assert places == ["3:3", "4:9", "5:10", "6:15", "7:15", "7:19"]


def test_a_bad_value_is_said_once_however_many_aliases_it_has(faults: Faults) -> None:
    assert len(faults("extends: editorial\nlight: {muted: greyish}")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "light: {muted: greyish}\ndark: $light",
        "light: {muted: greyish, roles: {note: $roles.accent}}",
        "light: {muted: $page.margin, label: $caption, caption: $muted}",
        "light: {roles: {accent: {muted: greyish}, note: $roles.accent}}\ndark: $light",
        "edge: {dash: [0, 1], head: {side: $edge.dash}}",
        "light: {group: {heigth: 3}}\ndark: {group: $light.group}",
    ],
)
def test_a_fault_is_said_once_where_groups_are_aliases(faults: Faults, text: str) -> None:
    assert len(faults(f"extends: editorial\n{text}")) == 1


def test_a_missing_key_is_said_once_where_a_mode_is_an_alias(faults: Faults) -> None:
    whole = (builtin_folder() / "editorial.yaml").read_text(encoding="utf-8")
    text = whole[: whole.index("\ndark:")].replace("  caption: $muted\n", "") + "\ndark: $light\n"
    light = text.splitlines().index("light:") + 1
    assert [fault.split(";")[0] for fault in faults(text)] == [
        f'{light}:1: "caption" is missing in light'
    ]


def test_an_unknown_key_is_said_beside_what_is_wrong_with_its_alias(faults: Faults) -> None:
    found = faults("extends: editorial\nzzz: $nowhere\nlight: {accent: reddish, yyy: $accent}")
    assert [fault[:5] for fault in found] == ["2:1: ", "2:6: ", "3:17:", "3:26:"]


def test_a_theme_that_extends_nothing_real_is_checked_all_the_same(faults: Faults) -> None:
    found = faults("extends: nothing\nlight: {accent: reddish}")
    assert [fault[:5] for fault in found] == ["1:10:", "2:17:"]


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("role", ["primary", "secondary", "note", "accent"])
def test_a_missing_role_is_named(faults: Faults, mode: str, role: str) -> None:
    whole = (builtin_folder() / "editorial.yaml").read_text(encoding="utf-8")
    before, start, after = whole.partition(f"\n{mode}:")
    lines = after.splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith(f"    {role}:"))
    text = "\n".join([before + start + lines[0], *lines[1:at], *lines[at + 1 :]])
    roles_line = text.splitlines().index("  roles:", before.count("\n") + 1) + 1
    assert faults(text) == [
        f'{roles_line}:3: {mode}.roles: role "{role}" is missing; needed is a mapping with fill, '
        "stroke, stroke_width, dash, double, text, muted"
    ]


def test_a_missing_key_is_said_at_the_group_it_belongs_to(faults: Faults) -> None:
    whole = (builtin_folder() / "editorial.yaml").read_text(encoding="utf-8")
    text = whole.replace("  tip_gap: 2\n", "")
    edge = text.splitlines().index("edge:") + 1
    assert faults(text) == [
        f'{edge}:1: "tip_gap" is missing in edge; needed is a number, at least 0 and below 1000'
    ]


def test_a_file_that_extends_nothing_is_told_of_extends(faults: Faults) -> None:
    found = faults('light: {accent: "#112233"}')
    assert [fault for fault in found if '"dark"' in fault] == [
        f'1:1: "dark" is missing; needed is a mapping with {OF_A_MODE}, or `extends: editorial` '
        "for everything the file leaves out"
    ]


def test_a_fault_of_an_extended_file_is_shown_in_that_file(tmp_path: Path) -> None:
    base, own = tmp_path / "base.yaml", tmp_path / "own.yaml"
    base.write_text("extends: editorial\nlight: {text: blackish}")
    own.write_text("extends: base.yaml\nlight: {accent: reddish}")
    with pytest.raises(DiagramError) as caught:
        load_theme(own)
    places = [str(found.location) for found in caught.value.diagnostics]
    assert places == [f"{own}:2:17", f"{base}:2:15"]


def test_a_loop_of_extends_is_shown_whole(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("extends: b.yaml")
    (tmp_path / "b.yaml").write_text("extends: a.yaml")
    with pytest.raises(DiagramError, match=r"extends in a loop: a\.yaml → b\.yaml → a\.yaml"):
        load_theme(tmp_path / "a.yaml")


def test_a_fault_shows_the_line_it_is_on(tmp_path: Path) -> None:
    file = tmp_path / "t.yaml"
    file.write_text("extends: editorial\nlight: {accent: reddish}\n")
    with pytest.raises(DiagramError) as caught:
        load_theme(file)
    excerpt = caught.value.diagnostics[0].excerpt
    assert excerpt == "| light: {accent: reddish}\n| " + " " * 16 + "^"


def test_a_file_whose_name_is_no_name_of_a_theme_asks_for_one(tmp_path: Path) -> None:
    file = tmp_path / "it's.yaml"
    file.write_text("extends: editorial")
    with pytest.raises(DiagramError, match=r'1:1: "name" is missing; needed is a name without'):
        load_theme(file)
