import pytest
from scenes import found, keys, scene, words

from diagramkit.lint import check
from diagramkit.svg.read import read

RULE = "text-clipped-by-viewbox"
OUT = {
    "words": words("a", 350, 44, 60),
    "descenders": words("g", 20, 299, 60),
}
IN = {
    "words at the very edge": words("g", 340, 297, 60),
    "words without descenders at the very edge": words("a", 340, 299.6, 60),
}


@pytest.mark.parametrize("name", OUT)
def test_what_is_cut_off_is_found(name):
    assert keys(RULE, scene(OUT[name])) == [(OUT[name].key,)]


@pytest.mark.parametrize("name", IN)
def test_what_is_on_the_canvas_is_left_alone(name):
    assert found(RULE, scene(IN[name])) == []


def test_it_says_by_how_much():
    [finding] = found(RULE, scene(words("a", 350, 44, 60)))
    assert finding.message == "“a” (text:a) reaches 10.0 beyond the canvas"


def test_words_that_a_nested_viewport_cuts_off_are_found():
    source = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300">'
        '<svg x="10" y="10" width="60" height="40"><text y="20" font-family="Arial">'
        "much too long</text></svg></svg>"
    )
    reading = read(source)
    codes = [finding.rule for finding in check(reading.scene, reading=reading)]
    assert RULE in codes
