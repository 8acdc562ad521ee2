"""The HTML report, as a file and used in Chromium with clicks and keys."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from browsing import Browser
from diagramkit.cli import main
from diagramkit.drift.review import Server

from .conftest import THEME, Project

HOSTILE = "</script><img src=x>"
STROKE = "light: {roles: {primary: {stroke: '#1F7A4D'}}}"
TOKEN = "token:light.roles.primary.stroke"
WORDS = "#words [data-key='text:C:0']"
MARK = ".mark[data-key='text:C:0']"


@pytest.fixture(scope="session")
def reported(accepted: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with a report on two diagrams that drifted, in three pictures, and one new."""
    folder = tmp_path_factory.mktemp("reported") / "project"
    shutil.copytree(accepted, folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        (folder / "house.yaml").write_text(THEME + STROKE)
        source = folder / "diagrams" / "one.mmd"
        words = f"Now {HOSTILE.replace('>', '#gt;').replace('<', '#lt;')}"
        source.write_text(source.read_text().replace("Scene 1", words))
        (folder / "diagrams" / "three.mmd").write_text("flowchart LR\n  A --> B\n")
        assert main(["test"]) == 1
    return folder


@pytest.fixture
def page(project: Project, reported: Path) -> Path:
    """The page of a copy of that report, in the project."""
    shutil.copytree(reported, project.folder, dirs_exist_ok=True)
    return project.folder / "diagrams-report" / "index.html"


def test_the_page_needs_no_network(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    addresses = re.findall(r"""(?:src|href|url\()\s*=?\s*["']?(https?:|//)""", text)
    assert addresses == []
    assert "default-src 'none'" in text


def test_words_of_a_source_are_data_in_the_page(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    pictures = text.count('<script type="text/plain"')
    assert text.count("</script>") == 2 + pictures
    assert "\\u003c/script\\u003e\\u003cimg" in text


def test_a_picture_stands_in_the_page_once(page: Path) -> None:
    pictures = re.findall('<script type="text/plain" id="picture-.*?>(.*?)<', page.read_text())
    assert len(pictures) == len(set(pictures))


def test_no_path_of_a_page_is_absolute(page: Path, project: Project) -> None:
    assert str(project.folder) not in page.read_text(encoding="utf-8")


@pytest.mark.world
def test_a_diagram_is_one_entry_with_its_modes_inside(browser: Browser, page: Path) -> None:
    names, tabs, head = browser.use(
        page.as_uri(),
        ("texts", "#diagrams strong"),
        ("texts", "#variants button"),
        ("texts", "#name"),
    )
    assert names == ["one", "two", "three"]
    assert (head, tabs) == (["one"], ["house · light", "house · dark"])


@pytest.mark.world
def test_no_script_of_a_source_runs(browser: Browser, page: Path) -> None:
    assert browser.use(page.as_uri(), ("count", "img[src=x]")) == [0]


@pytest.mark.world
def test_keys_move_through_diagrams_and_modes(browser: Browser, page: Path) -> None:
    names = ("texts", "#name")
    mode = ("texts", "#variants [aria-selected=true]")
    found = browser.use(
        page.as_uri(), ("key", "]"), mode, ("key", "j"), names, ("key", "ArrowDown"), names,
        ("key", "k"), names,
    )  # fmt: skip
    assert found == [["house · dark"], ["two"], ["three"], ["two"]]


@pytest.mark.world
def test_a_search_leaves_what_has_the_words(browser: Browser, page: Path) -> None:
    found = browser.use(
        page.as_uri(),
        ("key", "/"),
        ("type", "#search", "there is no golden"),
        ("texts", "#diagrams strong"),
        ("texts", "#command"),
    )
    assert found[0] == ["three"]
    assert found[1] == ["diagrams accept --golden three.house.light --golden three.house.dark"]


@pytest.mark.world
def test_filters_of_status_theme_and_mode(browser: Browser, page: Path) -> None:
    found = browser.use(
        page.as_uri(),
        ("click", "#statuses .new"),
        ("texts", "#diagrams strong"),
        ("key", "Escape"),
        ("choose", "#mode", "dark"),
        ("texts", "#diagrams strong"),
        ("texts", "#command"),
    )
    assert found == [["three"], ["one", "three"], ["diagrams accept --golden '*.*.dark'"]]


@pytest.mark.world
def test_a_cause_filters_and_its_command_takes_what_it_explains(
    browser: Browser, page: Path, project: Project
) -> None:
    found = browser.use(
        page.as_uri(),
        ("click", "#causes .row"),
        ("texts", "#diagrams strong"),
        ("texts", "#takes"),
        ("texts", "#command"),
    )
    assert found[:2] == [["one", "two"], ["Accepts 1 of 5"]]
    assert found[2] == [f"diagrams accept --cause {TOKEN}"]
    assert "accepted 1 golden" in project.run(*found[2][0].split()[1:]).err


@pytest.mark.world
def test_causes_are_folded_after_the_first_few(browser: Browser, project: Project) -> None:
    for number in range(9):
        (project.folder / "diagrams" / f"n{number}.mmd").write_text(
            f"flowchart LR\n A --> B{number}\n"
        )
    project.run("accept")
    for number in range(9):
        (project.folder / "diagrams" / f"n{number}.mmd").write_text(
            f"flowchart LR\n A --> C{number}\n"
        )
    project.test()
    page = project.folder / "diagrams-report" / "index.html"
    rows = ("count", "#causes .row")
    found = browser.use(page.as_uri(), rows, ("click", "#more-causes"), rows)
    assert found == [5, 9 * 2]


@pytest.mark.world
def test_a_listed_change_leads_to_its_place_on_the_picture(browser: Browser, page: Path) -> None:
    active = ("count", f"{MARK}.active")
    inside = (
        "value",
        "[...document.querySelectorAll('.port')].every((port) => {"
        f'const m = port.querySelector("{MARK}").getBoundingClientRect();'
        "const p = port.getBoundingClientRect();"
        "return m.left >= p.left && m.right <= p.right && m.top >= p.top && m.bottom <= p.bottom;"
        "})",
    )
    assert browser.use(page.as_uri(), active, ("click", WORDS), active, inside) == [0, 2, True]


@pytest.mark.world
def test_a_place_on_the_picture_leads_to_the_list(browser: Browser, page: Path) -> None:
    focused = ("value", "document.activeElement.dataset.key")
    shown = ("count", f"{WORDS}.active")
    found = browser.use(page.as_uri(), ("click", MARK), focused, shown)
    assert found[0] == "text:C:0"
    assert found[1] >= 1


@pytest.mark.world
def test_keys_step_through_the_changes_and_hide_the_marks(browser: Browser, page: Path) -> None:
    place = ("texts", "#position")
    found = browser.use(
        page.as_uri(), ("key", "n"), place, ("key", "n"), place, ("key", "p"), place,
        ("key", "m"), ("visible", ".mark"),
    )  # fmt: skip
    first, second, again, marks = found
    assert re.fullmatch(r"1 of \d+", first[0])
    assert second[0].startswith("2 of ")
    assert again == first
    assert marks is False


_TRANSFORMS = (
    "value",
    "[...document.querySelectorAll('.moved')].map((one) => one.style.transform)",
)


@pytest.mark.world
@pytest.mark.parametrize("width", [400, 1400])
def test_both_panes_zoom_and_move_in_step_beyond_natural_size(
    browser: Browser, page: Path, width: int
) -> None:
    found = browser.use(
        page.as_uri(), _TRANSFORMS, ("key", "z"), ("texts", "#scale"), ("key", "+"), ("key", "+"),
        ("texts", "#scale"), _TRANSFORMS, ("drag", ".port", -60, 0), _TRANSFORMS,
        ("wheel", ".port", -300), ("texts", "#scale"), ("key", "0"), _TRANSFORMS, width=width,
    )  # fmt: skip
    fit, natural, beyond, zoomed, moved, closer, again = found
    assert (natural, beyond) == (["100 %"], ["156 %"])
    assert int(closer[0].split()[0]) > 156
    assert all(len(set(pair)) == 1 for pair in (fit, zoomed, moved, again))
    assert moved != zoomed
    assert again == fit


@pytest.mark.world
@pytest.mark.parametrize("width", [400, 1400])
def test_no_pane_lies_over_another_at_natural_size(
    browser: Browser, page: Path, width: int
) -> None:
    boxes = (
        "value",
        "[...document.querySelectorAll('.port')]"
        ".map((one) => one.getBoundingClientRect().toJSON())",
    )
    one, other = browser.use(page.as_uri(), ("key", "z"), boxes, width=width)[0]
    assert one["right"] <= other["left"] or one["bottom"] <= other["top"]


@pytest.mark.world
@pytest.mark.parametrize(
    ("view", "question", "expected"),
    [
        ("1", ("texts", "figcaption"), ["expected", "now"]),
        ("2", ("count", ".edge"), 1),
        ("3", ("value", "document.querySelector('.over').style.opacity"), "0.5"),
        ("4", ("texts", "figcaption"), ["what differs is red"]),
        ("5", ("count", ".tag"), 1),
    ],
    ids=["side by side", "slider", "blend", "difference", "flicker"],
)
def test_keys_choose_the_view(
    browser: Browser, page: Path, view: str, question: tuple[str, str], expected: object
) -> None:
    assert browser.use(page.as_uri(), ("key", view), question) == [expected]


@pytest.mark.world
def test_what_differs_is_red_and_nothing_else(browser: Browser, page: Path) -> None:
    reds = (
        "value",
        "(() => { const c = document.querySelector('canvas'); const d = c.getContext('2d')"
        ".getImageData(0, 0, c.width, c.height).data; let n = 0; for (let i = 0; i < d.length;"
        " i += 4) n += d[i] === 217 && d[i + 1] === 57 && d[i + 2] === 46; return n; })()",
    )
    found = browser.use(page.as_uri(), ("key", "4"), ("wait", "canvas[data-done]"), reds)
    run = json.loads(page.with_name("run.json").read_text())
    first = next(one for one in run["goldens"] if one["name"] == "one.house.light")
    assert found == [first["pixels"]["changed"]]


@pytest.mark.world
def test_the_slider_follows_keys_and_drags(browser: Browser, page: Path) -> None:
    amount = ("value", "document.getElementById('amount').value")
    found = browser.use(
        page.as_uri(),
        ("key", "2"),
        ("key", "ArrowRight"),
        amount,
        ("drag", ".edge", -100, 0),
        amount,
    )
    assert found[0] == "55"
    assert float(found[1]) < 50


@pytest.mark.world
def test_the_command_can_be_copied(browser: Browser, page: Path) -> None:
    said = ("value", "navigator.clipboard.readText().catch(() => 'diagrams accept')")
    found = browser.use(page.as_uri(), ("key", "c"), said, ("texts", "#copy"))
    assert found == ["diagrams accept", ["Copied"]]


@pytest.mark.world
def test_the_page_links_to_file_and_line(browser: Browser, page: Path) -> None:
    found = browser.use(
        page.as_uri(), ("value", "[...document.querySelectorAll('#about a')].map((a) => a.href)")
    )
    source = page.parents[1] / "diagrams" / "one.mmd"
    assert found == [[f"{source.as_uri()}#L1", f"vscode://file{source.as_posix()}:1"]]


@pytest.mark.world
def test_an_address_leads_to_a_mode_and_a_view(browser: Browser, page: Path) -> None:
    address = f"{page.as_uri()}#diagram=diagrams/goldens/one&variant=one.house.dark&view=difference"
    found = browser.use(
        address,
        ("texts", "#variants [aria-selected=true]"),
        ("texts", "#views [aria-selected=true]"),
    )
    assert found == [["house · dark"], ["difference"]]


@pytest.mark.world
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_light_or_dark_as_the_reader_and_by_key(
    browser: Browser, page: Path, scheme: str
) -> None:
    ground = ("value", "getComputedStyle(document.body).backgroundColor")
    before, after = browser.use(page.as_uri(), ground, ("key", "t"), ground, scheme=scheme)
    colors = {"light": "rgb(245, 241, 234)", "dark": "rgb(23, 23, 23)"}
    other = {"light": "dark", "dark": "light"}[scheme]
    assert (before, after) == (colors[scheme], colors[other])


@pytest.mark.world
@pytest.mark.parametrize("width", [400, 860, 1400])
def test_nothing_sticks_out_of_the_page(browser: Browser, page: Path, width: int) -> None:
    beyond = ("value", "document.documentElement.scrollWidth - innerWidth")
    assert browser.use(page.as_uri(), beyond, width=width) == [0]


@pytest.mark.world
def test_every_button_has_a_name_and_can_be_reached_by_tab(browser: Browser, page: Path) -> None:
    nameless = (
        "value",
        "[...document.querySelectorAll('button, select, input')].filter((one) => one.tabIndex >= 0"
        " && one.offsetParent && !(one.textContent.trim() || one.getAttribute('aria-label')"
        " || one.labels?.length)).map((one) => one.outerHTML)",
    )
    assert browser.use(page.as_uri(), nameless) == [[]]


@pytest.fixture
def server(page: Path, project: Project) -> Iterator[Server]:
    """The same report, served."""
    assert page.is_file()
    with project.served() as served:
        yield served


@pytest.mark.world
def test_a_button_accepts_one_diagram(browser: Browser, server: Server, project: Project) -> None:
    found = browser.use(
        server.address,
        ("click", "#accept-one"),
        ("waitFor", "#said", "Accepted 2"),
        ("texts", "#statuses .accepted"),
    )
    assert found == [["2 accepted"]]
    assert project.test().out.count("one.house") == 0


@pytest.mark.world
def test_a_button_accepts_a_cause(browser: Browser, server: Server, project: Project) -> None:
    browser.use(server.address, ("click", ".accept-cause"), ("waitFor", "#said", "Accepted 1"))
    assert "two.house.light" not in project.test().out


@pytest.mark.world
def test_a_button_accepts_all(browser: Browser, server: Server, project: Project) -> None:
    browser.use(server.address, ("click", "#accept-shown"), ("waitFor", "#said", "Accepted 5"))
    assert project.test("--all").status == 0


@pytest.mark.world
def test_a_source_that_changed_meanwhile_is_refused_on_the_page(
    browser: Browser, server: Server, project: Project
) -> None:
    project.source.write_text("flowchart LR\n  A --> B\n")
    (said,) = browser.use(
        server.address,
        ("click", "#accept-one"),
        ("waitFor", "#said", "Accepted 0"),
        ("texts", "#said"),
    )
    assert "its source has changed since the last run" in said[0]
