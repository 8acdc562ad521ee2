"""The configuration of a project: where it is found, what it may say, and what is wrong with it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diagramkit.diagnostics import DiagramError
from diagramkit.project.check_options import CheckOptions
from diagramkit.project.config import Settings, known_settings, load_settings
from diagramkit.project.golden_options import GoldenOptions
from diagramkit.project.options import DrawingOptions


def _write(folder: Path, text: str, name: str = "diagrams.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def _faults(folder: Path) -> list[str]:
    with pytest.raises(DiagramError) as caught:
        load_settings(folder)
    return [fault.headline for fault in caught.value.diagnostics]


def test_without_a_file_all_is_default(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == Settings()


def test_every_key_is_read(tmp_path: Path) -> None:
    _write(
        tmp_path,
        'theme = "blueprint"\nmode = "dark"\nformats = ["svg", "pdf"]\noutput = "pictures"\n'
        'scale = 3\ndefault_role = "note"\nunmapped = "primary"\nkey = true\nground = "page"\n'
        'colors = "source"\n'
        'lang = "ko"\ntext = "outlines"\nstyles = "attributes"\n'
        'background = "#fafafa"\ntitle = "always"\nwidth = 800\nrasterizer = "cairosvg"\n'
        'exclude = ["drafts/"]\ninclude = ["docs/"]\nundrawn = "error"\nwidths = [440, 960]\n'
        'directive = "always"\nguides = ["STYLE.md"]\n'
        '[classes]\ngpu = "accent"\n'
        '[goldens]\nkeep = "hashes"\nfolder = "kept"\nscale = 2\nthemes = ["blueprint"]\n'
        "rendered = true\ntolerance = {moved = 1}\n"
        '[check]\nselect = ["style"]\nignore = ["too-wide"]\nlevels = {jog = "off"}\n'
        'per_file_ignores = {"a.svg" = ["off-palette"]}\n',
    )
    assert load_settings(tmp_path) == Settings(
        folder=tmp_path,
        drawing=DrawingOptions(
            theme="blueprint",
            modes=("dark",),
            colors="source",
            text="outlines",
            styles="attributes",
            background="#fafafa",
            title="always",
            lang="ko",
            classes={"gpu": "accent"},
            default_role="note",
            unmapped="primary",
            key=True,
            ground="page",
            scale=3,
            width=800,
            rasterizer="cairosvg",
        ),
        formats=("svg", "pdf"),
        output=tmp_path / "pictures",
        widths=(440, 960),
        exclude=("drafts/",),
        include=("docs/",),
        undrawn="error",
        goldens=GoldenOptions("hashes", "kept", 2, ("blueprint",), True, {"moved": 1}),
        check=CheckOptions(("style",), ("too-wide",), {"jog": "off"}, {"a.svg": ("off-palette",)}),
        directive="always",
        guides=(tmp_path / "STYLE.md",),
    )


def test_the_test_above_has_every_key(tmp_path: Path) -> None:
    test_every_key_is_read(tmp_path)
    text = (tmp_path / "diagrams.toml").read_text(encoding="utf-8")
    assert [key for key in known_settings() if not re.search(rf"(?m)^\[?{key}\b", text)] == []


def test_pyproject_counts_with_its_table(tmp_path: Path) -> None:
    _write(tmp_path, '[tool.diagrams]\nmode = "both"\n', "pyproject.toml")
    assert load_settings(tmp_path).drawing.modes == ("both",)


def test_the_nearest_file_upward_counts(tmp_path: Path) -> None:
    _write(tmp_path, "scale = 3\n")
    _write(tmp_path / "a", "scale = 4\n")
    below = tmp_path / "a" / "b"
    below.mkdir()
    assert load_settings(below).drawing.scale == 4


def test_a_pyproject_without_the_table_is_passed_over(tmp_path: Path) -> None:
    _write(tmp_path, "scale = 3\n")
    _write(tmp_path / "a", '[project]\nname = "diagrams"\n', "pyproject.toml")
    assert load_settings(tmp_path / "a").drawing.scale == 3


def test_a_file_of_its_own_goes_before_pyproject(tmp_path: Path) -> None:
    _write(tmp_path, "[tool.diagrams]\nscale = 3\n", "pyproject.toml")
    _write(tmp_path, "scale = 4\n")
    assert load_settings(tmp_path).drawing.scale == 4


@pytest.mark.parametrize("theme", ["look.yaml", "looks/own.yml"])
def test_a_theme_file_is_found_from_the_folder_of_the_configuration(
    tmp_path: Path, theme: str
) -> None:
    _write(tmp_path, f'theme = "{theme}"\n')
    below = tmp_path / "below"
    below.mkdir()
    assert load_settings(below).theme == tmp_path / theme


@pytest.mark.parametrize("theme", ["../own.yaml", "/etc/own.yaml", "a/\\u0000.yaml"])
def test_a_theme_file_outside_of_the_project_is_refused(tmp_path: Path, theme: str) -> None:
    _write(tmp_path, f'theme = "{theme}"\n')
    with pytest.raises(DiagramError, match="outside of the project"):
        load_settings(tmp_path)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('thme = "x"', "1:1: unknown key 'thme': did you mean theme?"),
        ("\n  zzz = 1", "2:3: unknown key 'zzz': allowed are theme, mode, colors"),
        ("theme = 3", "1:1: theme = 3: expected a text in quotes"),
        ('mode = "dim"', "1:1: mode = 'dim': expected light, dark, both, or light,dark"),
        ('mode = ["both", "dark"]', "expected light, dark, both, or light,dark"),
        ('formats = ["gif"]', "expected one or more of svg, png, pdf, webp"),
        ("formats = []", "expected one or more of svg, png, pdf, webp"),
        ("scale = 0", "expected a number above 0"),
        ("scale = true", "expected a number above 0"),
        ("scale = inf", "expected a number above 0"),
        ('output = ""', "expected a text in quotes"),
        ('default_role = "group"', "expected primary, secondary, note or accent"),
        ('colors = "mine"', "expected theme or source"),
        ("text = 1", "expected live, outlines or embedded"),
        ("classes = 3", "expected a table of class names and roles"),
        ('[classes]\na = "note"\ngpu = "red"', "3:1: classes.gpu = 'red': expected primary"),
        ('classes = {gpu = "red"}', "1:1: classes.gpu = 'red': expected primary"),
        ("theme = ", "1:9: not TOML: Invalid value"),
        ("a = 1\na = 2", "not TOML"),
    ],
)
def test_a_fault_is_named_with_its_place_and_what_is_allowed(
    tmp_path: Path, text: str, fault: str
) -> None:
    (found,) = _faults(_write(tmp_path, text))
    assert fault in found
    assert "diagrams.toml:" in found


def test_all_faults_come_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    lines = ["scale = 0", *(f"unknown{number} = 1" for number in range(10)), 'text = "x"']
    faults = _faults(_write(tmp_path, "\n".join(lines)))
    places = [int(fault.split("diagrams.toml:")[1].split(":")[0]) for fault in faults]
    assert places == list(range(1, 13))


def test_a_fault_in_pyproject_is_placed_in_its_table(tmp_path: Path) -> None:
    text = "[tool.other]\nscale = 0\n\n[tool.diagrams]\nscale = 0\n"
    (fault,) = _faults(_write(tmp_path, text, "pyproject.toml"))
    assert "pyproject.toml:5:1: scale = 0" in fault


@pytest.mark.parametrize(
    "data",
    [b"\xff\xfe", b"a = " + b"[" * 100_000, b"a = 1\n" * 300_000],
    ids=["bytes", "deep", "long"],
)
def test_a_hostile_file_is_refused_in_words(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "diagrams.toml").write_bytes(data)
    assert len(_faults(tmp_path)) == 1


settings_like = st.from_regex(r"(\[tool\.diagrams\]\n)?[a-z_]+ = .*", fullmatch=True)


@given(text=st.text(max_size=60) | settings_like)
def test_any_text_is_read_or_refused_with_diagnostics(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    folder = _write(tmp_path_factory.mktemp("any"), text)
    try:
        outcome: object = load_settings(folder).folder
    except DiagramError as error:
        outcome = error.diagnostics
    assert outcome
