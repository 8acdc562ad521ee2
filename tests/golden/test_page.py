"""The HTML report, as a file and in Chromium."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from .conftest import Project

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
HOSTILE = "</script><img src=x>"
STROKE = "light: {roles: {primary: {stroke: '#1F7A4D'}}}"


@pytest.fixture
def page(project: Project) -> Path:
    """A report on two drifts and one new diagram."""
    project.set_theme(STROKE)
    project.edit("Scene 1", f"Now {HOSTILE.replace('>', '#gt;').replace('<', '#lt;')}")
    (project.folder / "diagrams" / "three.mmd").write_text("flowchart LR\n  A --> B\n")
    project.test()
    return project.folder / "diagrams-report" / "index.html"


def test_the_page_needs_no_network(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    addresses = re.findall(r"""(?:src|href|url\()\s*=?\s*["']?(https?:|//)""", text)
    assert addresses == []
    assert "default-src 'none'" in text


def test_words_of_a_source_are_data_in_the_page(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert text.count("</script>") == 2
    assert "\\u003c/script\\u003e\\u003cimg" in text


@pytest.fixture(scope="session")
def browser() -> str:
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.skip("no Chromium: apt install chromium")
    return found


class Browser:
    """The page after some script of a test, as text."""

    def __init__(self, program: str, page: Path) -> None:
        self.program, self.page = program, page

    def after(self, script: str, address: str = "") -> str:
        """What `document.title` is set to by a script that runs when the page stands."""
        tried = self.page.with_name("tried.html")
        text = self.page.read_text(encoding="utf-8")
        steps = (
            "<script>const key = (name) => document.dispatchEvent("
            "new KeyboardEvent('keydown', {key: name, bubbles: true}));"
            "const text = (query) => [...document.querySelectorAll(query)]"
            ".map((one) => one.textContent).join('|');"
            f"setTimeout(async () => {{ {script} }}, 300);</script>"
        )
        tried.write_text(text.replace("</body>", f"{steps}</body>"), encoding="utf-8")
        ran = subprocess.run(
            [
                self.program,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--window-size=1440,900",
                "--virtual-time-budget=5000",
                "--dump-dom",
                f"file://{tried}{address}",
            ],
            capture_output=True,
            timeout=120,
            check=True,
        )
        found = re.search("<title>(.*?)</title>", ran.stdout.decode(), re.DOTALL)
        assert found
        return found[1]


@pytest.fixture
def shown(browser: str, page: Path) -> Browser:
    return Browser(browser, page)


@pytest.mark.world
def test_the_page_lists_causes_and_drawings(shown: Browser) -> None:
    causes = shown.after("document.title = text('#causes strong') + '#' + text('#drawings small');")
    assert causes.startswith("token light.roles.primary.stroke #111111 → #1F7A4D|text text:C:0")
    assert causes.count("drifted") == 3
    assert causes.count("new") == 2


@pytest.mark.world
def test_no_script_of_a_source_runs(shown: Browser) -> None:
    said = shown.after(
        "document.title = document.querySelectorAll('img[src=x]').length + text('#words');"
    )
    assert said.startswith("0")


@pytest.mark.world
def test_keys_move_through_the_drawings(shown: Browser) -> None:
    script = "key('ArrowDown'); key('j'); key('ArrowUp'); document.title = text('#name');"
    assert shown.after(script) == "one.house.dark"


@pytest.mark.world
@pytest.mark.parametrize(
    ("view", "script", "expected"),
    [
        ("1", "text('figcaption')", "expected|now"),
        ("2", "document.querySelector('.overlay .edge') !== null", "true"),
        ("3", "document.querySelectorAll('.overlay img')[1].style.opacity", "0.5"),
        ("4", "text('figcaption')", "what differs is red"),
        ("5", "/^(now|expected)$/.test(text('.overlay .tag'))", "true"),
    ],
    ids=["side by side", "slider", "blend", "difference", "flicker"],
)
def test_keys_choose_the_view(shown: Browser, view: str, script: str, expected: str) -> None:
    assert shown.after(f"key('{view}'); document.title = {script};") == expected


@pytest.mark.world
def test_arrows_move_the_slider(shown: Browser) -> None:
    script = "key('2'); key('ArrowRight'); document.title = at('amount').value;"
    assert shown.after(script) == "55"


@pytest.mark.world
def test_flicker_shows_both_in_turn(shown: Browser) -> None:
    script = (
        "key('5'); const seen = new Set(); for (let i = 0; i < 12; i++) {"
        "await new Promise((done) => setTimeout(done, 150)); seen.add(text('.overlay .tag')); }"
        "document.title = [...seen].sort().join('|');"
    )
    assert shown.after(script).strip("|") == "expected|now"


@pytest.mark.world
def test_a_cause_filters_the_drawings_and_the_command(shown: Browser) -> None:
    script = (
        "document.querySelector('#causes button').click();"
        "document.title = text('#drawings strong') + '#' + text('#command') + '#' + text('#takes');"
    )
    assert shown.after(script) == (
        "one.house.light|two.house.light"
        "#diagrams accept --cause token:light.roles.primary.stroke#takes 1 of 5"
    )


@pytest.mark.world
def test_escape_takes_the_filter_away(shown: Browser) -> None:
    script = "document.querySelector('#causes button').click(); key('Escape');"
    assert shown.after(f"{script} document.title = text('#command');") == "diagrams accept"


@pytest.mark.world
def test_the_command_can_be_copied(shown: Browser) -> None:
    script = (
        "let copied = ''; document.addEventListener('copy', () => {"
        "copied = document.activeElement.value ?? ''; });"
        "Object.defineProperty(navigator, 'clipboard', {value: {writeText: async (words) => {"
        "copied = words; }}}); key('c');"
        "await new Promise((done) => setTimeout(done, 100)); document.title = copied;"
    )
    assert shown.after(script) == "diagrams accept"


@pytest.mark.world
def test_an_address_leads_to_a_drawing_and_a_view(shown: Browser) -> None:
    script = "document.title = text('#name') + '#' + text('.views [aria-selected=true]');"
    found = shown.after(script, "#drawing=two.house.light&view=difference")
    assert found == "two.house.light#difference"


@pytest.mark.world
def test_the_words_beside_a_picture_fold_consequences(shown: Browser) -> None:
    found = shown.after("document.title = text('#words summary');", "#drawing=one.house.dark")
    assert re.search(r"and so \d+ more", found)
