"""The rules that hold a drawing against the theme's budgets."""

from scenes import THEME, found, keys, scene, words

from diagramkit.lint import check


def test_words_below_the_floor_are_found():
    drawing = scene(words("a", 20, 40, 50, size=11.5), words("b", 20, 80, 50, size=12))
    assert keys("text-too-small", drawing) == [("text:a",)]


def test_words_that_shrink_below_the_least_are_found():
    drawing = scene(words("a", 20, 40, 50), width=1000)
    [finding] = found("small-when-read", drawing)
    assert finding.message == ("shown 830 wide, “a” (text:a) would be 10.0 px high, less than 10.3")


def test_small_words_are_one_finding_a_drawing():
    drawing = scene(words("a", 20, 40, 50), words("b", 20, 80, 50, size=14), width=1300)
    assert keys("small-when-read", drawing) == [("text:a", "text:b")]


def test_words_of_the_widest_drawing_allowed_are_left_alone():
    assert found("small-when-read", scene(words("a", 20, 40, 50), width=960)) == []


def test_a_narrow_drawing_is_not_shrunk():
    assert found("small-when-read", scene(words("a", 20, 40, 50, size=9), width=830)) == []


def test_a_drawing_wider_than_the_page_is_found():
    [finding] = found("too-wide", scene(width=1000))
    assert finding.message == "the drawing is 1000 wide, 40 more than 960"


def test_a_drawing_as_wide_as_the_page_is_left_alone():
    assert found("too-wide", scene(width=960)) == []


def test_the_budgets_are_those_of_the_theme_given():
    page = THEME.page.replace(max_width=300.0)
    narrow = THEME.replace(page=page)
    assert [finding.rule for finding in check(scene(), narrow)] == ["too-wide"]
